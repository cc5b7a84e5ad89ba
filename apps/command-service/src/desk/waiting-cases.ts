import { Injectable } from '@nestjs/common';
import { Problem, type HttpProblemCode } from '#platform';
import { Config } from '../config.js';

/** Who asks for waiting cases, and for which. */
export type Asking = {
  /** As the caller sent it: projection-service checks the same keys. */
  readonly authorization: string;
  readonly filter: Readonly<Record<string, string>>;
};

/** Cases looked at in one round; with so many analysts at once, the last one still finds one. */
const CASES_MAX = 50;

const ANSWER_MS_MAX = 10_000;

type Answer = {
  readonly items?: readonly { readonly paymentId: string }[];
  readonly code?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
};

/** Which cases wait, as projection-service knows; it may be behind. */
@Injectable()
export class WaitingCases {
  constructor(private readonly config: Config) {}

  /**
   * The first of them in the order in which they are worth deciding.
   *
   * @param minPosition what the answer must know at least.
   * @throws Problem `part-not-configured`, `unavailable`, `position-not-reached`, or
   *   `request-invalid`.
   */
  async find(
    { authorization, filter }: Asking,
    minPosition: string | null,
  ): Promise<readonly string[]> {
    const { PROJECTION_SERVICE_URL: url } = this.config;
    if (url === undefined) {
      throw new Problem('part-not-configured', 'set PROJECTION_SERVICE_URL to projection-service');
    }
    const query = new URLSearchParams({ ...filter, limit: String(CASES_MAX) });
    if (minPosition !== null) query.set('minPosition', minPosition);
    const { status, answer } = await ask(
      new URL(`/v1/cases/queue?${query.toString()}`, url),
      authorization,
    );
    if (status === 200 && answer.items) return answer.items.map(({ paymentId }) => paymentId);
    throw problemOf(status, answer);
  }
}

async function ask(url: URL, authorization: string): Promise<{ status: number; answer: Answer }> {
  try {
    const response = await fetch(url, {
      headers: { authorization },
      signal: AbortSignal.timeout(ANSWER_MS_MAX),
    });
    return { status: response.status, answer: (await response.json()) as Answer };
  } catch {
    throw new Problem('unavailable', 'projection-service does not answer');
  }
}

const PASSED_ON: readonly string[] = ['position-not-reached', 'forbidden', 'unauthenticated'];

function problemOf(status: number, { code = '', detail, errors = [] }: Answer): Problem {
  if (PASSED_ON.includes(code)) return new Problem(code as HttpProblemCode, detail);
  if (status === 400) {
    const fields = errors.map(({ field, message }) => ({ field: `filter.${field}`, message }));
    return new Problem('request-invalid', detail, fields);
  }
  return new Problem('unavailable', `projection-service answered ${status}`);
}
