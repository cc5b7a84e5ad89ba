import { ProcessorResponseCode } from '@paypal/paypal-server-sdk';
import fc from 'fast-check';
import { PROVIDERS } from '#provider-port';
import { PROVIDER_CODES, reasonOfCode } from './code-reasons.js';
import { adviceOf, declineOf } from './decline.js';
import { NETWORK_ADVICE, PROVIDER_ADVICE } from './network-advice.js';
import { OWN_CODES } from './own-codes.js';
import { PAYER_LANGUAGES, payerMessageOf } from './payer-messages.js';
import { DECLINE_ADVICE, DECLINE_REASON_NAMES, DECLINE_REASONS, wordsOf } from './reasons.js';

const AT = '2026-11-30T10:00:00.000Z';
const HINTS = ['do-not-try-again', 'try-again-later', 'confirm-details', null] as const;
const HIDDEN = ['lost-or-stolen', 'provider-risk-block', 'fraud-block'] as const;

const anyReason = fc.constantFrom(...DECLINE_REASON_NAMES);
const anyProvider = fc.constantFrom(...PROVIDERS);
const anyAdviceCode = fc.constantFrom(
  ...PROVIDERS.flatMap((provider) => [
    ...PROVIDER_ADVICE[provider].keys(),
    ...NETWORK_ADVICE[provider].keys(),
  ]),
  'constructor',
  '',
);
const anyCode = fc.constantFrom(
  ...PROVIDERS.flatMap((provider) => {
    const { any, refund = {} } = PROVIDER_CODES[provider];
    return [...any, refund].flatMap((table) => Object.values(table).flatMap(wordsOf));
  }),
);

describe('the reasons of a decline', () => {
  it.each([
    ['stripe', 'insufficient_funds', {}, 'insufficient-funds', 'other-card'],
    ['stripe', 'insufficient_funds', { advice: 'try_again_later' }, 'insufficient-funds', 'retry'],
    [
      'stripe',
      'generic_decline',
      { advice: 'do_not_try_again' },
      'instrument-declined',
      'other-card',
    ],
    ['stripe', 'incorrect_cvc', {}, 'incorrect-cvc', 'fix-details'],
    ['stripe', 'processing_error', {}, 'try-again-later', 'retry'],
    ['stripe', 'processing_error', { networkAdvice: '03' }, 'try-again-later', 'other-card'],
    ['stripe', 'authentication_required', {}, 'authentication-required', 'authenticate'],
    ['stripe', 'do_not_honor', {}, 'do-not-honour', 'contact-bank'],
    ['paypal', 'INSTRUMENT_DECLINED', {}, 'instrument-declined', 'other-card'],
    ['paypal', '5120', {}, 'insufficient-funds', 'other-card'],
    ['paypal', '0500', { networkAdvice: '24' }, 'do-not-honour', 'retry'],
    ['paypal', '0500', { networkAdvice: '21' }, 'do-not-honour', 'other-card'],
    ['paypal', '5920', {}, 'try-again-later', 'retry'],
    ['paypal', '5910', {}, 'try-again-later', 'other-card'],
    ['paypal', 'TRANSACTION_REFUSED', {}, 'provider-risk-block', 'other-card'],
  ] as const)('at %s: %s with %o is %s: %s', (...row) => {
    const [provider, code, codes, reason, advice] = row;
    const decline = declineOf(provider, 'authorise', { code, codes, at: AT });
    expect(decline).toMatchObject({ reason, advice, provider, providerCode: code, codes, at: AT });
  });

  it('of a refund tell whose money is missing', () => {
    const refused = { code: 'insufficient_funds', codes: null, at: AT };
    expect(declineOf('stripe', 'refund', refused).reason).toBe('balance-insufficient');
    expect(declineOf('stripe', 'capture', refused).reason).toBe('insufficient-funds');
  });

  it.each(['brand_new_code', 'constructor', '__proto__', '', 'CARD_DECLINED'])(
    'are unknown for the code %o, which is kept',
    (code) => {
      const decline = declineOf('stripe', 'authorise', { code, codes: null, at: AT });
      expect(decline).toMatchObject({ reason: 'unknown', advice: 'none', providerCode: code });
    },
  );

  it('never send a card again that a network or provider forbids to try again', () => {
    fc.assert(
      fc.property(anyReason, (reason) => {
        expect(['other-card', 'none']).toContain(adviceOf(reason, 'do-not-try-again'));
      }),
    );
    fc.assert(
      fc.property(
        anyProvider,
        anyCode,
        anyAdviceCode,
        anyAdviceCode,
        (provider, code, one, two) => {
          const codes = { advice: one, networkAdvice: two };
          const { advice } = declineOf(provider, 'authorise', { code, codes, at: AT });
          const forbids =
            PROVIDER_ADVICE[provider].get(one) === 'do-not-try-again' ||
            NETWORK_ADVICE[provider].get(two) === 'do-not-try-again';
          if (forbids) expect(['other-card', 'none']).toContain(advice);
        },
      ),
    );
  });

  it.each(PROVIDERS)('name each code of %s once', (provider) => {
    const { any, refund = {} } = PROVIDER_CODES[provider];
    for (const tables of [[...any, OWN_CODES], [refund]]) {
      const codes = tables.flatMap((table) => Object.values(table).flatMap(wordsOf));
      expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    }
  });

  it('cover each answer of a processor that the SDK of PayPal knows', () => {
    const codes = Object.values(ProcessorResponseCode);
    expect(codes.length).toBeGreaterThan(150);
    const unmapped = codes.filter((code) => reasonOfCode('paypal', 'authorise', code) === null);
    expect(unmapped).toEqual([]);
  });
});

describe('a message for the payer', () => {
  it('is the same for all that must not be told as for a decline without a reason', () => {
    fc.assert(
      fc.property(fc.constantFrom(...HIDDEN), fc.constantFrom(...HINTS), (reason, hint) => {
        const advice = adviceOf(reason, hint);
        expect(payerMessageOf(reason, advice)).toEqual(
          payerMessageOf('instrument-declined', advice),
        );
      }),
    );
    expect(DECLINE_REASON_NAMES.filter((name) => 'hidden' in DECLINE_REASONS[name]).sort()).toEqual(
      [...HIDDEN].sort(),
    );
  });

  it('names neither theft nor fraud in any language', () => {
    const warnings = /lost|stolen|fraud|risk|block|suspic|مسروق|مفقودة|احتيال|اشتباه/i;
    for (const reason of DECLINE_REASON_NAMES) {
      for (const hint of HINTS) {
        const message = payerMessageOf(reason, adviceOf(reason, hint));
        for (const language of PAYER_LANGUAGES) expect(message[language]).not.toMatch(warnings);
      }
    }
  });

  it('is a text in each language for each reason and advice', () => {
    for (const reason of DECLINE_REASON_NAMES) {
      for (const advice of Object.keys(DECLINE_ADVICE) as (keyof typeof DECLINE_ADVICE)[]) {
        const { en, ar } = payerMessageOf(reason, advice);
        expect(en).toMatch(/^[A-Z][ -~]+\.$/);
        expect(ar).toMatch(/^[\p{Script=Arabic}\p{M} .،]+\.$/u);
        expect(en.split('. ').length).toBe(ar.split('. ').length);
      }
    }
  });
});
