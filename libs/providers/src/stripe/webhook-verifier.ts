import { Stripe } from 'stripe';
import { isEventId, WebhookRejected, WebhookVerifier, type VerifiedWebhook } from '#provider-port';
import { headOf, translated } from './translated.js';

export type StripeWebhookOptions = {
  /** `whsec_…` of the endpoint; several while it is being rotated. */
  readonly secrets: readonly string[];
  /** Whether our key moves real money. */
  readonly live: boolean;
};

/** Oldest signature accepted; Stripe signs every retry again, so none is lost. */
const AGE_MAX_S = 300;
/** The SDK accepts any future; a clock of ours that lags by more is out of order anyway. */
const AHEAD_MAX_S = 60;

const NOTHING = { facts: [], unreadable: null } as const;

/** Checks `Stripe-Signature` (HMAC-SHA256 over time and raw body) and its time on both sides. */
export class StripeWebhookVerifier extends WebhookVerifier {
  readonly provider = 'stripe';
  readonly #secrets: readonly string[];
  readonly #live: boolean;

  constructor({ secrets, live }: StripeWebhookOptions) {
    super();
    this.#live = live;
    if (secrets.length === 0) throw new RangeError('Stripe webhooks need at least one secret');
    this.#secrets = secrets;
  }

  override async verify(
    headers: Readonly<Record<string, string | undefined>>,
    body: Buffer,
    now: Date,
  ): Promise<VerifiedWebhook> {
    const signature = headers['stripe-signature'];
    if (signature === undefined)
      throw new WebhookRejected('the Stripe-Signature header is missing');
    const nowS = Math.floor(now.getTime() / 1000);
    const event = this.#event(body, signature, nowS);
    if (!(signedAtOf(signature) <= nowS + AHEAD_MAX_S)) {
      throw new WebhookRejected('the signature is from the future');
    }
    if (!isEvent(event)) {
      throw new WebhookRejected('the body is no Stripe event');
    }
    const foreign = this.#foreign(event);
    return foreign === null ? translated(event) : { ...headOf(event), ...NOTHING, foreign };
  }

  /**
   * Why an event says nothing of our money; null when it does. An endpoint for connected accounts
   * gets the events of all of them, and of both modes, under one secret.
   */
  #foreign({ account, livemode }: Stripe.Event): string | null {
    if (typeof account === 'string') return `it is of the connected account ${account}`;
    const other = typeof livemode === 'boolean' && livemode !== this.#live;
    return other ? `it is of ${livemode ? 'live' : 'test'} mode` : null;
  }

  #event(body: Buffer, signature: string, nowS: number): unknown {
    for (const secret of this.#secrets) {
      try {
        return Stripe.webhooks.constructEvent(
          body,
          signature,
          secret,
          AGE_MAX_S,
          undefined,
          nowS * 1000,
        );
      } catch (error) {
        if (error instanceof Stripe.errors.StripeSignatureVerificationError) continue;
        throw new WebhookRejected('the body is no Stripe event', { cause: error });
      }
    }
    throw new WebhookRejected('no signature of ours and of the last five minutes');
  }
}

function isEvent(event: unknown): event is Stripe.Event {
  if (typeof event !== 'object' || event === null) return false;
  const { id, type } = event as { id?: unknown; type?: unknown };
  return isEventId(id) && typeof type === 'string';
}

/** NaN when the header names none; the last one counts, as it does for the SDK. */
function signedAtOf(signature: string): number {
  const times = signature.split(',').filter((item) => item.startsWith('t='));
  return Number(times.at(-1)?.slice(2));
}
