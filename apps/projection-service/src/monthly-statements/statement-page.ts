import { Money } from '#money';
import { escapeHtml, htmlTable, pagePolicy } from '#platform';
import type { DayVolume, MonthlyStatementResponse } from './monthly-statement.response.js';

/** A statement as a page that needs nothing but itself: no script, no font, no address. */
export function statementPage(statement: MonthlyStatementResponse): string {
  const { period, merchantId, provider, closed, position } = statement;
  const title = `${merchantId ?? provider ?? ''}, ${period}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body><main>
<h1><bdi>${escapeHtml(merchantId ?? provider ?? '')}</bdi>, ${escapeHtml(period)}</h1>
<p>${closed ? 'The month is closed.' : 'The month is open.'} A credit is negative: of a merchant's
balance, what it is owed. As of position ${escapeHtml(position)}.</p>
${charts(statement.days)}
${accountTables(statement)}
${paymentTables(statement)}
</main></body>
</html>
`;
}

function accountTables({ accounts, fees }: MonthlyStatementResponse): string {
  const tables = accounts.map(({ account, currency, opening, movements, closing }) => {
    const rows = [
      ['opening', '', amountOf(opening, currency)],
      ...movements.map(({ eventType, postings, change }) => [
        eventType,
        postings,
        amountOf(change, currency),
      ]),
      ['closing', '', amountOf(closing, currency)],
    ];
    const heading = `<h2><bdi>${escapeHtml(account)}</bdi>, ${escapeHtml(currency)}</h2>`;
    return heading + htmlTable(['', 'postings', currency], rows);
  });
  if (fees.length === 0) return tables.join('\n');
  const kept = fees.map(({ account, currency, amount }) => [account, amountOf(amount, currency)]);
  return `${tables.join('\n')}\n<h2>Fees of its payments</h2>${htmlTable(['', 'amount'], kept)}`;
}

function paymentTables({ payments, openItems }: MonthlyStatementResponse): string {
  const { initiated, byStatus, successRate } = payments;
  const share = successRate === null ? 'none was decided' : `${(successRate * 100).toFixed(1)} %`;
  const counts = byStatus.map(({ status, count }) => [status, count]);
  const open = openItems.map(({ status, days, count }) => [status, `${days} days`, count]);
  return `<h2>Payments that were initiated: ${initiated}; authorised of those decided: ${share}</h2>
${htmlTable(['status', 'payments'], counts)}
<h2>Open items</h2>
${open.length === 0 ? '<p>Both books agree on all of it.</p>' : htmlTable(['status', 'age', 'items'], open)}`;
}

const WIDTH = 640;
const HEIGHT = 120;

/** A chart for each currency: what was captured on each day. */
function charts(days: readonly DayVolume[]): string {
  const currencies = [...new Set(days.map(({ currency }) => currency))].sort();
  return currencies
    .map((currency) =>
      chart(
        days.filter((each) => each.currency === currency),
        currency,
      ),
    )
    .join('\n');
}

function chart(days: readonly DayVolume[], currency: string): string {
  const top = days.reduce(
    (most, { captured }) => (BigInt(captured) > most ? BigInt(captured) : most),
    1n,
  );
  const step = WIDTH / 31;
  const bars = days.map(({ day, captured }) => {
    const height = (Number((BigInt(captured) * 1_000n) / top) / 1_000) * HEIGHT;
    const x = (Number(day.slice(8)) - 1) * step;
    const tip = escapeHtml(`${day}: ${amountOf(captured, currency)}`);
    const box = `x="${x.toFixed(1)}" y="${(20 + HEIGHT - height).toFixed(1)}"`;
    const size = `width="${(step * 0.7).toFixed(1)}" height="${height.toFixed(1)}"`;
    return `<g><title>${tip}</title><rect class="bar" ${box} ${size}/></g>`;
  });
  const title = escapeHtml(`Captured by day, ${currency}`);
  const most = escapeHtml(`at most ${amountOf(top.toString(), currency)}`);
  return `<h2>${title}</h2>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT + 24}" role="img" aria-label="${title}">
<text x="0" y="12">${most}</text>${bars.join('')}
<line class="axis" x1="0" x2="${WIDTH}" y1="${HEIGHT + 20}" y2="${HEIGHT + 20}"/></svg>`;
}

function amountOf(minorUnits: string, currency: string): string {
  return Money.of(BigInt(minorUnits), currency).toString();
}

const STYLE = `
:root { --ink: #1c2430; --soft: #5b6675; --paper: #fff; --line: #d8dee6; --bar: #3569b8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --soft: #9aa6b5;
  --paper: #14181e; --line: #333c48; --bar: #7aa7ea; } }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.05rem; margin: 1.5rem 0 .3rem; }
p { color: var(--soft); max-width: 44rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: right; padding: .3rem .5rem; border-bottom: 1px solid var(--line);
  font-variant-numeric: tabular-nums; white-space: nowrap; }
th:first-child, td:first-child { text-align: left; }
svg { display: block; width: 100%; height: auto; }
svg text { fill: var(--soft); font: 11px system-ui, sans-serif; }
.bar { fill: var(--bar); } .axis { stroke: var(--line); }
@media print { body { font-size: 12px; } }
`;

export const STATEMENT_POLICY = pagePolicy({ style: STYLE });
