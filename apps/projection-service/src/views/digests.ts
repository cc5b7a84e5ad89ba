/**
 * Digests of views, one at a time, however many ask: each reads a whole view. Those who ask for the
 * same view before its turn comes share one, which is no older than their question.
 */
export class Digests<Digest> {
  readonly #waiting = new Map<string, Promise<Digest>>();
  #last: Promise<unknown> = Promise.resolve();

  of(view: string, digest: () => Promise<Digest>): Promise<Digest> {
    const waiting = this.#waiting.get(view);
    if (waiting) return waiting;
    const turn = this.#last.then(() => {
      this.#waiting.delete(view);
      return digest();
    });
    this.#waiting.set(view, turn);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
