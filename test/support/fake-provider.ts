import { Money } from '#money';
import {
  PaymentProvider,
  ProviderUnavailable,
  type BookEntry,
  type SettlementLine,
  type Instant,
  type LookUpRequest,
  type Operation,
  type OptionalOperation,
  type OutcomeOf,
  type ProviderFact,
  type Refusal,
  type RequestOf,
  type VerifiedWebhook,
} from '#provider-port';

type Hold = {
  readonly paymentId: string;
  readonly authorisationId: string;
  amount: Money;
  captured: Money;
  status: 'waiting' | 'held' | 'declined' | 'spent' | 'voided' | 'replaced';
  /** When it came to be, or when the payer acted: a repeated question has the same answer. */
  since: Instant;
};

type Taken = { readonly paymentId: string; readonly amount: Money; refunded: Money };

/** What the payer's bank does with a token; any other token pays. */
export const FAKE_TOKENS = { declined: 'tok_declined', wantsPayer: 'tok_wants_payer' } as const;

type Loss = 'request' | 'answer';

/** What a fact says beside when, of whom and of which payment it is. */
type Telling = ProviderFact extends infer Fact
  ? Fact extends ProviderFact
    ? Omit<Fact, 'at' | 'paymentId'>
    : never
  : never;

/** A provider in memory that keeps every promise of the port: a twin for tests, proven as one. */
export class FakeProvider extends PaymentProvider {
  override readonly name = 'stripe';
  readonly #answers = new Map<string, unknown>();
  readonly #holds = new Map<string, Hold>();
  readonly #captures = new Map<string, Taken>();
  readonly #lines: SettlementLine[] = [];
  readonly #facts: ProviderFact[] = [];
  readonly #losses = new Map<Operation, Loss>();
  #count = 0;
  readonly #operations: {
    readonly [O in Operation]: (request: RequestOf<O>) => Promise<OutcomeOf<O>>;
  } = {
    authorise: (request) => this.#authorise(request),
    increment: (request) => this.#increment(request),
    reauthorise: (request) => this.#reauthorise(request),
    cancel: (request) => this.#cancel(request),
    capture: (request) => this.#capture(request),
    void: (request) => this.#void(request),
    refund: (request) => this.#refund(request),
  };

  constructor(private readonly now: () => Date = () => new Date()) {
    super();
  }

  /** The next call of an operation is lost on its way there, or its answer on the way back. */
  loseNext(operation: Operation, loss: Loss): void {
    this.#losses.set(operation, loss);
  }

  /** What the payer does where `payer-action-required` sent them. */
  payerActs(orderReference: string, pays: boolean): void {
    const hold = this.#holds.get(orderReference);
    if (hold?.status !== 'waiting') return;
    hold.status = pays ? 'held' : 'declined';
    hold.since = this.#at;
    this.#tellOfHold(orderReference, hold);
  }

  override refusalOf(amount: Money): string | null {
    if (amount.currency === 'CLF') return 'CLF is not supported';
    return amount.isPositive ? null : 'the amount must be greater than zero';
  }

  override supports(_operation: OptionalOperation): boolean {
    return true;
  }

  override perform<O extends Operation>(
    operation: O,
    request: RequestOf<O>,
  ): Promise<OutcomeOf<O>> {
    return this.#operations[operation](request);
  }

  async #authorise(request: RequestOf<'authorise'>): Promise<OutcomeOf<'authorise'>> {
    const { authorisationId, orderReference } = request;
    if (this.refusalOf(request.amount) !== null) return this.#refused('amount-not-supported');
    if (orderReference !== null) return this.#authorisation(orderReference);
    return this.#once('authorise', authorisationId, () => {
      const { paymentId, amount, token } = request;
      const status = { [FAKE_TOKENS.declined]: 'declined', [FAKE_TOKENS.wantsPayer]: 'waiting' }[
        token ?? ''
      ] as Hold['status'] | undefined;
      const captured = Money.zero(amount.currency);
      const hold = { paymentId, authorisationId, amount, captured, status: status ?? 'held' };
      return this.#authorisation(this.#hold(hold));
    });
  }

  async #increment(request: RequestOf<'increment'>): Promise<OutcomeOf<'increment'>> {
    const { incrementId, reference, amount } = request;
    if (this.refusalOf(amount) !== null) return this.#refused('amount-not-supported');
    return this.#once('increment', incrementId, () => {
      const hold = this.#holds.get(reference);
      if (hold?.status !== 'held') return this.#refused('not-held');
      if (!amount.isGreaterThan(hold.amount)) return this.#refused('not-raised');
      hold.amount = amount;
      const change = { operationId: incrementId, reference, amount, expiresAt: null };
      this.#tell(hold.paymentId, { kind: 'authorisation-changed', ...change });
      return { status: 'incremented', expiresAt: null, at: this.#at };
    });
  }

  async #reauthorise(request: RequestOf<'reauthorise'>): Promise<OutcomeOf<'reauthorise'>> {
    const { reauthorisationId, reference, amount } = request;
    if (this.refusalOf(amount) !== null) return this.#refused('amount-not-supported');
    return this.#once('reauthorise', reauthorisationId, () => {
      const hold = this.#holds.get(reference);
      if (hold?.status !== 'held' || hold.captured.isPositive) return this.#refused('not-held');
      hold.status = 'replaced';
      const renewed = this.#hold({ ...hold, amount, status: 'held' });
      return { status: 'reauthorised', reference: renewed, expiresAt: null, at: this.#at };
    });
  }

  async #cancel({
    cancellationId,
    orderReference,
  }: RequestOf<'cancel'>): Promise<OutcomeOf<'cancel'>> {
    return this.#once('cancel', cancellationId, () => {
      const hold = this.#holds.get(orderReference);
      if (hold?.status === 'held' || hold?.status === 'spent') return this.#refused('authorised');
      if (hold?.status === 'waiting') {
        hold.status = 'voided';
        const kind = 'payer-action-abandoned';
        this.#tell(hold.paymentId, { kind, orderReference, reason: 'cancelled' });
      }
      return { status: 'cancelled', at: this.#at };
    });
  }

  async #capture(request: RequestOf<'capture'>): Promise<OutcomeOf<'capture'>> {
    const { captureId, reference, amount, final } = request;
    return this.#once('capture', captureId, () => {
      const hold = this.#holds.get(reference);
      if (hold?.status !== 'held') return this.#refused('not-held');
      const captured = hold.captured.plus(amount);
      if (captured.isGreaterThan(hold.amount)) return this.#refused('exceeds-held');
      hold.captured = captured;
      if (final || captured.equals(hold.amount)) hold.status = 'spent';
      const { paymentId } = hold;
      const id = this.#id('ch');
      const fee = Money.zero(amount.currency);
      this.#captures.set(id, { paymentId, amount, refunded: fee });
      this.#book({ kind: 'capture', reference: id, paymentId, amount });
      const taken = { captureId, authorisationReference: reference, reference: id, amount, fee };
      this.#tell(paymentId, { kind: 'captured', ...taken, total: null });
      return { status: 'captured', reference: id, fee, at: this.#at };
    });
  }

  async #void({ voidId, reference }: RequestOf<'void'>): Promise<OutcomeOf<'void'>> {
    return this.#once('void', voidId, () => {
      const hold = this.#holds.get(reference);
      if (hold?.status === 'voided') return { status: 'voided', at: this.#at };
      if (hold?.status !== 'held') return this.#refused('not-held');
      hold.status = 'voided';
      this.#tell(hold.paymentId, { kind: 'voided', reference, expired: false });
      return { status: 'voided', at: this.#at };
    });
  }

  async #refund(request: RequestOf<'refund'>): Promise<OutcomeOf<'refund'>> {
    const { refundId, reference, amount } = request;
    return this.#once('refund', refundId, () => {
      const taken = this.#captures.get(reference);
      if (!taken) return this.#refused('not-captured');
      const refunded = taken.refunded.plus(amount);
      if (refunded.isGreaterThan(taken.amount)) return this.#refused('exceeds-captured');
      taken.refunded = refunded;
      const id = this.#id('re');
      const { paymentId } = taken;
      this.#book({ kind: 'refund', reference: id, paymentId, amount: amount.negated() });
      const fee = Money.zero(amount.currency);
      const given = { refundId, captureReference: reference, reference: id, amount, fee };
      this.#tell(paymentId, { kind: 'refunded', ...given });
      return { status: 'refunded', reference: id, fee: Money.zero(amount.currency), at: this.#at };
    });
  }

  override async lookUp({ paymentId }: LookUpRequest): Promise<readonly ProviderFact[]> {
    return this.#facts.filter((fact) => fact.paymentId === paymentId);
  }

  override async paymentOf(reference: string): Promise<string | null> {
    const known = this.#holds.get(reference) ?? this.#captures.get(reference);
    return known?.paymentId ?? null;
  }

  override async knows(reference: string): Promise<boolean> {
    const told = this.#facts.some((fact) => 'reference' in fact && fact.reference === reference);
    return told || (await this.paymentOf(reference)) !== null;
  }

  override async *events(from: Instant): AsyncIterable<VerifiedWebhook> {
    for (const [index, fact] of [...this.#facts].entries()) {
      if (fact.at < from) continue;
      const shape = { apiVersion: null, unreadable: null };
      const eventId = `evt_${index}`;
      yield { provider: this.name, eventId, type: fact.kind, facts: [fact], ...shape };
    }
  }

  override async event(eventId: string): Promise<VerifiedWebhook | null> {
    for await (const event of this.events('')) if (event.eventId === eventId) return event;
    return null;
  }

  override async *books(from: Instant): AsyncIterable<BookEntry> {
    for (const line of [...this.#lines]) if (line.at >= from) yield line;
  }

  /** The first answer is every answer, whether or not it arrived. */
  #once<Outcome>(operation: Operation, id: string, run: () => Outcome): Outcome {
    const loss = this.#losses.get(operation);
    this.#losses.delete(operation);
    if (loss === 'request') throw new ProviderUnavailable(this.name, 'the request was lost');
    const key = `${operation}:${id}`;
    const answer = this.#answers.has(key) ? (this.#answers.get(key) as Outcome) : run();
    this.#answers.set(key, answer);
    if (loss === 'answer') throw new ProviderUnavailable(this.name, 'the answer was lost');
    return answer;
  }

  #hold(asked: Omit<Hold, 'since'>): string {
    const reference = this.#id('pi');
    const hold = { ...asked, since: this.#at };
    this.#holds.set(reference, hold);
    if (hold.status !== 'waiting') this.#tellOfHold(reference, hold);
    return reference;
  }

  #authorisation(reference: string): OutcomeOf<'authorise'> {
    const hold = this.#holds.get(reference);
    if (!hold) return this.#refused('declined');
    const at = hold.since;
    switch (hold.status) {
      case 'voided':
      case 'declined':
        return { ...this.#refused('declined'), at };
      case 'waiting': {
        const url = `https://bank.example/${reference}`;
        return { status: 'payer-action-required', url, orderReference: reference, at };
      }
      case 'held':
      case 'spent':
      case 'replaced':
        return { status: 'authorised', reference, expiresAt: null, at };
    }
  }

  #tellOfHold(reference: string, { status, paymentId, authorisationId, amount }: Hold): void {
    if (status === 'declined') {
      const why = { code: 'declined', reason: 'declined' };
      this.#tell(paymentId, { kind: 'authorisation-declined', authorisationId, ...why });
      return;
    }
    const held = { authorisationId, reference, amount, expiresAt: null };
    this.#tell(paymentId, { kind: 'authorised', ...held });
  }

  #tell(paymentId: string, telling: Telling): void {
    this.#facts.push({ ...telling, paymentId, at: this.#at });
  }

  #book(line: Pick<SettlementLine, 'kind' | 'reference' | 'paymentId' | 'amount'>): void {
    const fee = Money.zero(line.amount.currency);
    const lineId = this.#id('txn');
    this.#lines.push({ provider: this.name, lineId, ...line, fee, at: this.#at });
  }

  #refused(code: string): Refusal {
    return { status: 'refused', code, reason: code, at: this.#at };
  }

  #id(prefix: string): string {
    this.#count += 1;
    return `${prefix}_${this.#count}`;
  }

  get #at(): Instant {
    return this.now().toISOString();
  }
}
