import { findCardData, holdsCardNumber } from './card-number.js';

describe('looking for card numbers', () => {
  it.each([
    ['Visa', '4242424242424242'],
    ['Mastercard', '5555 5555 5555 4444'],
    ['Mastercard, 2-series', '2223003122003222'],
    ['American Express', '3782-822463-10005'],
    ['Discover', '6011111111111117'],
    ['Diners', '30569309025904'],
    ['JCB', '3566002020360505'],
    ['UnionPay', '6200000000000005'],
    ['Maestro', '6759649826438453'],
    ['in a sentence', 'please charge 4000 0566 5566 5556 tomorrow'],
  ])('finds %s', (_brand, text) => {
    expect(holdsCardNumber(text)).toBe(true);
  });

  it.each([
    ['a wrong check digit', '4242424242424241'],
    ['an unknown issuer', '9999999999999995'],
    ['too few digits', '424242424242'],
    ['a phone number', '+968 9212 3456'],
    ['a UUID', '5b8d3b5e-0000-5000-8000-000000000001'],
    ['a date', '2026-11-21T03:52:06.120Z'],
  ])('leaves %s alone', (_what, text) => {
    expect(holdsCardNumber(text)).toBe(false);
  });
});

describe('looking through a body', () => {
  it.each([
    [{ metadata: { note: 'card 4242424242424242' } }, 'metadata.note'],
    [{ metadata: { cvc: '123' } }, 'metadata.cvc'],
    [{ lines: [{ ok: 1 }, { text: '4242-4242-4242-4242' }] }, 'lines.1.text'],
    [{ metadata: { '4242424242424242': 'x' } }, 'a key of metadata'],
    [{ amount: 4242424242424242 }, 'amount'],
  ])('names where %j carries card data', (body, field) => {
    expect(findCardData(body)).toBe(field);
  });

  it('finds nothing in an ordinary command', () => {
    expect(findCardData({ orderId: 'order-1', amount: { amount: '1050' }, n: null })).toBeNull();
  });
});
