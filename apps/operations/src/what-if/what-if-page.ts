import { htmlTable } from '#platform';
import { Money } from '#money';
import { page } from '../reports/page.js';
import { linesOf, type WhatIfResult } from './what-if-result.js';

/** A replay's answers as a page to read, print or send. */
export function whatIfPage(result: WhatIfResult): string {
  const { version, thresholds, from, to, payments, unscored, incomparable } = result;
  const lines = linesOf(result).map(({ question, currency, payments: count, amount }) => [
    question,
    count,
    Money.of(BigInt(amount), currency).toString(),
  ]);
  return page(
    `What if model ${version} had decided`,
    `<p>Review from ${thresholds.reviewMin}, decline from ${thresholds.declineMin}, on ${payments}
payments made from ${from.slice(0, 10)} to ${to.slice(0, 10)}, by the features each was scored on.
The score alone decides here; rules beside the model are not replayed. ${unscored} payments were
never scored, ${incomparable} were scored on other features.</p>
${lines.length === 0 ? '<p>Nothing would have been different.</p>' : htmlTable(['What', 'payments', 'money'], lines)}
<p>What was declined has no outcome: loosening a threshold cannot be judged by what is known.</p>`,
  );
}
