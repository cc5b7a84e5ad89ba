/** One that waits to be let in. */
export type WaitingRequest = {
  /** Told once it may go on. */
  enter(): void;
  /** Whether it went away meanwhile; it is then forgotten. */
  hasLeft(): boolean;
};

/**
 * Lets visitors in by the order they came, a few in each turn of the event loop.
 *
 * With more work than there is processor, a loop that takes whatever arrives begins everything and
 * finishes nothing: each turn grows with what is under way, and what must be prompt waits for all
 * of it. A few a turn balance by themselves: what one visitor causes in later turns makes those
 * longer, so that fewer are let in a second. A turn then lasts as long as the work of `perTurn`
 * visitors, however many wait; and those that wait have begun nothing.
 */
export class AdmissionQueue {
  readonly #waiting = new Set<WaitingRequest>();
  #left: number;
  #isTurning = false;

  constructor(private readonly perTurn: number) {
    this.#left = perTurn;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** Lets the visitor in, now or in a later turn. */
  admit(visitor: WaitingRequest): void {
    if (this.#left > 0 && this.#waiting.size === 0) this.#letIn(visitor);
    else this.#waiting.add(visitor);
    this.#turnLater();
  }

  #letIn(visitor: WaitingRequest): void {
    if (visitor.hasLeft()) return;
    this.#left -= 1;
    visitor.enter();
  }

  #turnLater(): void {
    if (this.#isTurning) return;
    this.#isTurning = true;
    setImmediate(() => {
      this.#isTurning = false;
      this.#turn();
    });
  }

  #turn(): void {
    this.#left = this.perTurn;
    for (const visitor of this.#waiting) {
      if (this.#left === 0) break;
      this.#waiting.delete(visitor);
      this.#letIn(visitor);
    }
    if (this.#left < this.perTurn) this.#turnLater();
  }
}
