import { createHash } from 'node:crypto';
import type { Metadata } from '#event-store';
import type { Caller } from '#platform';

/** Who caused events and why; written into the metadata of each. */
export type CommandContext = {
  readonly commandId: string;
  /** Null for what no client's command caused, as a webhook. */
  readonly bodyHash: string | null;
  readonly client: string;
  readonly actor: string;
  readonly correlationId: string;
  readonly traceparent: string | null;
  /** Answer once the command is recorded, and take the payment further after the answer. */
  readonly answersWhenRecorded?: boolean;
};

/** Version of the event shapes this code writes. */
const SCHEMA_VERSION = 1;

export function metadataOf(context: CommandContext): Metadata {
  const { commandId, bodyHash, client, actor, correlationId, traceparent } = context;
  return {
    client,
    actor,
    commandId,
    correlationId,
    causationId: commandId,
    schemaVersion: SCHEMA_VERSION,
    ...(bodyHash === null ? {} : { bodyHash }),
    ...(traceparent === null ? {} : { traceparent }),
  };
}

/** The context that events of an earlier command were written in, to go on in its name. */
export function contextOf(metadata: Metadata, actor: string): CommandContext {
  const text = (key: string): string => {
    const value = metadata[key];
    return typeof value === 'string' ? value : '';
  };
  return {
    commandId: text('commandId'),
    bodyHash: text('bodyHash') || null,
    client: text('client'),
    actor,
    correlationId: text('correlationId'),
    traceparent: text('traceparent') || null,
  };
}

export type RequestHeaders = Readonly<Record<string, string | string[] | undefined>>;

const TRACEPARENT = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;
const CORRELATION_ID = /^[\w.:-]{1,128}$/;

/** The context of a client's HTTP command. */
export function contextOfRequest(
  caller: Caller,
  headers: RequestHeaders,
  command: { readonly commandId: string; readonly body: object },
): CommandContext {
  const traceparent = headers['traceparent'];
  const correlationId = headers['x-correlation-id'];
  return {
    commandId: command.commandId,
    bodyHash: hashOf(command.body),
    client: caller.client,
    actor: `${caller.role}:${caller.client}`,
    correlationId:
      typeof correlationId === 'string' && CORRELATION_ID.test(correlationId)
        ? correlationId
        : command.commandId,
    traceparent:
      typeof traceparent === 'string' && TRACEPARENT.test(traceparent) ? traceparent : null,
  };
}

/**
 * Equal for bodies that say the same, whatever the order of their keys. Request classes keep their
 * own order; free-form objects in them, as metadata, are sorted.
 */
export function hashOf(body: object): string {
  return createHash('sha256').update(JSON.stringify(body, sortFreeForm)).digest('base64url');
}

function sortFreeForm(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
