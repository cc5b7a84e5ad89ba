import { NoAnswer } from './no-answer.js';
import { ApiProblem, OutcomeUnknown, ServiceAway } from './problems.js';

/** How one call is repeated, and what is said when that is of no use. */
export type RetryPlan = {
  /** 1 for what may not be done twice. */
  readonly attemptsMax: number;
  /** No attempt begins later than this after the first one. */
  readonly totalMs: number;
  /** Whether the call changes something: without an answer its outcome is unknown. */
  readonly changes: boolean;
  readonly idempotencyKey: string | null;
  readonly origin: string;
  /** Ends the waits between attempts, with its reason. */
  readonly signal: AbortSignal;
};

const WAIT_MS = 200;
const WAIT_MS_MAX = 5_000;

/** Passes by itself: a slow line, too many requests, a service that starts or is cut off. */
const PASSING = [408, 429, 502, 503, 504];

/** Answers that say nothing about an earlier attempt: they come before the key is looked up. */
const UNSETTLED = [401, 403, ...PASSING, 500];

/** After these the command may have been done all the same. */
const PERHAPS_DONE = [500, 502, 503, 504];

/**
 * Attempts until one succeeds, is refused, or the plan is exhausted.
 *
 * @throws ApiProblem, ServiceAway or OutcomeUnknown; and what else `attempt` throws, at once.
 */
export async function withRetries<T>(plan: RetryPlan, attempt: () => Promise<T>): Promise<T> {
  const start = performance.now();
  let isPerhapsDone = false;
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof NoAnswer) && !(error instanceof ApiProblem)) throw error;
      isPerhapsDone ||= plan.changes && mayHaveDone(error);
      const pauseMs = pauseAfter(error, attempts);
      const leftMs = plan.totalMs - (performance.now() - start);
      if (!isPassing(error) || attempts >= plan.attemptsMax || pauseMs >= leftMs) {
        throw ending(plan, { attempts, isPerhapsDone, error });
      }
      await pause(pauseMs, plan.signal).catch((thrown: unknown) => {
        // The time for all attempts may be over a moment before the pause is.
        const isOver = thrown instanceof NoAnswer;
        throw isOver ? ending(plan, { attempts, isPerhapsDone, error }) : thrown;
      });
    }
  }
}

type Failure = NoAnswer | ApiProblem;

type Tried = {
  readonly attempts: number;
  readonly isPerhapsDone: boolean;
  readonly error: Failure;
};

/** What the caller gets: an answer that settles nothing does not hide an earlier silence. */
function ending(
  { origin, idempotencyKey }: RetryPlan,
  { attempts, isPerhapsDone, error }: Tried,
): ApiProblem | ServiceAway | OutcomeUnknown {
  if (isPerhapsDone && isUnsettled(error)) {
    return new OutcomeUnknown(origin, { idempotencyKey, attempts, cause: error });
  }
  return error instanceof ApiProblem ? error : new ServiceAway(origin, error);
}

function mayHaveDone(error: Failure): boolean {
  return error instanceof NoAnswer ? error.wasPerhapsSent : PERHAPS_DONE.includes(error.status);
}

function isUnsettled(error: Failure): boolean {
  return error instanceof NoAnswer || UNSETTLED.includes(error.status);
}

function isPassing(error: Failure): boolean {
  return error instanceof NoAnswer || PASSING.includes(error.status);
}

/**
 * What the service asks for, and a time of chance on top whose bound doubles from one attempt to
 * the next, so that clients which failed together do not come back together.
 */
function pauseAfter(error: Failure, attempts: number): number {
  const askedMs = error instanceof ApiProblem ? (error.retryAfterMs ?? 0) : 0;
  return askedMs + Math.random() * Math.min(WAIT_MS * 2 ** (attempts - 1), WAIT_MS_MAX);
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
