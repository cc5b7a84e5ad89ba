import { NoAnswer } from './no-answer.js';

/** One HTTP request, in full. */
export type WireRequest = {
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Longest silence: before the answer begins, and between two parts of it. */
  readonly timeoutMs: number;
  /** Ends the exchange, with its reason. */
  readonly signal: AbortSignal;
};

export type WireAnswer = {
  readonly status: number;
  /** By its name in lower case; null without it. */
  readonly header: (name: string) => string | null;
  /** The body as it comes. Breaking off the iteration ends the exchange. */
  readonly text: AsyncIterable<string>;
};

/**
 * Carries requests to the ledger. It repeats nothing and follows no redirect.
 *
 * @throws NoAnswer from `send` and from `text` when the exchange ends before the answer does.
 */
export type Transport = {
  readonly send: (request: WireRequest) => Promise<WireAnswer>;
  /** Lets go of idle connections. */
  readonly close: () => void;
};

/** A timer with more ends at once. */
const TIMER_MS_MAX = 2 ** 31 - 1;

/** Gives up after a time, or when the caller does: its signal then has the reason of that. */
export class Patience {
  readonly #controller = new AbortController();
  readonly #caller: AbortSignal | undefined;
  readonly #timeoutMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(timeoutMs: number, caller?: AbortSignal) {
    this.#timeoutMs = timeoutMs;
    this.#caller = caller;
    if (caller?.aborted) this.#giveUp();
    else caller?.addEventListener('abort', this.#giveUp);
    this.wait();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Begins to count again. */
  wait(): void {
    this.pause();
    const ms = Math.min(this.#timeoutMs, TIMER_MS_MAX);
    this.#timer = setTimeout(() => {
      this.#controller.abort(new NoAnswer('ETIMEDOUT', `no answer within ${ms} ms`));
    }, ms);
  }

  /** Counts no time while the caller works on what it has. */
  pause(): void {
    clearTimeout(this.#timer);
  }

  end(): void {
    this.pause();
    this.#caller?.removeEventListener('abort', this.#giveUp);
  }

  readonly #giveUp = (): void => this.#controller.abort(this.#caller?.reason);
}

/** The text of an answer's bytes; ends `patience` with the last of them. */
export async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  patience: Patience,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  try {
    patience.wait();
    for await (const chunk of bytes) {
      patience.pause();
      const text = decoder.decode(chunk, { stream: true });
      if (text !== '') yield text;
      patience.wait();
    }
    const rest = decoder.decode();
    if (rest !== '') yield rest;
  } catch (error) {
    throw reasonOf(error, patience);
  } finally {
    patience.end();
  }
}

/** Why an exchange ended: the caller's reason, or that no answer came. */
export function reasonOf(error: unknown, { signal }: Patience): unknown {
  return signal.aborted ? signal.reason : NoAnswer.of(error);
}
