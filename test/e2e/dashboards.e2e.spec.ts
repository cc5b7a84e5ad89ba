import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DASHBOARDS } from '../../tools/generate/dashboards/index.js';
import { alertGroupsOf } from '../../tools/generate/alerts-page.js';
import { eventually } from '../support/eventually.js';
import { hasPrometheus, PrometheusProcess } from '../support/prometheus.js';
import { StandaloneProcess } from '../support/standalone.js';

const DEPLOY = join(import.meta.dirname, '../../deploy');
const RULES = join(DEPLOY, 'prometheus/rules');

/** Answers that a healthy system does not give, so that no series has their status. */
const FAILURES = /,?status=~"5\.\."/;
/** Tries of a query that finds nothing yet, a second apart: a job may still run. */
const TRIES_MAX = 60;

type FileOfGrafana = {
  readonly panels: readonly {
    readonly title: string;
    readonly targets: readonly { readonly expr: string }[];
  }[];
};

/** What is rightly empty in a system that has just begun, as its panel says. */
const UNKNOWN_YET = DASHBOARDS.flatMap(({ panels }) => panels)
  .filter(({ emptyUntil }) => emptyUntil !== undefined)
  .flatMap(({ queries }) => Object.values(queries));

const rules = readdirSync(RULES)
  .flatMap((file) => alertGroupsOf(readFileSync(join(RULES, file), 'utf8')))
  .flatMap((group) => group.rules);

const folder = mkdtempSync(join(tmpdir(), 'assay-dashboards-'));
let system: StandaloneProcess;
let prometheus: PrometheusProcess;
let stopPrometheus = async (): Promise<void> => undefined;

(hasPrometheus ? describe : describe.skip)('what a real Prometheus has of a running system', () => {
  beforeAll(async () => {
    const data = join(folder, 'data');
    system = StandaloneProcess.start(data, ['--free-ports', '--payments', '150']);
    // Before the story, which takes longer than a scrape: its counters take steps.
    const { urls, keys } = await eventually(() => startedIn(data));
    const { command, query, operations, fraudWorker } = urls as Readonly<Record<string, string>>;
    const services = {
      'command-service': command ?? '',
      'projection-service': query ?? '',
      operations: operations ?? '',
      'fraud-worker': fraudWorker ?? '',
    };
    const key = keys['local-operator']?.key ?? '';
    prometheus = await PrometheusProcess.start(folder, services, { key, rules: `${RULES}/*.yml` });
    stopPrometheus = () => prometheus.stop();
    await system.says('Ctrl-C');
  });

  afterAll(async () => {
    system.kill('SIGINT');
    await Promise.all([system.ended(), stopPrometheus()]);
    rmSync(folder, { recursive: true, force: true });
  });

  describe.each(DASHBOARDS)('fills the dashboard $title', ({ uid, panels }) => {
    const file = readFileSync(join(DEPLOY, 'grafana/dashboards', `${uid}.json`), 'utf8');
    const provisioned = (JSON.parse(file) as FileOfGrafana).panels;

    it.each(provisioned)('in the panel $title', async ({ title, targets }) => {
      const panel = panels.find((each) => each.title === title);
      for (const { expr } of targets) {
        if (panel?.emptyUntil !== undefined) await prometheus.query(expr);
        else expect([expr, await isFilled(expr)]).toEqual([expr, true]);
      }
    });
  });

  it('evaluates every rule', async () => {
    const states = await prometheus.rules();
    expect(states.map(({ name }) => name).sort()).toEqual(rules.map(({ alert }) => alert).sort());
    expect(states.filter(({ health }) => health !== 'ok')).toEqual([]);
  });

  it.each(rules)('has the series that $alert looks at', async ({ expr }) => {
    for (const selector of selectorsOf(expr)) {
      if (UNKNOWN_YET.some((query) => query.includes(selector))) await prometheus.query(selector);
      else expect([selector, await isFilled(selector)]).toEqual([selector, true]);
    }
  });

  it('does not alarm while all is well', async () => {
    const firing = await prometheus.query('ALERTS{alertstate="firing",severity="critical"}');
    // The disk of the machine that runs the tests is not ours to keep empty.
    const names = firing.map(({ metric }) => metric['alertname'] ?? '');
    expect(names.filter((name) => name !== 'DiskHigh')).toEqual([]);
  });
});

/** Where the services are and with which keys; null until all of it is written. */
function startedIn(data: string): StandaloneProcess['local'] | null {
  if (!existsSync(join(data, 'standalone.json'))) return null;
  if (!existsSync(join(data, 'credentials.json'))) return null;
  const { local } = system;
  return (local as Partial<typeof local>).urls === undefined ? null : local;
}

/** A number of any series will do; 0/0 is none. */
async function isFilled(expr: string): Promise<boolean> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const samples = await prometheus.query(expr);
    if (samples.some(({ value }) => !Number.isNaN(value))) return true;
    await sleep(1_000);
  }
  return false;
}

/** The metrics in an expression with the labels that it chooses by. */
function selectorsOf(expr: string): string[] {
  const found = expr.match(/\b(?:(?:assay|http|process)_\w+|up\b)(?:\{[^}]*\})?/g) ?? [];
  return [...new Set(found.map((selector) => selector.replace(FAILURES, '')))];
}
