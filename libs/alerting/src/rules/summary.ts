import type { Labels } from '../samples/series.js';

const PLACEHOLDER = /\{\{\s*\$(value|labels\.(\w+))\s*(?:\|\s*([^}]*?)\s*)?\}\}/g;

/** Fills in the value and labels where an annotation names them, as Prometheus would. */
export function fillIn(
  template: string,
  { labels, value }: { labels: Labels; value: number },
): string {
  return template.replaceAll(PLACEHOLDER, (_all, what: string, label?: string, format?: string) =>
    what === 'value' ? formatted(value, format) : (labels[label ?? ''] ?? ''),
  );
}

function formatted(value: number, format: string | undefined): string {
  const decimals = /^printf "%\.(\d)f"$/.exec(format ?? '')?.[1];
  if (decimals !== undefined) return value.toFixed(Number(decimals));
  if (format === 'humanizeDuration') return durationText(value);
  if (format === 'humanizePercentage') return `${Number((value * 100).toPrecision(4))}%`;
  return String(Number(value.toPrecision(6)));
}

function durationText(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds < 60) return `${Number(seconds.toPrecision(4))}s`;
  const whole = Math.floor(seconds);
  const parts = [
    [Math.floor(whole / 86_400), 'd'],
    [Math.floor(whole / 3_600) % 24, 'h'],
    [Math.floor(whole / 60) % 60, 'm'],
    [whole % 60, 's'],
  ] as const;
  const first = parts.findIndex(([count]) => count > 0);
  return parts
    .slice(first)
    .map(([count, unit]) => `${count}${unit}`)
    .join(' ');
}
