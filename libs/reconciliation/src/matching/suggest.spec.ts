import fc from 'fast-check';
import { Money } from '#money';
import type { LedgerItem, ProviderItem } from './item.js';
import { RULE_SET } from './rule-set.js';
import { scoreOf, suggestionsFor } from './suggest.js';

const HOUR_MS = 3_600_000;
const NOW = Date.parse('2026-11-30T12:00:00Z');
const WITHIN_MS = RULE_SET.suggestedWithinMs;

const drawn = fc.array(fc.record({ hours: fc.nat(300), units: fc.bigInt(1n, 2n) }), {
  maxLength: 25,
});

describe('suggestions', () => {
  it('are the three nearest of the same amount, as a search through all of them finds', () => {
    fc.assert(
      fc.property(drawn, drawn, (mine, listed) => {
        const sides = {
          ours: mine.map((each, i): LedgerItem => ({ ...itemOf(each), id: `our-${i}`, fee: null })),
          theirs: listed.map((each, i) => lineOf(each, `their-${i}`)),
        };
        const found = suggestionsFor(sides, RULE_SET);
        for (const item of sides.ours) {
          expect(found.get(item.id) ?? []).toEqual(allOf(item, sides.theirs));
        }
        for (const line of sides.theirs) {
          expect(found.get(line.id) ?? []).toEqual(allOf(line, sides.ours));
        }
      }),
    );
  });
});

function itemOf({ hours, units }: { readonly hours: number; readonly units: bigint }) {
  const at = new Date(NOW - hours * HOUR_MS).toISOString();
  const known = { provider: 'stripe', kind: 'capture', reference: 'ch', paymentId: null } as const;
  return { ...known, links: [], ourIds: [], amount: Money.of(units, 'EUR'), at };
}

function lineOf(each: Parameters<typeof itemOf>[0], id: string): ProviderItem {
  return { ...itemOf(each), id, fee: Money.of(0n, 'EUR'), status: 'booked' };
}

function allOf(item: LedgerItem | ProviderItem, others: readonly (LedgerItem | ProviderItem)[]) {
  return others
    .filter(({ amount }) => amount.equals(item.amount))
    .map(({ id, at }) => ({ id, apartMs: Math.abs(Date.parse(at) - Date.parse(item.at)) }))
    .filter(({ apartMs }) => apartMs <= WITHIN_MS)
    .sort((a, b) => a.apartMs - b.apartMs || (a.id < b.id ? -1 : 1))
    .slice(0, 3)
    .map(({ id, apartMs }) => ({ id, score: scoreOf(apartMs, WITHIN_MS) }));
}
