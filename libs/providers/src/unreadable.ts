import { UnreadableObjects, type ProviderFact } from '#provider-port';

/**
 * An object of a kind that we act on lacks a field, or has one that we cannot make sense of, as in
 * another version of the API. That is not the same as an object that tells nothing new: what it
 * says is not known, and has to be looked up.
 */
export class Unreadable extends RangeError {
  override readonly name = 'Unreadable';
}

/** Collects what objects tell, one by one, so that one that cannot be read hides no other. */
export class Readings {
  readonly #facts: ProviderFact[] = [];
  readonly #reasons: string[] = [];

  add(read: () => readonly ProviderFact[]): void {
    try {
      this.#facts.push(...read());
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      this.#reasons.push(error.message);
    }
  }

  addEach<Item>(items: readonly Item[], read: (item: Item) => readonly ProviderFact[]): void {
    for (const item of items) this.add(() => read(item));
  }

  /** @throws UnreadableObjects when there were any. */
  factsOf(paymentId: string): readonly ProviderFact[] {
    const facts = this.#facts.map((fact) => ({ ...fact, paymentId }));
    if (this.#reasons.length > 0) throw new UnreadableObjects(facts, this.#reasons);
    return facts;
  }
}

/** Whether a reader failed at what it read, and not at a fault of its own. */
export function isUnreadable(error: unknown): error is RangeError | TypeError {
  return error instanceof RangeError || error instanceof TypeError;
}

/**
 * A fee, null where it is none that our ledger can hold: what it was charged for has happened with
 * any fee, so the fee never makes that unreadable.
 */
export function feeOrUnknown<Fee>(read: () => Fee | null): Fee | null {
  try {
    return read();
  } catch (error) {
    if (isUnreadable(error)) return null;
    throw error;
  }
}
