import type { Metadata } from './event-store.js';

/** Who caused events and why; written into the metadata of each. */
export type Cause = {
  /** The client whose command it was, or the process that acts by itself. */
  readonly client: string;
  readonly actor: string;
  readonly commandId: string;
  /** Left out: the command is correlated by its own id. */
  readonly correlationId?: string;
  /** Null, or left out, for what no client's command caused, as a webhook. */
  readonly bodyHash?: string | null;
  readonly traceparent?: string | null;
};

/** Version of the event shapes that this code writes. */
const SCHEMA_VERSION = 1;

/** The only maker of metadata: field names and their order are the same in every stream. */
export function metadataOf({
  client,
  actor,
  commandId,
  correlationId = commandId,
  bodyHash = null,
  traceparent = null,
}: Cause): Metadata {
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
