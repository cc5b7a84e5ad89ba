export { type Expression, selectorsOf } from './promql/expression.js';
export { evaluate } from './promql/evaluate.js';
export { durationMs, parsePromql, UnsupportedExpression } from './promql/parse.js';
export type { Element } from './promql/vector.js';
export { fillIn } from './rules/summary.js';
export {
  InvalidRules,
  readRules,
  retentionOf,
  SEVERITIES,
  type Rule,
  type Severity,
} from './rules/rule.js';
export { step, type Standing, type Standings, type Step } from './rules/standing.js';
export { readExposition, UnreadableMetrics } from './samples/exposition.js';
export { SampleStore, type StoredSamples } from './samples/sample-store.js';
export { signatureOf, type Labels, type Sample } from './samples/series.js';
