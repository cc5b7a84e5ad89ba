import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  durationMs,
  evaluate,
  readRules,
  retentionOf,
  SampleStore,
  step,
  type Rule,
  type Standings,
} from '#alerting';
import { stepsOf, type InputSeries } from '../support/promtool-series.js';

const PROMETHEUS = join(import.meta.dirname, '../../deploy/prometheus');

type Expectation = {
  readonly expr: string;
  readonly eval_time: string;
  readonly exp_samples: readonly { readonly labels: string; readonly value: number }[];
};

type Scenario = {
  readonly interval: string;
  readonly input_series: readonly InputSeries[];
  readonly promql_expr_test: readonly Expectation[];
};

const RULES = filesIn('rules').flatMap(readRules);

const EXPECTED = filesIn('tests').flatMap((text) =>
  (parse(text) as { tests: readonly Scenario[] }).tests.flatMap((scenario) =>
    scenario.promql_expr_test.map((expectation, index) => ({
      scenario,
      expectation,
      alert: /alertname="(\w+)"/.exec(expectation.expr)?.[1] ?? '',
      name: `${expectation.exp_samples.length > 0 ? 'fires' : 'is silent'} (${index})`,
    })),
  ),
);

describe('the alerts evaluated without Prometheus', () => {
  it('are the ones that promtool is asked about', () => {
    expect(new Set(EXPECTED.map(({ alert }) => alert))).toEqual(
      new Set(RULES.map(({ alert }) => alert)),
    );
  });

  it.each(EXPECTED)('give the verdict of promtool: $alert $name', (test) => {
    const { scenario, expectation, alert } = test;
    const rule = RULES.find((each) => each.alert === alert);
    if (!rule) throw new Error(`no rule ${alert}`);
    const firing = [...replay(rule, scenario, durationMs(expectation.eval_time)).values()].filter(
      ({ firedMs }) => firedMs !== null,
    );
    const [expected] = expectation.exp_samples;
    expect([alert, firing.length]).toEqual([alert, expected?.value ?? 0]);
    if (expected) expect(expected.labels).toContain(`severity="${rule.severity}"`);
  });
});

/** Evaluates a rule at each step up to a time, as promtool does. */
function replay(rule: Rule, scenario: Scenario, untilMs: number): Standings {
  const samples = new SampleStore(retentionOf([rule]));
  const intervalMs = durationMs(scenario.interval);
  const steps = stepsOf(scenario.input_series);
  let standings: Standings = new Map();
  for (let nowMs = 0; nowMs <= untilMs; nowMs += intervalMs) {
    const told = steps[nowMs / intervalMs];
    // Behind its last value promtool's series just stops, which is no end that was told.
    if (told) samples.add({ promtool: 'yes' }, told, nowMs);
    const value = evaluate(rule.expression, samples, nowMs);
    const vector = typeof value === 'number' ? [] : value;
    ({ standings } = step(rule, standings, vector, { nowMs, isKnown: true }));
  }
  return standings;
}

function filesIn(folder: string): string[] {
  return readdirSync(join(PROMETHEUS, folder)).map((file) =>
    readFileSync(join(PROMETHEUS, folder, file), 'utf8'),
  );
}
