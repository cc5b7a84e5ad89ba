import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../apps/standalone/src/parts/free-port.js';

/** One line of an answer: its labels, and its value now. */
export type Sampled = { readonly metric: Readonly<Record<string, string>>; readonly value: number };

export type RuleState = { readonly name: string; readonly health: string };

export const hasPrometheus = spawnSync('prometheus', ['--version']).status === 0;

/** Debian's Prometheus as a process of its own; it scrapes and evaluates every second. */
export class PrometheusProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly url: string,
  ) {}

  /**
   * @param services by the name of their job.
   * @param key an operator's.
   */
  static async start(
    folder: string,
    services: Readonly<Record<string, string>>,
    { key, rules }: { readonly key: string; readonly rules: string },
  ): Promise<PrometheusProcess> {
    const file = join(folder, 'prometheus.yml');
    const scrapeConfigs = Object.entries(services).map(([job, url]) => ({
      job_name: job,
      authorization: { credentials: key },
      static_configs: [{ targets: [new URL(url).host] }],
    }));
    const every = { scrape_interval: '1s', scrape_timeout: '1s', evaluation_interval: '1s' };
    // JSON is YAML too.
    const config = { global: every, rule_files: [rules], scrape_configs: scrapeConfigs };
    writeFileSync(file, JSON.stringify(config), { mode: 0o600 });
    const port = await freePort();
    const child = spawn(
      'prometheus',
      [
        `--config.file=${file}`,
        `--storage.tsdb.path=${join(folder, 'prometheus')}`,
        `--web.listen-address=127.0.0.1:${port}`,
        '--log.level=warn',
      ],
      { stdio: 'ignore' },
    );
    const prometheus = new PrometheusProcess(child, `http://127.0.0.1:${port}`);
    await prometheus.#untilReady();
    return prometheus;
  }

  /** @throws Error with what Prometheus says against the expression. */
  async query(expr: string): Promise<Sampled[]> {
    type Answer = {
      readonly status: string;
      readonly error?: string;
      readonly data?: { readonly result: readonly { metric: object; value: [number, string] }[] };
    };
    const answer = await this.#get<Answer>(`/api/v1/query?query=${encodeURIComponent(expr)}`);
    if (answer.status !== 'success') throw new Error(`${expr}: ${answer.error ?? 'no reason'}`);
    return (answer.data?.result ?? []).map(({ metric, value }) => ({
      metric: metric as Sampled['metric'],
      value: Number(value[1]),
    }));
  }

  /** How the evaluation of each rule went. */
  async rules(): Promise<RuleState[]> {
    type Answer = {
      readonly data: { readonly groups: readonly { readonly rules: readonly RuleState[] }[] };
    };
    const { data } = await this.#get<Answer>('/api/v1/rules');
    return data.groups.flatMap((group) => group.rules);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }

  async #get<Answer>(path: string): Promise<Answer> {
    return (await (await fetch(this.url + path)).json()) as Answer;
  }

  async #untilReady(): Promise<void> {
    for (let attempt = 0; attempt < 600; attempt += 1) {
      const answer = await fetch(`${this.url}/-/ready`).catch(() => null);
      if (answer?.ok) return;
      if (this.child.exitCode !== null) break;
      await sleep(100);
    }
    throw new Error('Prometheus did not become ready');
  }
}
