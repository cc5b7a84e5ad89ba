import type { EventOf, PaymentEvent } from '#payments';
import { ChangedRecords } from './changed-records.js';
import { Entity, ENTITY_KINDS, type EntityJson, type EntityKind } from './entity.js';
import { countedAt } from './counted-at.js';
import { euroOf } from './euro.js';
import { DAY, secondsOf } from './instant.js';
import type { Marks } from './history.js';
import { evidenceAfter, isFraud, NO_EVIDENCE, type LabelEvidence } from './label.js';

/** Changes with what is stored in a state, its keys included, so that another version is void. */
export const STATE_VERSION = 3;

/** Bounds of the state; beyond them the least recently touched is forgotten. */
export type FeatureLimits = {
  readonly entitiesMax: number;
  readonly paymentsMax: number;
  readonly bucketsMax: number;
  readonly linksMax: number;
};

export const FEATURE_LIMITS: FeatureLimits = {
  entitiesMax: 200_000,
  paymentsMax: 500_000,
  bucketsMax: 256,
  linksMax: 64,
};

/** The longest window (60 days) plus the label delay (7 days). */
export const HORIZON_SECONDS = 67 * DAY;

/** What is known of a payment, so that a label can find its way back. */
export type KnownPayment = {
  readonly customer: string;
  readonly merchant: string;
  readonly card: string | null;
  readonly device: string | null;
  readonly at: number;
  readonly recordedAt: number;
  readonly euro: number;
  /** Turn of the fold that added it. */
  readonly turn: number;
  readonly fraud: boolean | null;
  /** Why; absent while no label is known. */
  readonly evidence?: LabelEvidence;
};

/** One entry of a snapshot; null means that the key was forgotten. */
export type FeatureRecord = readonly [key: string, value: EntityJson | KnownPayment | Clock | null];

/** Payments folded so far, and the latest time of recording among them. */
type Clock = { readonly turn: number; readonly now: number };

export type InitiatedPayment = EventOf<'PaymentInitiated'>['data'];

const SWEEP_EVERY = 4096;
const CLOCK_KEY = 'clock';

/**
 * Everything the features of the next payment depend on. Changed only by folding events; the same
 * events in the same order always give the same state, with or without snapshots in between.
 */
export class FeatureState {
  readonly #entities = new Map<string, Entity>();
  readonly #payments = new Map<string, KnownPayment>();
  readonly #changed: ChangedRecords<FeatureRecord> | null;
  #turn = 0;
  #now = 0;

  /** @param trackChanges keep what `takeChanges` needs; call it then, or memory grows. */
  constructor(
    readonly limits: FeatureLimits = FEATURE_LIMITS,
    { trackChanges = false }: { readonly trackChanges?: boolean } = {},
  ) {
    this.#changed = trackChanges ? new ChangedRecords((key) => this.#recordOf(key)) : null;
  }

  entity(kind: EntityKind, id: string): Entity | undefined {
    return this.#entities.get(keyOf(kind, id));
  }

  payment(paymentId: string): KnownPayment | undefined {
    return this.#payments.get(paymentId);
  }

  get entityCount(): number {
    return this.#entities.size;
  }

  /** Adds a payment that was not there yet. */
  add(facts: InitiatedPayment, marks: Marks): void {
    this.#turn += 1;
    const payment = knownPaymentOf(facts, this.#turn);
    this.#now = Math.max(this.#now, payment.recordedAt);
    this.#changed?.touch(`payment:${facts.paymentId}`);
    this.#payments.set(facts.paymentId, payment);

    for (const kind of ENTITY_KINDS) {
      const id = payment[kind];
      if (id !== null) this.#addTo(kind, id, payment, marks);
    }
    this.#link(facts, payment);
    if (this.#turn % SWEEP_EVERY === 0) this.#sweep();
  }

  /** Takes in what an event says about its payment being fraud. */
  observe(event: PaymentEvent): void {
    const { paymentId } = event.data;
    const payment = this.#payments.get(paymentId);
    if (!payment) return;
    const { evidence: known = NO_EVIDENCE } = payment;
    const evidence = evidenceAfter(known, event);
    if (evidence === known) return;
    this.#changed?.touch(`payment:${paymentId}`);
    this.#payments.set(paymentId, { ...payment, evidence });
    const fraud = isFraud(evidence);
    if (fraud !== null) this.label(paymentId, fraud);
  }

  /** Records what became of a payment. Repeats change nothing, a reversal takes the fraud back. */
  label(paymentId: string, fraud: boolean): void {
    const payment = this.#payments.get(paymentId);
    if (!payment || payment.fraud === fraud) return;
    this.#changed?.touch(`payment:${paymentId}`);
    this.#payments.set(paymentId, { ...payment, fraud });
    if (!fraud && payment.fraud === null) return;

    for (const kind of ENTITY_KINDS) this.#countFraud(kind, payment, fraud ? 1 : -1);
  }

  /** The whole state as plain JSON entries. */
  *records(): Iterable<FeatureRecord> {
    yield [CLOCK_KEY, { turn: this.#turn, now: this.#now }];
    for (const [key, entity] of this.#entities) yield [key, entity.toJSON()];
    for (const [id, payment] of this.#payments) yield [`payment:${id}`, payment];
  }

  /** Entries that changed since the last call. Writing them over older ones gives `records`. */
  takeChanges(): FeatureRecord[] {
    this.beginChanges();
    return this.takeSlice(Infinity);
  }

  /** Fixes what changed until now, to be taken in slices while the fold goes on. */
  beginChanges(): void {
    this.#changed?.begin([CLOCK_KEY, { turn: this.#turn, now: this.#now }]);
  }

  /** The next entries of what `beginChanges` fixed, as they were then; none when all are taken. */
  takeSlice(recordsMax: number): FeatureRecord[] {
    return this.#changed?.take(recordsMax) ?? [];
  }

  /** Takes over the entries of a snapshot. Only for a state that folded nothing yet. */
  restore(records: Iterable<FeatureRecord>): void {
    const payments: [string, KnownPayment][] = [];
    for (const [key, value] of records) {
      if (value === null) continue;
      if ('now' in value) [this.#turn, this.#now] = [value.turn, value.now];
      else if ('history' in value) this.#entities.set(key, Entity.fromJSON(value));
      else payments.push([key.slice('payment:'.length), value]);
    }
    // A snapshot may list them in any order; forgetting goes by their turn.
    payments.sort(([, a], [, b]) => a.turn - b.turn);
    for (const [id, payment] of payments) this.#payments.set(id, payment);
  }

  #addTo(kind: EntityKind, id: string, payment: KnownPayment, marks: Marks): void {
    const key = keyOf(kind, id);
    this.#changed?.touch(key);
    const entity = this.#entities.get(key) ?? new Entity(payment.at);
    this.#entities.set(key, entity);
    entity.firstAt = Math.min(entity.firstAt, payment.at);
    entity.touchedAt = payment.recordedAt;
    entity.touchedTurn = this.#turn;
    entity.history.add(
      { at: payment.at, euro: payment.euro, marks },
      { bucketsMax: this.limits.bucketsMax, horizonSeconds: HORIZON_SECONDS },
    );
  }

  #countFraud(kind: EntityKind, payment: KnownPayment, change: 1 | -1): void {
    const id = payment[kind];
    const entity = id === null ? undefined : this.entity(kind, id);
    if (id === null || !entity) return;
    this.#changed?.touch(keyOf(kind, id));
    entity.history.countFraud(payment.at, change);
  }

  #link(facts: InitiatedPayment, { customer, merchant, card, device, at }: KnownPayment): void {
    const when = { at, max: this.limits.linksMax };
    const payer = this.entity('customer', customer);
    payer?.link('merchant', merchant, when);
    payer?.link('card', card, when);
    payer?.link('device', device, when);
    payer?.link('country', facts.ipCountry, when);
    payer?.link('currency', facts.amount.currency, when);
    if (card !== null) this.entity('card', card)?.link('customer', customer, when);
    if (device !== null) this.entity('device', device)?.link('customer', customer, when);
  }

  /** Forgets what no window reaches any more, then the least recently touched beyond the bounds. */
  #sweep(): void {
    const oldest = this.#now - HORIZON_SECONDS;
    for (const [key, { touchedAt }] of this.#entities) {
      if (touchedAt < oldest) this.#forgetEntity(key);
    }
    let excess = this.#payments.size - this.limits.paymentsMax;
    for (const [id, { recordedAt }] of this.#payments) {
      if (excess <= 0 && recordedAt >= oldest) break;
      this.#forgetPayment(id);
      excess -= 1;
    }
    const surplus = this.#entities.size - this.limits.entitiesMax;
    if (surplus > 0) {
      const byTouch = [...this.#entities].sort(([, a], [, b]) => a.touchedTurn - b.touchedTurn);
      for (const [key] of byTouch.slice(0, surplus)) this.#forgetEntity(key);
    }
  }

  #forgetEntity(key: string): void {
    this.#changed?.touch(key);
    this.#entities.delete(key);
  }

  #forgetPayment(id: string): void {
    this.#changed?.touch(`payment:${id}`);
    this.#payments.delete(id);
  }

  #recordOf(key: string): FeatureRecord {
    if (!key.startsWith('payment:')) return [key, this.#entities.get(key)?.toJSON() ?? null];
    return [key, this.#payments.get(key.slice('payment:'.length)) ?? null];
  }
}

function knownPaymentOf(facts: InitiatedPayment, turn: number): KnownPayment {
  return {
    customer: facts.customerId,
    merchant: facts.merchantId,
    card: facts.card?.fingerprint ?? null,
    device: facts.deviceId,
    at: countedAt(facts),
    recordedAt: secondsOf(facts.initiatedAt),
    euro: euroOf(facts.amount),
    turn,
    fraud: null,
  };
}

function keyOf(kind: EntityKind, id: string): string {
  return `${kind}:${id}`;
}
