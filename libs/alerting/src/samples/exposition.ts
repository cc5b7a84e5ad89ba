import type { Sample } from './series.js';

const LINE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? +(\S+)(?: +-?\d+)?$/;
const LABEL = /([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)",?/y;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', '"': '"', '\\': '\\' };
const SPECIAL: Readonly<Record<string, number>> = { '+Inf': Infinity, '-Inf': -Infinity, NaN };

/** What a service tells is not in Prometheus' text format. */
export class UnreadableMetrics extends Error {
  override readonly name = 'UnreadableMetrics';
}

/**
 * Reads Prometheus' text format.
 *
 * @param wanted which metrics are of interest; the lines of others are passed over.
 * @throws UnreadableMetrics: half a page would be taken for the whole.
 */
export function readExposition(text: string, wanted: (metric: string) => boolean): Sample[] {
  return text.split('\n').flatMap((line) => {
    return line === '' || line.startsWith('#') ? [] : readLine(line, wanted);
  });
}

function readLine(line: string, wanted: (metric: string) => boolean): Sample[] {
  const found = LINE.exec(line);
  if (!found) throw new UnreadableMetrics(`not a line of metrics: ${line.slice(0, 80)}`);
  const [, metric = '', labels = '', number = ''] = found;
  return wanted(metric) ? [{ metric, labels: readLabels(labels), value: numberOf(number) }] : [];
}

function numberOf(text: string): number {
  const value = SPECIAL[text] ?? Number(text);
  if (text !== 'NaN' && Number.isNaN(value)) throw new UnreadableMetrics(`not a number: ${text}`);
  return value;
}

function readLabels(text: string): Record<string, string> {
  const labels: Record<string, string> = {};
  LABEL.lastIndex = 0;
  while (LABEL.lastIndex < text.length) {
    const found = LABEL.exec(text);
    if (!found) throw new UnreadableMetrics(`not labels: ${text.slice(0, 80)}`);
    const [, name = '', value = ''] = found;
    labels[name] = value.replaceAll(/\\(.)/g, (all, char: string) => ESCAPES[char] ?? all);
  }
  return labels;
}
