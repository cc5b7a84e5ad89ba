import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { alertGroupsOf } from '../../tools/generate/alerts-page.js';

const ROOT = join(import.meta.dirname, '../..');
const PROMETHEUS = join(ROOT, 'deploy/prometheus');
const RULES = filesIn('rules');
const TESTS = filesIn('tests');

const rules = RULES.flatMap((file) => alertGroupsOf(textOf(file)))
  .flatMap((group) => group.rules)
  .map((rule) => ({ ...rule, name: rule.alert }));

type Expectation = { readonly expr: string; readonly exp_samples: readonly object[] };
type TestFile = {
  readonly tests: readonly { readonly promql_expr_test: readonly Expectation[] }[];
};

const withPromtool = run('--version').status === 0 ? it : it.skip;

describe('the rules of alerts', () => {
  withPromtool('are accepted by Prometheus', () => {
    expect(run('check', 'rules', ...RULES)).toMatchObject({ status: 0, stderr: '' });
  });

  withPromtool('alarm beyond their thresholds, and not at them', () => {
    const { status, stdout, stderr } = run('test', 'rules', ...TESTS);
    expect([status, status === 0 ? '' : stdout + stderr]).toEqual([0, '']);
  });

  it('are each tested on both sides', () => {
    const tests = TESTS.flatMap((file) => (parse(textOf(file)) as TestFile).tests);
    const expected = tests.flatMap((test) => test.promql_expr_test);
    for (const { name, labels } of rules) {
      const of = expected.filter(({ expr }) => expr.includes(`alertname="${name}"`));
      const [fires, silent] = [of.filter(isFiring), of.filter((test) => !isFiring(test))];
      expect([name, fires.length > 0, silent.length > 0]).toEqual([name, true, true]);
      expect(JSON.stringify(fires)).toContain(`severity=\\"${labels.severity}\\"`);
    }
  });

  it('each say how bad it is, since when, and where to read on', () => {
    const page = readFileSync(join(ROOT, 'docs/runbooks/alerts.md'), 'utf8');
    const headings = [...page.matchAll(/^### (\w+)$/gm)].map(([, name = '']) => name.toLowerCase());
    expect(headings.sort()).toEqual(rules.map(({ name }) => name.toLowerCase()).sort());
    for (const { name, labels, for: lasts, annotations } of rules) {
      expect(annotations.runbook_url).toBe(`docs/runbooks/alerts.md#${name.toLowerCase()}`);
      expect(['critical', 'warning']).toContain(labels.severity);
      expect(lasts).toMatch(/^\d+[smh]$/);
      expect(annotations.summary).not.toBe('');
      expect(annotations.command).not.toBe('');
      const runbook = join(ROOT, 'docs/runbooks', annotations.see);
      expect([name, annotations.see, existsSync(runbook)]).toEqual([name, annotations.see, true]);
    }
  });

  it('have names of their own', () => {
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
  });
});

function isFiring({ exp_samples }: Expectation): boolean {
  return exp_samples.length > 0;
}

function filesIn(folder: string): string[] {
  return readdirSync(join(PROMETHEUS, folder)).map((file) => join(PROMETHEUS, folder, file));
}

function textOf(file: string): string {
  return readFileSync(file, 'utf8');
}

function run(...args: readonly string[]) {
  return spawnSync('promtool', args, { encoding: 'utf8' });
}
