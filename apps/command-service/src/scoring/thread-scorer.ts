import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import {
  FraudScorer,
  ScoringTimedOut,
  ScoringUnavailable,
  type ScoreReply,
  type ScoreRequest,
} from '#fraud';

/** What the scoring thread needs to start. */
export type ScoringThreadOptions = {
  readonly eventStoreUrl: string;
  readonly modelsDir: string;
  readonly stateDir: string;
  readonly logLevel: string;
};

/** From here to the thread; the request as JSON, since Money has methods. */
export type ThreadRequest = { readonly id: number; readonly request: string };

/** From the thread back. */
export type ThreadReply =
  | { readonly id: number; readonly reply: ScoreReply }
  | { readonly id: number; readonly error: string };

type Waiting = {
  readonly resolve: (reply: ScoreReply) => void;
  readonly reject: (error: Error) => void;
};

/** Scores in a worker thread of this process: for one machine without NATS. */
export class ThreadScorer extends FraudScorer {
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #gone: string | null = null;

  private constructor(
    private readonly worker: Worker,
    private readonly timeoutMs: number,
  ) {
    super();
    worker.on('message', (message: ThreadReply) => {
      this.#settle(message);
    });
    worker.on('error', (error) => {
      this.#fail(`the scoring thread failed: ${error.message}`);
    });
    worker.on('exit', () => {
      this.#fail('the scoring thread has ended');
    });
  }

  /** Resolves once the thread runs; until it has folded the history, scoring times out. */
  static async start(options: ScoringThreadOptions, timeoutMs: number): Promise<ThreadScorer> {
    const worker = new Worker(new URL('./scoring-thread.js', import.meta.url), {
      workerData: options,
    });
    await once(worker, 'online');
    return new ThreadScorer(worker, timeoutMs);
  }

  override score(request: ScoreRequest): Promise<ScoreReply> {
    if (this.#gone !== null) return Promise.reject(new ScoringUnavailable(this.#gone));
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(id);
        reject(new ScoringTimedOut(`no score within ${this.timeoutMs} ms`));
      }, this.timeoutMs);
      const settled = <T>(then: (value: T) => void) => {
        return (value: T) => {
          clearTimeout(timer);
          then(value);
        };
      };
      this.#waiting.set(id, { resolve: settled(resolve), reject: settled(reject) });
      const message: ThreadRequest = { id, request: JSON.stringify(request) };
      this.worker.postMessage(message);
    });
  }

  override async close(): Promise<void> {
    if (this.#gone !== null) return;
    const ended = once(this.worker, 'exit');
    this.worker.postMessage('close');
    await ended;
  }

  #settle(message: ThreadReply): void {
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if ('reply' in message) waiting?.resolve(message.reply);
    else waiting?.reject(new Error(message.error));
  }

  #fail(reason: string): void {
    this.#gone = reason;
    for (const { reject } of this.#waiting.values()) reject(new ScoringUnavailable(reason));
    this.#waiting.clear();
  }
}
