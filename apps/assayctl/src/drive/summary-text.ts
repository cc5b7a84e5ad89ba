import type { Summary } from './tally.js';

/** The figures of a drive, for a person. */
export function summaryText(summary: Summary): string {
  const { accepted, refused, failed, skipped, unscored, latency_ms: latency } = summary;
  const lines = [
    ['payments', `${summary.sent} in ${summary.seconds} s (${summary.payments_per_s}/s)`],
    [
      'accepted',
      `${accepted}, refused ${refused}, failed ${failed}, skipped ${skipped} (below 0.50 EUR)`,
    ],
    ['verdicts', `${counts(summary.verdicts)}${unscored ? ` (${unscored} not scored)` : ''}`],
    ['statuses', counts(summary.statuses)],
    [
      'latency',
      `p50 ${latency.p50} ms, p95 ${latency.p95} ms, p99 ${latency.p99} ms, max ${latency.max} ms`,
    ],
    ...(refused + failed > 0 ? [['refusals', counts(summary.refusals)]] : []),
  ];
  return lines.map(([name = '', text = '']) => `${name.padEnd(9)} ${text}\n`).join('');
}

function counts(of: Readonly<Record<string, number>>): string {
  const entries = Object.entries(of).sort(([, a], [, b]) => b - a);
  return entries.map(([name, n]) => `${name} ${n}`).join(', ') || 'none';
}
