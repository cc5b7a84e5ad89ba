import { bankReferenceOf, bankReferencesOf } from './bank-references.js';

describe('what a line of a bank may name a payout by', () => {
  it('is both of its ids and the words with letters and digits, however they are written', () => {
    const texts = ['STRIPE PAYOUT PO_1QX/7', 'ON 2026-11-21 EUR 12,00 REF-ab12.'];
    const line = { bankReference: 'XBANK/77', endToEndId: 'po_1Qx7', texts };
    expect(bankReferencesOf(line)).toEqual(['po1qx', 'po1qx7', 'refab12', 'xbank77']);
    expect(bankReferenceOf('po_1Qx7')).toBe('po1qx7');
  });

  it('is nothing in a line of words and numbers', () => {
    const line = { bankReference: null, endToEndId: null, texts: ['RENT 11 2026', 'a1'] };
    expect(bankReferencesOf(line)).toEqual([]);
  });
});
