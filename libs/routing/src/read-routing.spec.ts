import { DEFAULT_ROUTING } from './policy.js';
import { readRouting } from './read-routing.js';

const RULE = { id: 'r-1', when: {}, prefer: ['stripe'] };

describe('reading a routing policy', () => {
  it('takes the default', () => {
    expect(readRouting(DEFAULT_ROUTING)).toEqual({ policy: DEFAULT_ROUTING });
  });

  it.each([
    ['', null],
    ['failover', { rules: [] }],
    ['rules', { failover: true, rules: {} }],
    ['extra', { failover: true, rules: [], extra: 1 }],
    ['rules[0]', { failover: true, rules: ['x'] }],
    ['rules[0].id', { failover: true, rules: [{ ...RULE, id: 'Not so' }] }],
    ['rules[1].id', { failover: true, rules: [RULE, RULE] }],
    ['rules[0].prefer', { failover: true, rules: [{ ...RULE, prefer: [] }] }],
    ['rules[0].prefer', { failover: true, rules: [{ ...RULE, prefer: ['stripe', 'stripe'] }] }],
    ['rules[0].prefer', { failover: true, rules: [{ ...RULE, prefer: ['adyen'] }] }],
    ['rules[0].when', { failover: true, rules: [{ ...RULE, when: null }] }],
    ['rules[0].when.country', { failover: true, rules: [{ ...RULE, when: { country: 'OM' } }] }],
    [
      'rules[0].when.currencies',
      { failover: true, rules: [{ ...RULE, when: { currencies: [] } }] },
    ],
    [
      'rules[0].when.currencies[0]',
      { failover: true, rules: [{ ...RULE, when: { currencies: ['eur'] } }] },
    ],
    [
      'rules[0].when.methods',
      { failover: true, rules: [{ ...RULE, when: { methods: ['cash'] } }] },
    ],
    [
      'rules[0].when.amountAtLeast.amount',
      {
        failover: true,
        rules: [{ ...RULE, when: { amountAtLeast: { amount: '1.5', currency: 'EUR' } } }],
      },
    ],
  ])('names what is wrong: %s', (field, value) => {
    const read = readRouting(value);
    expect('faults' in read && read.faults[0]?.field).toBe(field);
  });
});
