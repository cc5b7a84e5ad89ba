import { Money } from '#money';
import { OPERATION_IDS } from '#payments';
import {
  PaymentProvider,
  ProviderUnavailable,
  UnreadableObjects,
  WebhookRejected,
  WebhookVerifier,
  type BookEntry,
  type Operation,
  type OutcomeOf,
  type ProviderFact,
  type RequestOf,
  type VerifiedWebhook,
} from '#provider-port';

const AT = '2026-03-01T12:00:00.000Z';

export type ProviderCall = { readonly operation: string; readonly id: string };

type Answers = {
  readonly [O in Operation]: (request: RequestOf<O>) => OutcomeOf<O>;
};

/** A provider that says yes, unless the test tells it otherwise. Remembers what it was asked. */
export class ScriptedProvider extends PaymentProvider {
  /** Whether it is known not to answer. */
  away = false;
  readonly calls: ProviderCall[] = [];
  /** Where payers would come back to, by each authorisation that was asked for. */
  readonly returnUrls: (string | null)[] = [];
  /** How many of the next calls take the money and never answer. */
  silences = 0;
  /** Taken before the next yes. */
  readonly authorisations: OutcomeOf<'authorise'>[] = [];
  readonly cancellations: OutcomeOf<'cancel'>[] = [];
  /** What a look-up finds, whichever payment it is for. */
  facts: readonly ProviderFact[] = [];
  /** What it says beside them that cannot be read. */
  unreadable: string | null = null;
  /** Payments by the references of the provider's objects. */
  readonly owners = new Map<string, string>();
  /** Ids that no object has. */
  readonly unknown = new Set<string>();
  /** What the provider lists as its events, and from when on it was asked for them. */
  readonly happened: VerifiedWebhook[] = [];
  readonly listedFrom: string[] = [];
  /** How many of the next lists break off after their first event. */
  brokenLists = 0;

  readonly #answers: Answers = {
    authorise: () =>
      this.authorisations.shift() ?? {
        status: 'authorised',
        reference: 'pi_1',
        expiresAt: null,
        at: AT,
      },
    capture: () => ({ status: 'captured', reference: 'ch_1', fee: null, at: AT }),
    void: () => ({ status: 'voided', at: AT }),
    refund: ({ refundId, amount }) => {
      const fee = Money.zero(amount.currency);
      return { status: 'refunded', reference: `re_${refundId}`, fee, at: AT };
    },
    increment: () => ({ status: 'incremented', expiresAt: null, at: AT }),
    reauthorise: () => ({ status: 'reauthorised', reference: 'pi_2', expiresAt: null, at: AT }),
    cancel: () => this.cancellations.shift() ?? { status: 'cancelled', at: AT },
  };

  constructor(override readonly name: PaymentProvider['name'] = 'stripe') {
    super();
  }

  override get isAway(): boolean {
    return this.away;
  }

  override refusalOf(amount: Money): string | null {
    return amount.currency === 'XAF' ? 'XAF is not supported' : null;
  }

  override async perform<O extends Operation>(
    operation: O,
    request: RequestOf<O>,
  ): Promise<OutcomeOf<O>> {
    if ('returnUrl' in request) this.returnUrls.push(request.returnUrl);
    const { [OPERATION_IDS[operation]]: id } = request as Readonly<Record<string, unknown>>;
    this.#called(operation, String(id));
    await Promise.resolve();
    return this.#answers[operation](request);
  }

  override supports(): boolean {
    return true;
  }

  override async lookUp({ paymentId }: { paymentId: string }): Promise<readonly ProviderFact[]> {
    this.#called('look-up', paymentId);
    await Promise.resolve();
    if (this.unreadable !== null) throw new UnreadableObjects(this.facts, [this.unreadable]);
    return this.facts;
  }

  override async paymentOf(reference: string): Promise<string | null> {
    await Promise.resolve();
    return this.owners.get(reference) ?? null;
  }

  override async knows(reference: string): Promise<boolean> {
    await Promise.resolve();
    return !this.unknown.has(reference);
  }

  override async *events(from: string): AsyncIterable<VerifiedWebhook> {
    await Promise.resolve();
    this.listedFrom.push(from);
    const broken = this.brokenLists > 0;
    if (broken) this.brokenLists -= 1;
    yield* broken ? this.happened.slice(0, 1) : this.happened;
    if (broken) throw new ProviderUnavailable(this.name, 'reset');
  }

  override async event(eventId: string): Promise<VerifiedWebhook | null> {
    this.#called('event', eventId);
    await Promise.resolve();
    return this.happened.find((event) => event.eventId === eventId) ?? null;
  }

  override async *books(): AsyncIterable<BookEntry> {
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
    const { id, ...told } = JSON.parse(body.toString()) as Pick<VerifiedWebhook, 'facts'> & {
      readonly id: string;
    };
    const shape = { apiVersion: null, unreadable: null, type: 'scripted' };
    return { provider: 'stripe', eventId: id, ...shape, ...told };
  }
}
