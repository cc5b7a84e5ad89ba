import { escapeHtml, htmlTable } from '#platform';
import type { FraudMeasures } from '../fraud-watch/fraud-measures.js';
import { page, percent } from './page.js';
import { columns, rows } from './plots.js';

const FEATURES_SHOWN = 15;
const BANDS = [0.1, 0.25];

/** What the fraud watch found, as a page to read, print or send. */
export function fraudReport(period: 'weekly' | 'monthly', measures: FraudMeasures): string {
  const title = `Fraud, ${period === 'weekly' ? 'the week' : 'the month'} to ${day(measures.to)}`;
  const parts = [volume, review, quality, drift, models];
  return page(title, parts.map((part) => part(measures)).join('\n'));
}

function volume({ from, to, payments, alerts, declined, ...measures }: FraudMeasures): string {
  const { unscored, unscoredRate, scoredLate, days } = measures;
  const made = days.map((each) => ({ label: each.day, value: each.payments }));
  const flagged = days.map((each) => ({
    label: each.day,
    value: each.alerts,
    look: 'look' as const,
  }));
  const alertRate = payments === 0 ? null : alerts / payments;
  return `<p>Payments made from ${day(from)} to ${day(to)}, UTC.</p>
${tiles([
  [String(payments), 'payments'],
  [String(alerts), `held or declined (${percent(alertRate)})`],
  [String(declined), 'of them declined'],
  [percent(unscoredRate, 2), `not scored in time (${unscored})`],
  [String(scoredLate), 'scored late'],
])}
<h2>Payments a day</h2>
${columns('Payments a day', made)}
<h2>Of them held or declined</h2>
${columns('Held or declined a day', flagged, 80)}`;
}

function review({ decisions, reviewPrecision, queueLength, labels }: FraudMeasures): string {
  return `<h2>Review</h2>
${tiles([
  [String(queueLength), 'waiting for a decision'],
  [String(decisions.approved + decisions.rejected), 'decided'],
  [percent(reviewPrecision), 'of them found to be fraud'],
])}
${htmlTable(
  ['Labels that arrived', 'number'],
  [
    ["Analysts' decisions", labels.review],
    ['Disputes', labels.dispute],
    ['Early fraud warnings', labels.report],
  ],
)}`;
}

function quality({ matured }: FraudMeasures): string {
  return `<h2>Detection</h2>
<p>On payments made from ${day(matured.from)} to ${day(matured.to)}, old enough that most fraud
among them is known. What is not called fraud counts as honest.</p>
${tiles([
  [percent(matured.detectionRate), `of ${matured.frauds} frauds were held or declined`],
  [percent(matured.falsePositiveRate, 2), `of ${matured.honest} honest ones were`],
])}`;
}

function drift({ drift: measured, ...period }: FraudMeasures): string {
  const { from, to, payments, score, features } = measured;
  // Reports of before hold 0 where nothing was compared.
  const isKnown = payments > 0 && period.payments > period.unscored && score.psi !== null;
  if (!isKnown) {
    return `<h2>Drift</h2>
<p>Not known: there are ${payments} scored payments from ${day(from)} to ${day(to)} to compare with,
and ${period.payments - period.unscored} in this time.</p>`;
  }
  const bars = [score, ...features.slice(0, FEATURES_SHOWN)].flatMap(({ name, psi, band }) =>
    psi === null || band === null ? [] : [{ label: name, value: psi, look: band }],
  );
  const moved = features.filter(({ band }) => band !== 'quiet').length;
  return `<h2>Drift</h2>
<p>Population stability index of the score and of the most moved features, against ${payments}
payments from ${day(from)} to ${day(to)}. Below 0.1 nothing has moved; above 0.25 find out why
before trusting scores. ${moved} of ${features.length} features are above 0.1.</p>
${rows('Population stability index', bars, BANDS)}`;
}

function models({ models: used }: FraudMeasures): string {
  const lines = used.map(({ version, payments }) => [version, payments] as const);
  return `<h2>Models that scored</h2>
${htmlTable(['Version', 'payments'], lines)}`;
}

function tiles(facts: readonly (readonly [figure: string, what: string])[]): string {
  const all = facts.map(
    ([figure, what]) =>
      `<div class="tile"><b>${escapeHtml(figure)}</b><span>${escapeHtml(what)}</span></div>`,
  );
  return `<div class="tiles">${all.join('')}</div>`;
}

function day(instant: string): string {
  return instant.slice(0, 10);
}
