import type { Money } from '#money';
import {
  PaymentProvider,
  ProviderUnavailable,
  WebhookRejected,
  WebhookVerifier,
  type AuthoriseOutcome,
  type AuthoriseRequest,
  type BookLine,
  type CaptureOutcome,
  type CaptureRequest,
  type ProviderFact,
  type RefundOutcome,
  type RefundRequest,
  type VerifiedWebhook,
  type VoidOutcome,
  type VoidRequest,
} from '#providers';

const AT = '2026-03-01T12:00:00.000Z';

export type ProviderCall = { readonly operation: string; readonly id: string };

/** A provider that says yes, unless the test tells it otherwise. Remembers what it was asked. */
export class ScriptedProvider extends PaymentProvider {
  override readonly name = 'stripe';
  readonly calls: ProviderCall[] = [];
  /** How many of the next calls take the money and never answer. */
  silences = 0;
  /** Taken before the next yes. */
  readonly authorisations: AuthoriseOutcome[] = [];

  override refusalOf(amount: Money): string | null {
    return amount.currency === 'XAF' ? 'XAF is not supported' : null;
  }

  override async authorise({ authorisationId }: AuthoriseRequest): Promise<AuthoriseOutcome> {
    this.#called('authorise', authorisationId);
    await Promise.resolve();
    const scripted = this.authorisations.shift();
    return scripted ?? { status: 'authorised', reference: 'pi_1', expiresAt: null, at: AT };
  }

  override async capture({ captureId }: CaptureRequest): Promise<CaptureOutcome> {
    this.#called('capture', captureId);
    await Promise.resolve();
    return { status: 'captured', reference: 'ch_1', fee: null, at: AT };
  }

  override async void({ voidId }: VoidRequest): Promise<VoidOutcome> {
    this.#called('void', voidId);
    await Promise.resolve();
    return { status: 'voided', at: AT };
  }

  override async refund({ refundId }: RefundRequest): Promise<RefundOutcome> {
    this.#called('refund', refundId);
    await Promise.resolve();
    return { status: 'refunded', reference: 're_1', at: AT };
  }

  override async *books(): AsyncIterable<BookLine> {
    await Promise.resolve();
  }

  #called(operation: string, id: string): void {
    this.calls.push({ operation, id });
    if (this.silences === 0) return;
    this.silences -= 1;
    throw new ProviderUnavailable('stripe', 'timeout');
  }
}

/** Takes the body for what it says when the header `signature` is `good`. */
export class ScriptedVerifier extends WebhookVerifier {
  override readonly provider = 'stripe';

  override async verify(
    headers: Readonly<Record<string, string | undefined>>,
    body: Buffer,
  ): Promise<VerifiedWebhook> {
    await Promise.resolve();
    if (headers['signature'] !== 'good') throw new WebhookRejected('the signature does not match');
    const { id, facts } = JSON.parse(body.toString()) as { id: string; facts: ProviderFact[] };
    return { provider: 'stripe', eventId: id, type: 'scripted', facts };
  }
}
