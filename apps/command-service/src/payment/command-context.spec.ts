import { hashOf } from './command-context.js';

class Amount {
  amount!: string;
  currency!: string;
}

class Body {
  orderId!: string;
  amount!: Amount;
  metadata?: object;
  alternatives?: readonly object[];
}

describe('the hash of a body', () => {
  // It is stored with every payment, and repeats are compared with it for ever.
  it.each([
    [
      'free-form fields',
      bodyWith({ metadata: { b: '2', a: '1' } }),
      'dipX_x2NEsZinEWTNaOFu4SwiHW4Lsmse8Y7PvIubps',
    ],
    ['no fields', {}, 'RBNvo1WzZ4oRRq0W9-hknpT7T8If536DEMBg9hyq_4o'],
    [
      'free-form objects within lists',
      bodyWith({ alternatives: [amountOf('1'), { z: 1, a: { y: [{ q: 1, b: 2 }], x: null } }] }),
      'X1ClNK7A-iTjosKkL-8GK7yk1tJMOgmFN3rssUM3_3M',
    ],
  ])('of %s stays what it was', (_name, body, hash) => {
    expect(hashOf(body)).toBe(hash);
  });

  it('is the same whatever the order of free-form fields', () => {
    const one = hashOf(bodyWith({ metadata: { a: '1', 10: 'x', b: { c: 1, d: 2 } } }));
    expect(hashOf(bodyWith({ metadata: { b: { d: 2, c: 1 }, 10: 'x', a: '1' } }))).toBe(one);
  });

  it('differs when anything in it differs', () => {
    const hashes = [{ a: '1' }, { a: '2' }, { b: '1' }, { a: { a: '1' } }].map((metadata) =>
      hashOf(bodyWith({ metadata })),
    );
    expect(new Set(hashes).size).toBe(4);
  });

  it('changes nothing in the body', () => {
    const metadata = { b: '2', a: '1' };
    hashOf(bodyWith({ metadata }));
    expect(Object.keys(metadata)).toEqual(['b', 'a']);
  });
});

function bodyWith(fields: Partial<Body>): Body {
  return Object.assign(new Body(), { orderId: 'order-1', amount: amountOf('1050') }, fields);
}

function amountOf(amount: string): Amount {
  return Object.assign(new Amount(), { amount, currency: 'EUR' });
}
