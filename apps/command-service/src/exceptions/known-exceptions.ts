import { Injectable } from '@nestjs/common';
import { Problem } from '#platform';
import { isExceptionId } from '#reconciliation';
import { Config } from '../config.js';

/** An exception as the books have it, as far as commands need it. */
export type KnownException = {
  readonly exceptionId: string;
  readonly kind: string;
  readonly atStake: { readonly amount: string; readonly currency: string } | null;
  readonly ours: readonly unknown[];
  readonly theirs: readonly unknown[];
};

const ANSWER_MS_MAX = 10_000;

/** Asks projection-service what an exception is: an amount is never taken from who resolves it. */
@Injectable()
export class KnownExceptions {
  constructor(private readonly config: Config) {}

  /** @throws Problem `not-found`, `part-not-configured`, `unavailable`. */
  async find(exceptionId: string, authorization: string): Promise<KnownException> {
    // A path such as `..` would name something else there.
    if (!isExceptionId(exceptionId)) throw new Problem('not-found', 'there is no such exception');
    const { PROJECTION_SERVICE_URL: url } = this.config;
    if (url === undefined) {
      throw new Problem('part-not-configured', 'set PROJECTION_SERVICE_URL to projection-service');
    }
    const path = `/v1/reconciliation/exceptions/${encodeURIComponent(exceptionId)}`;
    const { status, body } = await ask(new URL(path, url), authorization);
    if (status === 200) return body as KnownException;
    if (status === 404) throw new Problem('not-found', 'there is no such exception');
    throw new Problem('unavailable', `projection-service answered ${status}`);
  }
}

async function ask(url: URL, authorization: string): Promise<{ status: number; body: unknown }> {
  try {
    const signal = AbortSignal.timeout(ANSWER_MS_MAX);
    const response = await fetch(url, { headers: { authorization }, signal });
    return { status: response.status, body: await response.json() };
  } catch {
    throw new Problem('unavailable', 'projection-service does not answer');
  }
}
