import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../repository.js';
import { assayctl } from './assayctl.js';
import type { CheckList, Observation } from './check-list.js';
import type { Scene } from './scene.js';

/** The public file, where someone put it beside the repository; else the small made-up one. */
const FILES = ['../shared/data/handbook.csv.gz', 'test/fixtures/transactions-sample.csv'];

/** The figures of `assayctl drive --json` that the story looks at. */
type Summary = {
  readonly accepted: number;
  readonly failed: number;
  readonly unscored: number;
  readonly payments_per_s: number;
  readonly verdicts_on: Readonly<Record<'honest' | 'fraud', Readonly<Record<string, number>>>>;
  readonly refusals: Readonly<Record<string, number>>;
  readonly latency_ms: { readonly p50: number; readonly p99: number };
};

/** Sends a public transaction file through the front door, as an upstream service would. */
export async function playPublicFile(
  scene: Scene,
  checks: CheckList,
  payments: number,
): Promise<void> {
  const file = FILES.map((name) => join(REPOSITORY, name)).find((path) => existsSync(path));
  await checks.observe(`public file: ${payments} payments, none refused`, async () => {
    if (file === undefined) return [false, `none of ${FILES.join(', ')} is there`];
    return observe(await drive(scene, file, payments), payments);
  });
}

function observe(summary: Summary, payments: number): Observation {
  const { accepted, failed, verdicts_on: on, refusals } = summary;
  const { payments_per_s: rate, latency_ms: latency } = summary;
  const refused = Object.entries(refusals).map(([name, n]) => `, ${name} ${n}`);
  const said = `honest: ${counts(on.honest)}; fraud: ${counts(on.fraud)}`;
  return [
    accepted === payments && failed === 0,
    `${rate}/s, p50 ${latency.p50} ms, p99 ${latency.p99} ms; ${said}${refused.join('')}`,
  ];
}

/** What was said of payments that the file tells the truth about. */
function counts({
  approve = 0,
  review = 0,
  decline = 0,
}: Readonly<Record<string, number>>): string {
  const all = approve + review + decline;
  return all === 0 ? 'none' : `${review} of ${all} held, ${decline} declined`;
}

async function drive(scene: Scene, file: string, payments: number): Promise<Summary> {
  const args = ['drive', file, '--limit', String(payments), '--run', `story-${scene.run}`];
  return (await assayctl(scene, 'local', args)) as Summary;
}
