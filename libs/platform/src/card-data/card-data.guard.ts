import { SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { findCardData, findCardDataInTurns } from './card-data.js';
import { holdsCardNumberAmongIds } from './card-number.js';
import { Problem } from '../problem/problem.js';
import { traceparentOf } from './traceparent.js';

type Request = {
  readonly body?: unknown;
  readonly rawBody?: Buffer;
  readonly params?: unknown;
  readonly query?: unknown;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
};

const TRANSLATED_KEY = 'assay:translated';

/** For deliveries of the providers, which are translated and never kept as sent. */
export const Translated = (): ReturnType<typeof SetMetadata> => SetMetadata(TRANSLATED_KEY, true);

/**
 * Refuses card numbers and security codes wherever a request could carry them, before anything is
 * recorded.
 */
export class CardDataGuard implements CanActivate {
  /** @throws Problem `card-data-refused` that names the field, never its value. */
  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    if (isTranslated(context)) return true;
    const request = context.switchToHttp().getRequest<Request>();
    const around = findAround(request);
    if (around !== null || !isLarge(request)) return permit(around ?? findCardData(request.body));
    return findCardDataInTurns(request.body).then(permit);
  }
}

/** @throws Problem `card-data-refused` */
function permit(found: string | null): true {
  if (found === null) return true;
  const message = 'looks like card data; leave it out, or send a token of the provider instead';
  throw new Problem('card-data-refused', undefined, [{ field: found, message }]);
}

/** Bodies of single commands are searched at once: a turn would cost them more. */
const LARGE_BYTES = 16 * 1024;

function isLarge({ rawBody }: Request): boolean {
  return rawBody !== undefined && rawBody.length > LARGE_BYTES;
}

function findAround({ params, query, headers }: Request): string | null {
  return findCardData(params) ?? findCardData(query) ?? headerWithCardData(headers);
}

function headerWithCardData(headers: Request['headers']): string | null {
  for (const [name, value] of Object.entries(headers)) {
    const search = SEARCH_OF[name] ?? findCardData;
    if (search(value) !== null) return name === 'idempotency-key' ? 'Idempotency-Key' : name;
  }
  return null;
}

type Header = string | string[] | undefined;

/** Headers with a form of their own. */
const SEARCH_OF: Readonly<Record<string, (value: Header) => string | null>> = {
  // A key is no data and never kept.
  authorization: () => null,
  // Random ids; of what is none, nothing is kept.
  traceparent: (value) => (traceparentOf(value) === null ? amongIds(value) : null),
  tracestate: (value) => amongIds(value),
};

function amongIds(value: Header): string | null {
  return holdsCardNumberAmongIds(String(value)) ? 'value' : null;
}

function isTranslated(context: ExecutionContext): boolean {
  return [context.getHandler(), context.getClass()].some(
    (target) => Reflect.getMetadata(TRANSLATED_KEY, target) === true,
  );
}
