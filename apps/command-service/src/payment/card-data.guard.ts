import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { findCardData, holdsCardNumber, Problem } from '#platform';

type Request = {
  readonly url: string;
  readonly body?: unknown;
  readonly headers: Readonly<Record<string, string | undefined>>;
};

/** Signed deliveries of the providers are translated, never kept as sent. */
const WEBHOOKS = '/v1/webhooks/';

/** Refuses card numbers and security codes in any inbound field, before anything is recorded. */
@Injectable()
export class CardDataGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { url, body, headers } = context.switchToHttp().getRequest<Request>();
    if (url.startsWith(WEBHOOKS)) return true;
    const field = findCardData(body) ?? fieldOf(url, headers);
    if (field !== null) {
      const message = 'looks like card data; send a token of the provider instead';
      throw new Problem('card-data-refused', undefined, [{ field, message }]);
    }
    return true;
  }
}

function fieldOf(url: string, headers: Request['headers']): string | null {
  if (holdsCardNumber(decodeURIComponent(url))) return 'url';
  return holdsCardNumber(headers['idempotency-key'] ?? '') ? 'Idempotency-Key' : null;
}
