import fc from 'fast-check';
import { Money } from '#money';
import type { Finding } from './finding.js';
import type { LedgerItem, ProviderItem } from './item.js';
import type { Sides } from './meet.js';
import { reconcile } from './reconcile.js';
import { RULE_SET } from './rule-set.js';

const NOW = Date.parse('2026-11-30T12:00:00Z');

/** So few ids and amounts that nearly everything shares something with something. */
const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const some = fc.record({
  kind: fc.constantFrom('capture' as const, 'refund' as const),
  reference: ids,
  links: fc.array(ids, { maxLength: 2 }),
  ourIds: fc.array(ids, { maxLength: 1 }),
  paymentId: fc.option(ids),
  units: fc.bigInt({ min: -3n, max: 3n }),
  currency: fc.constantFrom('EUR', 'USD'),
  hours: fc.integer({ min: 0, max: 400 }),
});
const books = fc.record({
  ours: fc.array(some, { maxLength: 12 }),
  theirs: fc.array(some, { maxLength: 12 }),
});

const DRAWN = {
  ...({ kind: 'capture', reference: 'a', links: [], ourIds: [], paymentId: null } as const),
  ...{ units: 1n, currency: 'EUR', hours: 1 },
};

describe('reconcile', () => {
  it('puts every item into one finding, though they share many ids', () => {
    fc.assert(
      fc.property(books, (drawn) => {
        const sides = sidesOf(drawn);
        const found = findingsOf(sides).flatMap(({ ours, theirs }) => [...ours, ...theirs]);
        const items = [...sides.ours, ...sides.theirs].map(({ id }) => id);
        expect(found.sort()).toEqual(items.sort());
      }),
      { numRuns: 500 },
    );
  });

  it('says the same in any order of items that share many ids', () => {
    fc.assert(
      fc.property(books, fc.infiniteStream(fc.nat()), (drawn, draws) => {
        const sides = sidesOf(drawn);
        const other = { ours: mixed(sides.ours, draws), theirs: mixed(sides.theirs, draws) };
        expect(textsOf(findingsOf(other))).toEqual(textsOf(findingsOf(sides)));
      }),
      { numRuns: 500 },
    );
  });

  it('refuses books that end elsewhere when they are read again', () => {
    const [item] = sidesOf({ ours: [DRAWN], theirs: [] }).ours;
    let reads = 0;
    function* once(): Generator<LedgerItem> {
      reads += 1;
      if (item && reads === 1) yield item;
    }
    const changing = { ours: { [Symbol.iterator]: once }, theirs: [] };
    const judging = { rules: RULE_SET, now: NOW };
    expect(() => reconcile(changing, judging, () => undefined)).toThrow(/have changed/);
  });

  it('leaves no money out: stakes of what is alone and residuals come to the difference', () => {
    fc.assert(
      fc.property(books, (drawn) => {
        const sides = sidesOf(drawn);
        for (const currency of ['EUR', 'USD']) {
          const total = findingsOf(sides).reduce(
            (sum, finding) => sum + differenceOf(finding, currency),
            0n,
          );
          expect(total).toBe(unitsOf(sides.theirs, currency) - unitsOf(sides.ours, currency));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('lists some of the candidates that it rejected, and counts all', () => {
    const one = {
      kind: 'capture',
      reference: 'a',
      links: [],
      ourIds: [],
      paymentId: null,
    } as const;
    const drawn = { ...one, units: 5n, currency: 'EUR', hours: 300 };
    const theirs = [5n, 6n, 7n, 8n, 9n, 10n, 11n].map((units) => ({ ...drawn, units }));
    const [met] = findingsOf(sidesOf({ ours: [drawn], theirs })).filter(
      ({ certificate }) => certificate !== null,
    );
    expect(met?.certificate).toMatchObject({ residual: [], rejectedCount: 6 });
    expect(met?.certificate?.rejected.map(({ why }) => why)).toEqual(
      Array.from({ length: 5 }, () => 'other-amount'),
    );
  });
});

type Drawn = {
  readonly ours: readonly DrawnItem[];
  readonly theirs: readonly DrawnItem[];
};

type DrawnItem = Pick<LedgerItem, 'kind' | 'reference' | 'links' | 'ourIds' | 'paymentId'> & {
  readonly units: bigint;
  readonly currency: string;
  readonly hours: number;
};

function sidesOf({ ours, theirs }: Drawn): Sides {
  return {
    ours: ours.map((item, i) => ({ ...itemOf(item), id: `our-${i}`, fee: null })),
    theirs: theirs.map((item, i): ProviderItem => {
      const fee = Money.of(0n, item.currency);
      return { ...itemOf(item), id: `their-${i}`, fee, status: 'booked' };
    }),
  };
}

function itemOf({ units, currency, hours, ...item }: DrawnItem) {
  const at = new Date(NOW - hours * 3_600_000).toISOString();
  return { ...item, provider: 'stripe', amount: Money.of(units, currency), at };
}

function findingsOf(sides: Sides): Finding[] {
  const findings: Finding[] = [];
  reconcile(sides, { rules: RULE_SET, now: NOW }, (finding) => findings.push(finding));
  return findings;
}

function textsOf(findings: readonly Finding[]): string[] {
  return findings.map((finding) => JSON.stringify(finding)).sort();
}

/** What a finding says that theirs has more than ours. */
function differenceOf({ ours, atStake, certificate }: Finding, currency: string): bigint {
  if (certificate)
    return unitsOf(
      certificate.residual.map((amount) => ({ amount })),
      currency,
    );
  const units = unitsOf([{ amount: atStake }], currency);
  return ours.length > 0 ? -units : units;
}

function unitsOf(items: readonly { readonly amount: Money }[], currency: string): bigint {
  return items
    .filter(({ amount }) => amount.currency === currency)
    .reduce((total, { amount }) => total + amount.minorUnits, 0n);
}

function mixed<Item>(items: readonly Item[], draws: Iterable<number>): Item[] {
  const drawn = draws[Symbol.iterator]();
  return items
    .map((item) => ({ item, place: Number(drawn.next().value) }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
