import fc from 'fast-check';
import {
  assessed,
  authorisationRequested,
  authorised,
  initiated,
  NOW,
  PAYMENT_ID,
} from '../../../../test/support/payment-events.js';
import { paymentHistory } from '../../../../test/support/payment-histories.js';
import { attend, type Attention } from '../attention.js';
import { recordAuthorisation, requestAuthorisation } from '../authorise/decide.js';
import type { PaymentEvent } from '../catalogue/events.js';
import { evolve } from '../catalogue/evolve.js';
import { nextStep } from '../next-step.js';
import { initiatedOf } from '../payment/guards.js';
import { openPromises } from '../payment/open-promises.js';
import { NO_PAYMENT, type Payment } from '../payment/payment.js';
import type { Away } from './decide.js';

const PAYPAL = { provider: 'paypal', method: { kind: 'paypal' } } as const;
const routing = { policy: 'policy-1', reason: 'command-order', alternatives: [PAYPAL] } as const;
const ready = [initiated({ routing }), assessed()] as const;
const rerouted = {
  type: 'PaymentRerouted',
  data: { paymentId: PAYMENT_ID, from: 'stripe', ...PAYPAL, policy: 'policy-1', reroutedAt: NOW },
} as const;
const unsupported: PaymentEvent = {
  type: 'AuthorisationDeclined',
  data: {
    paymentId: PAYMENT_ID,
    authorisationId: 'a1',
    code: 'amount_too_large',
    reason: 'too much',
    unsupported: true,
    declinedAt: NOW,
  },
};
const silent: PaymentEvent = {
  type: 'ProviderOutcomeUnknown',
  data: {
    paymentId: PAYMENT_ID,
    operation: 'authorise',
    operationId: 'a1',
    reason: 'timeout',
    observedAt: NOW,
  },
};
const STRIPE_AWAY: Away = new Set(['stripe']);
const ALL_AWAY: Away = new Set(['stripe', 'paypal']);

describe('a payment whose provider does not answer', () => {
  it('goes another way before it is promised', () => {
    const decided = request(ready, STRIPE_AWAY);
    expect(decided).toMatchObject([
      { ...rerouted, data: { ...rerouted.data, reason: 'provider-away' } },
      { type: 'AuthorisationRequested', data: { authorisationId: 'a2' } },
    ]);
    const { provider, method } = initiatedOf(fold([...ready, ...decided]));
    expect({ provider, method }).toEqual(PAYPAL);
  });

  it('stays when nothing else answers either, or when the command names no other way', () => {
    expect(types(request(ready, ALL_AWAY))).toEqual(['AuthorisationRequested']);
    expect(types(request([initiated(), assessed()], STRIPE_AWAY))).toEqual([
      'AuthorisationRequested',
    ]);
  });

  it('never leaves a promise that is open', () => {
    const promised = [...ready, authorisationRequested()];
    expect(request(promised, STRIPE_AWAY, 'a1')).toEqual([]);
    expect(nextStep(fold([...promised, silent]), NOW)).toBeNull();
  });
});

describe('a payment that its provider does not take at all', () => {
  const refused = [...ready, authorisationRequested(), unsupported];

  it('goes another way by itself, even to a provider that is slow to answer', () => {
    expect(nextStep(fold(refused), NOW)).toBe('authorise');
    expect(types(request(refused))).toEqual(['PaymentRerouted', 'AuthorisationRequested']);
    expect(types(request(refused, ALL_AWAY))).toContain('PaymentRerouted');
    expect(attention(refused)?.open).toEqual(['next-step']);
  });

  it('does so once for each way', () => {
    const second = [...refused, ...request(refused)];
    const again = { ...unsupported, data: { ...unsupported.data, authorisationId: 'a2' } };
    const end = fold([...second, again]);
    expect(nextStep(end, NOW)).toBe(null);
    expect(initiatedOf(end).routing?.alternatives).toEqual([]);
  });

  it('stays declined once its outcome was unknown in between', () => {
    const doubtful = [...ready, authorisationRequested(), silent, unsupported];
    expect(types(request(doubtful))).toEqual(['AuthorisationRequested']);
  });

  it('stays declined when the issuer or the risk of the payer is why', () => {
    const refusal = { status: 'refused', code: 'card_declined', reason: 'no', at: NOW } as const;
    const open = [...ready, authorisationRequested()];
    const declined = [...open, ...recordAuthorisation('a1', refusal, fold(open))];
    expect(nextStep(fold(declined), NOW)).toBeNull();
    expect(types(request(declined))).toEqual(['AuthorisationRequested']);
  });

  it('is not authorised by what comes late of its first attempt', () => {
    const end = fold([...refused, ...request(refused)]);
    const late = { status: 'authorised', reference: 'pi_1', expiresAt: null, at: NOW } as const;
    expect(recordAuthorisation('a1', late, end)).toEqual([]);
    expect(recordAuthorisation('a2', late, end)).toMatchObject([{ type: 'PaymentAuthorised' }]);
  });
});

describe('in any history', () => {
  it('a payment goes elsewhere only while its provider cannot have taken its money', () => {
    let rerouted = 0;
    fc.assert(
      fc.property(paymentHistory, (events) => {
        for (const [index, { type }] of events.entries()) {
          if (type !== 'PaymentRerouted') continue;
          rerouted += 1;
          const before = fold(events.slice(0, index));
          expect(openPromises(before)).toEqual([]);
          expect(before.authorisation?.status ?? 'declined').toBe('declined');
          expect(before.authorisation?.doubtful ?? false).toBe(false);
          expect([...before.captures]).toEqual([]);
        }
      }),
      { numRuns: 1_000 },
    );
    expect(rerouted).toBeGreaterThan(20);
  });

  it('a payment that is to be cancelled promises no more money', () => {
    fc.assert(
      fc.property(paymentHistory, (events) => {
        const planned = events.findIndex(({ type }) => type === 'CancellationPlanned');
        const after = planned < 0 ? [] : events.slice(planned).map(({ type }) => type);
        expect(after).not.toContain('CaptureRequested');
        expect(after).not.toContain('AuthorisationRequested');
        expect(after).not.toContain('IncrementRequested');
      }),
      { numRuns: 500 },
    );
  });
});

describe('a payment that holds its money', () => {
  it('stays where it is, also while providers are away', () => {
    const held = [...ready, authorisationRequested(), authorised()];
    expect(() => request(held, STRIPE_AWAY)).toThrow('already authorised');
  });
});

function request(
  events: readonly PaymentEvent[],
  away: Away = new Set(),
  authorisationId = 'a2',
): PaymentEvent[] {
  return requestAuthorisation({ authorisationId, now: NOW, away }, fold(events));
}

function fold(events: readonly PaymentEvent[]): Payment {
  return events.reduce(evolve, NO_PAYMENT);
}

function types(events: readonly PaymentEvent[]): string[] {
  return events.map(({ type }) => type);
}

function attention(events: readonly PaymentEvent[]): Attention | null {
  return events.reduce<Attention | null>((known, event) => attend(known, event, NOW), null);
}
