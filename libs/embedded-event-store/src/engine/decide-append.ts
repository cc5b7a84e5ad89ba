import { ConcurrencyConflict, type ExpectedRevision, StreamDeleted } from '#event-store';
import type { StreamState } from './stream-state.js';

/** What the decision needs to know beside the stream's own state. */
export type AppendFacts = {
  readonly stream: string;
  /** Undefined when the stream has neither events nor metadata. */
  readonly state: StreamState | undefined;
  /** Whether the stream's metadata stream `$$stream` has events. */
  readonly hasMetadata: boolean;
  readonly ids: readonly string[];
  readonly expected: ExpectedRevision;
  /** Id of the stream's event at a revision; undefined when it was scavenged. */
  readonly idAt: (revision: number) => string | undefined;
  /** Revision of the event with this id in this stream, as far as it is remembered. */
  readonly revisionOf: (id: string) => number | undefined;
};

/** Write the events, or answer as the first time: the same events were already written. */
export type AppendDecision = 'write' | { readonly repeatOf: number };

/**
 * Whether an append may be written.
 *
 * A repeat is recognised by its event ids: reliably when the expected revision is exact or
 * `no-stream`, otherwise only among recent events.
 *
 * @throws ConcurrencyConflict when the stream is elsewhere.
 * @throws StreamDeleted when it was deleted for good, or softly and `stream-exists` is expected.
 */
export function decideAppend(facts: AppendFacts): AppendDecision {
  const { state, stream, expected } = facts;
  if (state?.tombstoned) throw new StreamDeleted(stream);
  if (expected === 'any' || expected === 'stream-exists') return decideAnywhere(facts);

  const head = state?.head ?? -1;
  const wanted = expected === 'no-stream' ? -1 : Number(expected);
  if (wanted === head) return 'write';
  if (wanted > head) throw conflict(facts);
  return decideBelowHead(facts, wanted);
}

function decideAnywhere(facts: AppendFacts): AppendDecision {
  if (facts.expected === 'stream-exists') checkExists(facts);
  if (facts.state === undefined) return 'write';
  let repeatOf: number | undefined;
  for (const [index, id] of facts.ids.entries()) {
    const revision = facts.revisionOf(id);
    if (revision === undefined && index === 0) return 'write';
    // Part of it was written before: neither a repeat nor new.
    if (revision === undefined) throw conflict(facts);
    repeatOf = revision;
  }
  return repeatOf === undefined ? 'write' : { repeatOf };
}

function checkExists(facts: AppendFacts): void {
  const { stream, state, hasMetadata } = facts;
  if (state?.softDeleted) throw new StreamDeleted(stream);
  if ((state?.head ?? -1) < 0 && !hasMetadata) throw conflict(facts);
}

function decideBelowHead(facts: AppendFacts, wanted: number): AppendDecision {
  const { state, ids, expected, idAt } = facts;
  for (const [index, id] of ids.entries()) {
    if (idAt(wanted + 1 + index) === id) continue;
    if (index === 0 && expected === 'no-stream' && state?.softDeleted) return 'write';
    throw conflict(facts);
  }
  if (ids.length === 0) throw conflict(facts);
  return { repeatOf: wanted + ids.length };
}

function conflict({ stream, expected, state }: AppendFacts): ConcurrencyConflict {
  const head = state?.head ?? -1;
  return new ConcurrencyConflict(stream, expected, head < 0 ? null : BigInt(head));
}
