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
  /** Whether the client takes several events in one message. */
  readonly isTogether: boolean;
};

/** A message of several events has so many bytes at most. */
const TOGETHER_BYTES_MAX = 64 * 1024;

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

/**
 * Sends a page in messages of many events: `ReadResp` after `ReadResp`, one behind the other. A
 * large event goes by itself, so that no message is larger than it would be alone.
 */
export async function sendTogether(
  { engine, send, signal }: Reading,
  entries: readonly LogEntry[],
): Promise<void> {
  let waiting: Buffer[] = [];
  let bytes = 0;
  const flush = async () => {
    if (waiting.length > 0) await send(Buffer.concat(waiting));
    waiting = [];
    bytes = 0;
  };
  for (const event of entries) {
    if (signal.aborted) return;
    engine.meters.readEvents += 1;
    const response = eventResponse({ event, link: undefined }, 'string');
    if (bytes + response.length > TOGETHER_BYTES_MAX) await flush();
    waiting.push(response);
    bytes += response.length;
  }
  await flush();
}

/** @throws RpcError for a position the log has not reached. */
export function existing({ log }: Engine, commit = 0n): number {
  if (commit > BigInt(log.durable)) {
    throw invalidArgument('Trying to read from an invalid position.');
  }
  return Number(commit);
}
