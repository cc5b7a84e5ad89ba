import { readStream, type EventStore } from '#event-store';
import { customerSubject, nameOf, type Vault } from '#privacy';
import { ERASURES, ERASURES_STREAM, type Erasure, type Erasures } from './erasure-stream.js';
import type { Subject } from './subject-payments.js';

type Erased = NonNullable<Erasure['erased']>;

export function subjectOf({ client, customerId }: Subject): string {
  return customerSubject(client, customerId);
}

export async function recordedErasures(eventStore: EventStore): Promise<Erasures> {
  const target = { stream: ERASURES_STREAM, type: ERASURES };
  return (await readStream(eventStore, target)).state;
}

/**
 * Makes the keys be as the store says: those of a promised erasure are destroyed, and those that
 * an older file of keys brought back are destroyed again. To be done before anything is read or
 * served; a crash in the middle leaves what the next start does.
 *
 * @returns how many erasures the file of keys had not seen.
 */
export async function replayErasures(vault: Vault, eventStore: EventStore): Promise<number> {
  let unseen = 0;
  for (const { requested, erased } of (await recordedErasures(eventStore)).values()) {
    const subject = subjectOf(requested);
    if (erased === null) vault.destroy(subject);
    else if (vault.destroyAgain(subject, namesIn(erased))) unseen += 1;
  }
  return unseen;
}

/** Erasures from before keys had names tell their places. */
function namesIn({ keys, keyNames }: Erased): readonly string[] {
  return keyNames.length > 0 ? keyNames : keys.map((place) => nameOf(place, { id: null }));
}
