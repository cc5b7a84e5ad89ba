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
  command: { readonly commandId: string; readonly body: unknown },
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

/** Equal for bodies that say the same, whatever the order of their keys. */
export function hashOf(body: unknown): string {
  return createHash('sha256').update(canonical(body)).digest('base64url');
}

/** JSON with sorted keys, without those that are undefined. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const fields = value as Readonly<Record<string, unknown>>;
  let text = '{';
  for (const key of Object.keys(fields).sort()) {
    if (fields[key] !== undefined) text += `${JSON.stringify(key)}:${canonical(fields[key])},`;
  }
  return `${text}}`;
}
