import { randomBytes } from 'node:crypto';
import { headers, type MsgHdrs } from 'nats';
import type { MessagingLog } from './messaging-log.js';
import { Seal } from './seal.js';

const SEAL = 'Assay-Seal';
const NONCE = 'Assay-Nonce';
const ERROR = 'Assay-Error';
const NONCE_BYTES = 16;
/** Thousands of forged messages must not fill the log with as many lines. */
const TELL_EVERY_MS = 60_000;

/** A question as it is sent; its seal is what the answer has to belong to. */
export type SealedRequest = { readonly headers: MsgHdrs; readonly seal: string };

/** What headers and body say; null when they prove nothing. */
export type SealedAnswer = { readonly isError: boolean };

/** Puts seals on messages, and counts those that come without a right one. */
export class SealedMessages {
  readonly #seal: Seal;
  #refused = 0;
  #toldMs = -Infinity;

  constructor(
    key: string,
    private readonly log: MessagingLog,
  ) {
    this.#seal = new Seal(key);
  }

  /** How many messages were refused since the start. */
  get refused(): number {
    return this.#refused;
  }

  request(subject: string, body: Uint8Array): SealedRequest {
    const nonce = randomBytes(NONCE_BYTES).toString('base64');
    const seal = this.#seal.of('request', [subject, nonce], body);
    return { headers: headersOf({ [NONCE]: nonce, [SEAL]: seal }), seal };
  }

  /** The seal of a question, for its answer; null when the question is refused. */
  openRequest(subject: string, given: MsgHdrs | undefined, body: Uint8Array): string | null {
    const seal = given?.get(SEAL) ?? '';
    const nonce = given?.get(NONCE) ?? '';
    if (nonce !== '' && this.#seal.proves(seal, 'request', [subject, nonce], body)) return seal;
    this.#refuse(subject, 'request');
    return null;
  }

  answer(request: string, body: Uint8Array, { isError }: SealedAnswer): MsgHdrs {
    const seal = this.#seal.of(isError ? 'error' : 'answer', [request], body);
    return headersOf({ [SEAL]: seal, ...(isError && { [ERROR]: '1' }) });
  }

  /** Null when the answer is refused: another may still come. */
  openAnswer(
    { subject, seal }: { readonly subject: string; readonly seal: string },
    given: MsgHdrs | undefined,
    body: Uint8Array,
  ): SealedAnswer | null {
    const isError = given?.has(ERROR) ?? false;
    const kind = isError ? 'error' : 'answer';
    if (this.#seal.proves(given?.get(SEAL) ?? '', kind, [seal], body)) return { isError };
    this.#refuse(subject, 'answer');
    return null;
  }

  /** For a durable stream: there it stays provable for as long as it is kept. */
  stored(subject: string, body: Uint8Array): MsgHdrs {
    return headersOf({ [SEAL]: this.#seal.of('stored', [subject], body) });
  }

  /** @returns whether the message is one of ours. */
  opensStored(subject: string, given: MsgHdrs | undefined, body: Uint8Array): boolean {
    if (this.#seal.proves(given?.get(SEAL) ?? '', 'stored', [subject], body)) return true;
    this.#refuse(subject, 'stored message');
    return false;
  }

  #refuse(subject: string, what: string): void {
    this.#refused += 1;
    const nowMs = performance.now();
    if (nowMs - this.#toldMs < TELL_EVERY_MS) return;
    this.#toldMs = nowMs;
    const facts = { subject, what, refused: this.#refused };
    this.log.warn(facts, 'a message without the seal of this system was refused');
  }
}

/** The seal that a stored message keeps when it moves to the dead letters and back. */
export function keptSeal(given: MsgHdrs | undefined): Readonly<Record<string, string>> {
  const seal = given?.get(SEAL) ?? '';
  return seal === '' ? {} : { [SEAL]: seal };
}

export function headersOf(values: Readonly<Record<string, string>>): MsgHdrs {
  const made = headers();
  for (const [name, value] of Object.entries(values)) made.set(name, value);
  return made;
}
