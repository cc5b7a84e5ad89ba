/**
 * What waits between the subscription and the transactions. The consumer takes all there is, so
 * batches are large while catching up and small when live; the producer waits when it is full.
 */
export class Inbox<Message> {
  #messages: Message[] = [];
  #ended = false;
  #wakeTaker: () => void = () => undefined;
  #wakePutter: () => void = () => undefined;

  constructor(private readonly messagesMax: number) {}

  async put(message: Message): Promise<void> {
    this.#messages.push(message);
    this.#wakeTaker();
    if (this.#messages.length < this.messagesMax || this.#ended) return;
    await new Promise<void>((resolve) => (this.#wakePutter = resolve));
  }

  /** All that waits, oldest first; null when it has ended; empty after `waitMs` without any. */
  async take(waitMs: number): Promise<readonly Message[] | null> {
    if (this.#messages.length === 0 && !this.#ended) {
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        this.#wakeTaker = resolve;
        timer = setTimeout(resolve, waitMs);
      });
      clearTimeout(timer);
    }
    if (this.#ended) return null;
    const taken = this.#messages;
    this.#messages = [];
    this.#wakePutter();
    return taken;
  }

  /** Nothing more is taken. @returns what was waiting. */
  end(): readonly Message[] {
    this.#ended = true;
    const dropped = this.#messages;
    this.#messages = [];
    this.#wakeTaker();
    this.#wakePutter();
    return dropped;
  }
}
