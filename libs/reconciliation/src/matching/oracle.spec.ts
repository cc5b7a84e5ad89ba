import {
  PLANTS,
  plantedBooks,
  SeededRandom,
  shuffled,
  type Books,
  type Planted,
} from '../../../../test/support/planted-books/index.js';
import { isException, type Finding } from './finding.js';
import { matchPayouts } from './match-payouts.js';
import { reconcile } from './reconcile.js';
import { RULE_SET } from './rule-set.js';

/** `RECONCILIATION_BOOKS=1000` asks for more. */
const BOOKS = Number(process.env['RECONCILIATION_BOOKS'] ?? 100);

describe('reconciliation of books whose differences are known', () => {
  it(`finds each of them, as what it is, and nothing else, in ${BOOKS} books`, () => {
    const totals = { books: 0, planted: 0, found: 0, right: 0 };
    const seen = new Set<string>();
    for (let seed = 1; seed <= BOOKS; seed += 1) {
      const books = plantedBooks(seed);
      const found = keysOf(findingsOf(books).filter(isException));
      const planted = books.planted.filter(isException);
      for (const { plant } of books.planted) seen.add(plant);
      totals.books += 1;
      totals.planted += planted.length;
      totals.found += found.length;
      totals.right += planted.filter((each) => found.includes(keyOf(each))).length;
      expect({ seed, found }).toEqual({ seed, found: keysOf(planted) });
    }
    const [precision, recall] = [totals.right / totals.found, totals.right / totals.planted];
    process.stderr.write(`${JSON.stringify({ ...totals, precision, recall })}\n`);
    expect({ precision, recall }).toEqual({ precision: 1, recall: 1 });
    const silent = Object.keys(PLANTS).filter((plant) => !seen.has(plant));
    expect(silent).toEqual(['another ordinary operation']);
  });

  it('brings together what belongs together, by the rule that says why', () => {
    for (let seed = 1; seed <= BOOKS; seed += 1) {
      const books = plantedBooks(seed);
      const found = new Map(findingsOf(books).map((finding) => [keyOf(finding), finding]));
      for (const planted of books.planted) {
        const finding = found.get(keyOf(planted));
        const { rule, residual = [] } = finding?.certificate ?? {};
        const said = { seed, plant: planted.plant, rule, residual: residual[0]?.minorUnits };
        const { rule: known, residual: off } = planted;
        expect(said).toMatchObject({ seed, plant: planted.plant, rule: known });
        if (off !== undefined) expect(said).toMatchObject({ residual: off });
        if (planted.suggests === undefined) continue;
        expect(finding?.suggestions.map(({ id }) => id)).toContain(planted.suggests);
      }
    }
  });

  it('puts each item into one finding of its leg', () => {
    const books = plantedBooks(7);
    const findings = findingsOf(books).filter(({ kind }) => kind !== 'payout-sum');
    const ids = findings.flatMap(({ ours, theirs }) => [...ours, ...theirs]);
    const { ours, theirs, payouts, bankLines } = books;
    const items = [...ours, ...theirs, ...payouts, ...bankLines].map(({ id }) => id);
    expect(ids.sort()).toEqual(items.sort());
  });

  it('says the same in any order in which the items arrive', () => {
    for (let seed = 1; seed <= BOOKS; seed += 1) {
      const books = plantedBooks(seed);
      const random = new SeededRandom(seed + 1_000_000);
      expect(textsOf(findingsOf(books, random))).toEqual(textsOf(findingsOf(books)));
    }
  });
});

function findingsOf(books: Books, random?: SeededRandom): Finding[] {
  const order = <Item>(items: readonly Item[]) => (random ? shuffled(items, random) : items);
  const judging = { rules: RULE_SET, now: books.now };
  const findings: Finding[] = [];
  const sides = { ours: order(books.ours), theirs: order(books.theirs) };
  reconcile(sides, judging, (finding) => findings.push(finding));
  const bank = { payouts: order(books.payouts), bankLines: order(books.bankLines) };
  return [...findings, ...matchPayouts(bank, judging)];
}

function keyOf({ leg, status, ours, theirs }: Pick<Planted, 'leg' | 'status' | 'ours' | 'theirs'>) {
  return [leg, status, [...ours].sort().join('+'), [...theirs].sort().join('+')].join(' | ');
}

function keysOf(findings: readonly Parameters<typeof keyOf>[0][]): string[] {
  return findings.map(keyOf).sort();
}

function textsOf(findings: readonly Finding[]): string[] {
  return findings.map((finding) => JSON.stringify(finding)).sort();
}
