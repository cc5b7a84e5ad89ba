import type { Engine } from '../../engine/engine.js';
import type { LogEntry } from '../../engine/log-entry.js';
import type { ReadOptions } from '../protocol/streams.js';
import { invalidArgument } from '../rpc-error.js';
import { eventResponse } from './read-response.js';
import { resolveLink } from './resolve-link.js';

/** What a read or subscription needs beside its options. */
export type Reading = {
  readonly engine: Engine;
  readonly options: ReadOptions;
  readonly signal: AbortSignal;
  /** Links lead only to streams that the user may read. */
  readonly mayRead: (stream: string) => boolean;
  /** Resolves when the client can take more, or is gone. */
  readonly send: (response: Buffer) => Promise<void> | undefined;
};

/** Sends an event, with its link resolved if that was asked for. */
export function sendEvent(
  { engine, options: { resolveLinks = false, uuidOption }, mayRead, send }: Reading,
  entry: LogEntry,
): Promise<void> | undefined {
  engine.meters.readEvents += 1;
  const resolved = resolveLinks
    ? resolveLink(engine, entry, mayRead)
    : { event: entry, link: undefined };
  return send(eventResponse(resolved, uuidOption?.structured ? 'structured' : 'string'));
}

/** @throws RpcError for a position the log has not reached. */
export function existing({ log }: Engine, commit = 0n): number {
  if (commit > BigInt(log.durable)) {
    throw invalidArgument('Trying to read from an invalid position.');
  }
  return Number(commit);
}
