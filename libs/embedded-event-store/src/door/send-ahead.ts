import { ServerInterceptingCall } from '@grpc/grpc-js';

/** What may be on its way to one connection before its sender has to wait. */
const AHEAD_BYTES_MAX = 64 * 1024;

/**
 * Takes the next messages of a call while the first is still being written, so that many go out in
 * one frame. By itself grpc-js waits after each message, and each becomes a frame of its own.
 */
export class SendAhead extends ServerInterceptingCall {
  #aheadBytes = 0;
  #waiting: (() => void) | undefined;

  override sendMessage(message: unknown, callback: () => void): void {
    const { length } = message as Buffer;
    this.#aheadBytes += length;
    super.sendMessage(message, () => {
      this.#aheadBytes -= length;
      const waiting = this.#waiting;
      this.#waiting = undefined;
      waiting?.();
    });
    if (this.#aheadBytes < AHEAD_BYTES_MAX) callback();
    else this.#waiting = callback;
  }
}
