import fc from 'fast-check';
import { boundedText, refusalFields } from './refusal-fields.js';

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 900 }),
  fc
    .array(fc.constantFrom('4242', '4000056655665556', ' ', '-', 'card ', '٤٢٤٢'), {
      maxLength: 200,
    })
    .map((parts) => parts.join('')),
);
const LONG_NUMBER = /\p{Nd}(?:[ \-\u00a0]?\p{Nd}){11,}/u;

describe('what is stored of a refusal', () => {
  it('is bounded and holds no number as long as a card has', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (code, reason, network) => {
        const stored = refusalFields({ code, reason, codes: { network } });
        expect(stored.code.length).toBeLessThanOrEqual(100);
        expect(stored.reason.length).toBeLessThanOrEqual(500);
        expect(stored.codes?.network?.length).toBeLessThanOrEqual(100);
        for (const text of [stored.code, stored.reason, stored.codes?.network ?? '']) {
          expect(text).not.toMatch(LONG_NUMBER);
        }
      }),
    );
  });

  it.each([
    ['card 4242 4242 4242 4242 was declined', 'card … was declined'],
    ['4000-0566-5566-5556', '…'],
    [
      'pi_3PgafmB7WZ01zgkW1 is canceled (request req_1)',
      'pi_3PgafmB7WZ01zgkW1 is canceled (request req_1)',
    ],
    ['Amount must be no more than 999,999.99 EUR.', 'Amount must be no more than 999,999.99 EUR.'],
  ])('of the text %o is %o', (text, stored) => {
    expect(boundedText(text)).toBe(stored);
  });

  it('leaves out what the provider left out', () => {
    const refusal = { code: 'do_not_honor', reason: 'no' };
    expect(refusalFields(refusal)).toStrictEqual(refusal);
  });
});
