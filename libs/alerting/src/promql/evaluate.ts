import { LOOKBACK_MS, type SampleStore, type Series } from '../samples/sample-store.js';
import { signatureOf, type Labels } from '../samples/series.js';
import { combine } from './combine.js';
import type { Aggregation, Expression, Matcher, Selector } from './expression.js';
import { histogramQuantile } from './quantile.js';
import { increaseOf } from './rate.js';
import type { Element, Value } from './vector.js';

type Samples = Pick<SampleStore, 'seriesOf'>;

/** What an expression comes to at a time. Labels of the result do not name the metric. */
export function evaluate(expression: Expression, samples: Samples, timeMs: number): Value {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'selector':
      return newest(expression, samples, timeMs);
    case 'call':
      return call(expression, samples, timeMs);
    case 'aggregate': {
      const operand = evaluate(expression.operand, samples, timeMs);
      return aggregate(expression, vectorOf(operand));
    }
    case 'binary': {
      const { operator, left, right } = expression;
      const values = [left, right].map((each) => evaluate(each, samples, timeMs));
      return combine(operator, values[0] ?? NaN, values[1] ?? NaN);
    }
  }
}

type Call = Extract<Expression, { kind: 'call' }>;

function call({ name, args: [first, second] }: Call, samples: Samples, timeMs: number): Value {
  if (name === 'time') return timeMs / 1_000;
  if (name === 'histogram_quantile' && first?.kind === 'number' && second) {
    return histogramQuantile(first.value, vectorOf(evaluate(second, samples, timeMs)));
  }
  if (first?.kind !== 'selector' || first.rangeMs === null) return [];
  const { rangeMs } = first;
  const divisor = name === 'rate' ? rangeMs / 1_000 : 1;
  return chosen(first, samples).flatMap(({ labels, points }) => {
    const increase = increaseOf(points, timeMs - rangeMs, timeMs);
    return increase === null ? [] : [{ labels, value: increase / divisor }];
  });
}

function newest(selector: Selector, samples: Samples, timeMs: number): Element[] {
  return chosen(selector, samples).flatMap(({ labels, points }) => {
    const point = points.findLast((each) => each[0] <= timeMs);
    if (!point || point[1] === null || timeMs - point[0] > LOOKBACK_MS) return [];
    return [{ labels, value: point[1] }];
  });
}

function chosen({ metric, matchers }: Selector, samples: Samples): Series[] {
  return samples
    .seriesOf(metric)
    .filter(({ labels }) => matchers.every((matcher) => matches(matcher, labels)));
}

function matches({ label, operator, value }: Matcher, labels: Labels): boolean {
  const actual = labels[label] ?? '';
  if (operator === '=') return actual === value;
  if (operator === '!=') return actual !== value;
  return new RegExp(`^(?:${value})$`, 'u').test(actual) === (operator === '=~');
}

function aggregate(
  { operator, by }: { readonly operator: Aggregation; readonly by: readonly string[] },
  vector: readonly Element[],
): Element[] {
  const groups = new Map<string, { labels: Labels; values: number[] }>();
  for (const { labels: all, value } of vector) {
    const labels = Object.fromEntries(
      by.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])),
    );
    const signature = signatureOf(labels);
    const group = groups.get(signature) ?? { labels, values: [] };
    group.values.push(value);
    groups.set(signature, group);
  }
  return [...groups.values()].map(({ labels, values }) => ({
    labels,
    value: AGGREGATE[operator](values),
  }));
}

const AGGREGATE: Readonly<Record<Aggregation, (values: readonly number[]) => number>> = {
  sum: sumOf,
  max: (values) => values.reduce((most, value) => (value > most ? value : most), -Infinity),
  min: (values) => values.reduce((least, value) => (value < least ? value : least), Infinity),
  avg: (values) => sumOf(values) / values.length,
  count: (values) => values.length,
};

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function vectorOf(value: Value): readonly Element[] {
  return typeof value === 'number' ? [{ labels: {}, value }] : value;
}
