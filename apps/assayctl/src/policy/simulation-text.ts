import { Money } from '#money';
import { table } from '../table.js';
import type { SimulationReport, Outcomes, PaymentTotals, Side } from './policy-client.js';

/** What a simulation found: both sides, what would change, the rules, and what stays unknown. */
export function simulationText(found: SimulationReport): string {
  const { span, days, candidate, inForce } = found;
  if (!span) return 'no payment to simulate\n';
  const parts = [
    `${candidate.payments} payments on ${days} day${days === 1 ? '' : 's'}, from ${span.from} to ${span.to}\n`,
    table([['', 'in force', 'candidate'], ...comparison(inForce, candidate)]),
    changesText(candidate),
    rulesText(candidate),
    unknownText(candidate),
    thresholdsText(found),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function comparison(inForce: Side, candidate: Side): string[][] {
  const both = (name: string, valueOf: (side: Side) => string): string[] => [
    name,
    valueOf(inForce),
    valueOf(candidate),
  ];
  const perDay = (key: string, digits: number) => (side: Side) =>
    (side.perDay[key] ?? 0).toFixed(digits);
  return [
    both('approve', ({ byVerdict }) => String(paymentsOf(byVerdict.approve))),
    both('hold for review', ({ byVerdict }) => String(paymentsOf(byVerdict.review))),
    both('decline', ({ byVerdict }) => String(paymentsOf(byVerdict.decline))),
    both('known fraud held or declined', ({ fraudCaughtShare }) => percent(fraudCaughtShare)),
    both('known honest payers declined', ({ insultRate }) => percent(insultRate)),
    both('reviews a day', perDay('reviews', 1)),
    both('review minutes a day', perDay('reviewMinutes', 1)),
    both('price of a review, EUR', ({ reviewPriceEur }) => reviewPriceEur.toFixed(2)),
    both('fraud expected a day, EUR', perDay('fraudLossEur', 2)),
    both('reviews a day, EUR', perDay('reviewEur', 2)),
    both('insults a day, EUR', perDay('insultEur', 2)),
    both('together a day, EUR', perDay('lossEur', 2)),
  ];
}

function changesText({ changed }: Side): string {
  const rows = Object.entries(changed).map(([change, pile]) => [
    change.replace('>', ' → '),
    String(pile.payments),
    moneyOf(pile),
  ]);
  return rows.length === 0 ? '' : table([['would change', 'payments', 'money'], ...rows]);
}

function rulesText({ byRule }: Side): string {
  const rows = Object.entries(byRule).map(([rule, { honest, fraud, unknown, blocked }]) => [
    rule,
    ...[honest, fraud, unknown, blocked].map(({ payments }) => String(payments)),
  ]);
  if (rows.length === 0) return '';
  return table([['rule', 'honest', 'fraud', 'not known yet', 'blocked then'], ...rows]);
}

function unknownText({ blockedThen }: Side): string {
  if (blockedThen.payments === 0) return '';
  return (
    `no outcome known because we blocked: ${blockedThen.payments} payments, ` +
    `${moneyOf(blockedThen)}\n`
  );
}

function thresholdsText({ thresholdsByAmount }: SimulationReport): string {
  if (!thresholdsByAmount) return '';
  const rows = thresholdsByAmount.map(({ amountEur, reviewMin, declineMin }) => [
    String(amountEur),
    scoreOf(reviewMin),
    scoreOf(declineMin),
  ]);
  return table([['amount, EUR', 'hold from', 'decline from'], ...rows]);
}

function paymentsOf({ honest, fraud, unknown, blocked }: Outcomes): number {
  return honest.payments + fraud.payments + unknown.payments + blocked.payments;
}

function moneyOf({ money }: PaymentTotals): string {
  const sums = Object.entries(money);
  return sums.map(([currency, sum]) => Money.of(BigInt(sum), currency).toString()).join(', ');
}

function scoreOf(score: number | null): string {
  return score === null ? 'never' : score.toFixed(3);
}

function percent(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(2)} %`;
}
