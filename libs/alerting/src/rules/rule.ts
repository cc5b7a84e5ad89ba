import { parse } from 'yaml';
import { selectorsOf, type Expression } from '../promql/expression.js';
import { durationMs, parsePromql } from '../promql/parse.js';
import { LOOKBACK_MS } from '../samples/sample-store.js';

export const SEVERITIES = ['critical', 'warning', 'information'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** One alert of deploy/prometheus/rules, read to be evaluated here. */
export type Rule = {
  readonly alert: string;
  /** The file's group, as `payments`. */
  readonly group: string;
  readonly severity: Severity;
  /** Who it is for beside the engineers, as `security`; null for no one else. */
  readonly team: string | null;
  readonly expression: Expression;
  /** How long it holds before it fires. */
  readonly forMs: number;
  /** How far back it looks. */
  readonly windowMs: number;
  readonly summary: string;
  readonly meaning: string;
  readonly command: string;
  readonly runbook: string;
};

/** A file of rules that this cannot evaluate. */
export class InvalidRules extends Error {
  override readonly name = 'InvalidRules';
}

type RuleFile = {
  readonly groups?: readonly { readonly name: string; readonly rules: readonly StoredRule[] }[];
};

type StoredRule = {
  readonly alert?: string;
  readonly expr?: string;
  readonly for?: string;
  readonly labels?: { readonly severity?: string; readonly team?: string };
  readonly annotations?: Readonly<Record<string, string>>;
};

/** @throws InvalidRules that names the alert and what of it is not understood. */
export function readRules(text: string): Rule[] {
  const { groups } = parse(text) as RuleFile;
  if (!Array.isArray(groups)) throw new InvalidRules('a file of rules has a list of groups');
  return (groups as NonNullable<RuleFile['groups']>).flatMap(({ name, rules }) =>
    rules.map((rule) => readRule(name, rule)),
  );
}

function readRule(group: string, rule: StoredRule): Rule {
  const { alert, expr, labels } = rule;
  if (alert === undefined || expr === undefined) {
    throw new InvalidRules(`a rule of group ${group} has no alert or no expr`);
  }
  const severity = SEVERITIES.find((each) => each === labels?.severity);
  if (!severity) {
    throw new InvalidRules(`${alert}: labels.severity must be one of ${SEVERITIES.join(', ')}`);
  }
  const head = { alert, group, severity, team: labels?.team ?? null };
  try {
    return { ...head, ...conditionOf(expr, rule.for), ...textsOf(alert, rule) };
  } catch (error) {
    throw new InvalidRules(`${alert}: ${(error as Error).message}`);
  }
}

function conditionOf(expr: string, lasts = '0s'): Pick<Rule, 'expression' | 'forMs' | 'windowMs'> {
  const expression = parsePromql(expr);
  const ranges = selectorsOf(expression).map(({ rangeMs }) => rangeMs ?? 0);
  return { expression, forMs: durationMs(lasts), windowMs: Math.max(0, ...ranges) };
}

function textsOf(
  alert: string,
  { annotations = {} }: StoredRule,
): Pick<Rule, 'summary' | 'meaning' | 'command' | 'runbook'> {
  const text = (name: string): string => (annotations[name] ?? '').trim();
  return {
    summary: text('summary') || alert,
    meaning: text('meaning'),
    command: text('command'),
    runbook: text('runbook_url'),
  };
}

/** How long samples of each metric are of use to the rules. */
export function retentionOf(rules: readonly Rule[]): Map<string, number> {
  const keepMs = new Map<string, number>();
  for (const { metric, rangeMs } of rules.flatMap(({ expression }) => selectorsOf(expression))) {
    keepMs.set(metric, Math.max(keepMs.get(metric) ?? LOOKBACK_MS, rangeMs ?? 0));
  }
  return keepMs;
}
