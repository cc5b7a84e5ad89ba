import { Money } from '#money';
import type { PaymentFact } from '#provider-port';
import {
  assessed,
  AUTHORISED,
  authorisationRequested,
  authorised,
  captured,
  captureRequested,
  eur,
  initiated,
  NOW,
  payerActionRequired,
  refundRequested,
} from '../../../../test/support/payment-events.js';
import type { PaymentEvent } from '../catalogue/events.js';
import { evolve } from '../catalogue/evolve.js';
import { PaymentError } from '../payment/errors.js';
import { openContradictions } from '../payment/guards.js';
import { NO_PAYMENT, type Payment } from '../payment/payment.js';
import { statusOf } from '../payment/status.js';
import { requestRefund } from '../refund/decide.js';
import { resolveOutcome } from '../resolve.js';
import type { FactContext } from './decide.js';
import { takeIn, takeInAll } from './take-in.js';

const STRIPE: FactContext = { provider: 'stripe', now: NOW, idOf };
const PAYPAL: FactContext = { ...STRIPE, provider: 'paypal' };
const CAPTURED = [...AUTHORISED, captureRequested('c1', '10.00'), captured('c1', '10.00')];

function fold(events: readonly PaymentEvent[]): Payment {
  return events.reduce(evolve, NO_PAYMENT);
}

function after(
  events: readonly PaymentEvent[],
  facts: readonly PaymentFact[],
  context = STRIPE,
): PaymentEvent[] {
  return facts.reduce<PaymentEvent[]>(
    (recorded, fact) => [...recorded, ...takeIn(fact, fold(recorded), context)],
    [...events],
  );
}

function newsOf(events: readonly PaymentEvent[], fact: PaymentFact, context = STRIPE): string[] {
  return takeIn(fact, fold(events), context).map(({ type }) => type);
}

const HEAD = { paymentId: 'p', at: NOW };
const TAKEN = { ...HEAD, authorisationReference: 'pi_1', fee: null } as const;
const usd = (text: string) => Money.parse(text, 'USD');

function refund(amount: Money, captureReference = 'ch_c1', reference = 're_9'): PaymentFact {
  return { kind: 'refunded', ...HEAD, refundId: null, captureReference, reference, amount };
}

function capture(amount: Money, captureId: string | null = null, reference = 'ch_9'): PaymentFact {
  return { kind: 'captured', ...TAKEN, captureId, reference, amount, total: null };
}

describe('a fact that contradicts the record', () => {
  const reversal: PaymentFact = {
    kind: 'capture-reversed',
    ...HEAD,
    captureReference: 'ch_c1',
    reference: 'rv_1',
    amount: eur('10.01'),
  };

  it.each([
    ['a capture in another currency', capture(usd('4.00')), 'currency-differs'],
    ['a refund in another currency', refund(usd('4.00')), 'currency-differs'],
    ['a refund below zero', refund(eur('-5.00')), 'amount-not-positive'],
    ['a refund of nothing', refund(eur('0.00')), 'amount-not-positive'],
    ['a refund of more than was captured', refund(eur('50.00')), 'given-back-exceeds-captured'],
    ['a reversal of more than was captured', reversal, 'given-back-exceeds-captured'],
    [
      'a capture of another amount than ours',
      capture(eur('9.00'), 'c1', 'ch_c1'),
      'amount-differs',
    ],
  ])('is kept and not booked: %s', (_, fact, rule) => {
    const found = takeIn(fact, fold(CAPTURED), STRIPE);
    expect(found).toMatchObject([{ type: 'ContradictionFound', data: { rule } }]);
    const kept = after(CAPTURED, [fact]);
    expect(newsOf(kept, fact)).toEqual([]);
    expect(statusOf(fold(kept))).toBe('captured');
    expect(codeOf(() => requestRefund(REFUND, fold(kept)))).toBe('payment-contradicted');
  });

  it('is left out by a person, and stays out', () => {
    const kept = after(CAPTURED, [refund(eur('50.00'))]);
    const operationId = openContradictions(fold(kept))[0]?.[0] ?? '';
    const say = { operationId, reference: null, note: 'not ours', now: NOW };
    const yes = () => resolveOutcome({ ...say, happened: true }, fold(kept));
    expect(codeOf(yes)).toBe('payment-contradicted');
    const out = [...kept, ...resolveOutcome({ ...say, happened: false }, fold(kept))];
    expect(out.at(-1)).toMatchObject({ type: 'ContradictionSettled', data: { by: 'person' } });
    expect(requestRefund(REFUND, fold(out))).toHaveLength(1);
    expect(newsOf(out, refund(eur('50.00')))).toEqual([]);
  });

  it('heals when the capture that explains it arrives', () => {
    const amount = eur('20.00');
    const recorded = [
      initiated({ amount }),
      authorised('a1', amount),
      captureRequested('c1', '8.00', false),
      captured('c1', '8.00', false),
    ];
    const total: PaymentFact = {
      kind: 'captured',
      ...TAKEN,
      captureId: null,
      reference: 'ch_c1',
      amount: eur('12.00'),
      total: eur('20.00'),
    };
    const kept = after(recorded, [refund(eur('9.00'))]);
    expect(openContradictions(fold(kept))).toHaveLength(1);
    expect(newsOf(kept, total)).toEqual([
      'PaymentCaptured',
      'PaymentRefunded',
      'ContradictionSettled',
    ]);
    const healed = fold(after(kept, [total]));
    const inOrder = fold(after(recorded, [total, refund(eur('9.00'))]));
    expect({ ...healed, contradictions: new Map() }).toEqual(inOrder);
  });

  it('never breaks the fold of what was recorded before it was checked', () => {
    const foreign = captured('c9', '4.00') as Extract<PaymentEvent, { type: 'PaymentCaptured' }>;
    const data = { ...foreign.data, amount: usd('4.00') };
    const payment = fold([...CAPTURED, { ...foreign, data }]);
    expect(statusOf(payment)).toBe('captured');
    expect(requestRefund({ ...REFUND, captureId: 'c1' }, payment)).toHaveLength(1);
  });
});

describe('an object of the provider', () => {
  const OPEN = [...CAPTURED, refundRequested('r1', '10.00')];
  const settle = (reference: string, payment: Payment, operationId = 'r1') =>
    resolveOutcome({ operationId, happened: true, reference, note: '', now: NOW }, payment);

  it('that is a refund of the desk is not the outcome of an open promise too', () => {
    const told = after(OPEN, [refund(eur('10.00'))]);
    expect(codeOf(() => settle('re_9', fold(told)))).toBe('reference-taken');
  });

  it('changes nothing after a person named the same object', () => {
    const named = [...OPEN, ...settle('re_9', fold(OPEN))];
    expect(newsOf(named, refund(eur('10.00')))).toEqual([]);
  });

  it('that is another one than a person named is a refund of its own', () => {
    const part = [...CAPTURED, refundRequested('r1', '4.00')];
    const named = [...part, ...settle('re_9', fold(part))];
    const own: PaymentFact = {
      kind: 'refunded',
      ...HEAD,
      refundId: 'r1',
      captureReference: 'ch_c1',
      reference: 're_r1',
      amount: eur('4.00'),
    };
    expect(newsOf(named, own)).toEqual(['PaymentRefunded']);
    expect(newsOf(after(named, [own]), own)).toEqual([]);
  });

  it.each(['pi_1', 'ch_c1'])('that is no refund settles none: %s', (reference) => {
    expect(codeOf(() => settle(reference, fold(OPEN)))).toBe('reference-taken');
  });

  it('settles one capture where each has an object of its own', () => {
    const paypal = [initiated({ provider: 'paypal' }), authorised()];
    const open = [...paypal, captureRequested('c1', '4.00', false)];
    const told = after(open, [capture(eur('6.00'))], PAYPAL);
    expect(codeOf(() => settle('ch_9', fold(told), 'c1'))).toBe('reference-taken');
    const named = [...open, ...settle('ch_9', fold(open), 'c1')];
    const own = capture(eur('4.00'), 'c1', 'ch_c1');
    expect(newsOf(named, own, PAYPAL)).toEqual(['PaymentCaptured']);
  });

  it('is believed though a person said that nothing happened', () => {
    const said = { operationId: 'r1', happened: false, reference: null, note: '', now: NOW };
    const not = [...OPEN, ...resolveOutcome(said, fold(OPEN))];
    const fact = { ...refund(eur('10.00')), refundId: 'r1' } as PaymentFact;
    expect(newsOf(not, fact)).toEqual(['PaymentRefunded']);
  });
});

const REFUND = { refundId: 'r9', captureId: null, amount: eur('1.00'), reason: '', now: NOW };

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof PaymentError) return error.code;
  }
  return 'none';
}

describe('all that the provider says at once', () => {
  const HOLD = { authorisationId: null, reference: 'pi_1', expiresAt: null } as const;

  it('is taken in the order in which it fits', () => {
    const facts = [refund(eur('3.00'), 'ch_9'), capture(eur('10.00'))];
    const { events, refusal } = takeInAll(facts, fold(AUTHORISED), STRIPE);
    expect(events.map(({ type }) => type)).toEqual(['PaymentCaptured', 'PaymentRefunded']);
    expect(refusal).toBeNull();
  });

  it('is taken but for what waits, and for what a rule forbids for now', () => {
    const held = [initiated(), assessed('review'), authorisationRequested(), payerActionRequired()];
    const facts: PaymentFact[] = [
      refund(eur('3.00')),
      { kind: 'payer-action-completed', ...HEAD, orderReference: 'ORDER-1' },
      { kind: 'review-opened', ...HEAD, reviewReference: 'v', orderReference: 'o', reason: 'r' },
    ];
    const { events, refusal } = takeInAll(facts, fold(held), STRIPE);
    expect(events.map(({ type }) => type)).toEqual(['ProviderReviewOpened']);
    expect(refusal?.code).toBe('payment-held');
  });

  it('is refused by no rule when what was forbidden at first fits in the end', () => {
    const held = [initiated(), assessed('review'), authorisationRequested(), payerActionRequired()];
    const facts: PaymentFact[] = [
      { kind: 'payer-action-completed', ...HEAD, orderReference: 'ORDER-1' },
      { kind: 'authorised', ...HEAD, ...HOLD, amount: eur('10.00') },
    ];
    const { events, refusal } = takeInAll(facts, fold(held), STRIPE);
    expect(events.map(({ type }) => type)).toEqual(['PaymentAuthorised']);
    expect(refusal).toBeNull();
  });
});

function idOf(...words: readonly string[]): string {
  return words.join(' ');
}
