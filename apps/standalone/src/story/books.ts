import { setTimeout as sleep } from 'node:timers/promises';
import type { PaymentRow } from '#client';
import { Money } from '#money';
import { PROVIDERS } from '#provider-port';
import { assayctl } from './assayctl.js';
import type { CheckList, Observation } from './check-list.js';
import { REBUILD_MS_MAX, type Scene } from './scene.js';

/** One line of `assayctl books --json`: amounts in minor units, as digits. */
type BooksLine = {
  readonly provider: string;
  readonly currency: string;
  readonly journal: { readonly net: string; readonly fees: string };
  readonly sandbox: object | null;
  readonly equal: boolean;
};

type JobEnd = {
  readonly outcome: string;
  readonly result: { readonly read?: number; readonly recorded?: number; readonly reason?: string };
};

/** Longest wait for the views to apply all there is. */
const CAUGHT_UP_MS_MAX = 300_000;

/** Longest wait for the scores that come late. */
const SCORED_MS_MAX = 300_000;
const SCORED_POLL_MS = 1_000;

/** The evening: every book must say the same, to the last minor unit. */
export async function playBooks(scene: Scene, checks: CheckList): Promise<void> {
  // A score that came too late for its payment is recorded a little later.
  await checks.observe('every payment is scored', () => scored(scene));
  for (const provider of PROVIDERS) {
    await checks.observe(`settlement of ${provider} imported`, () => imported(scene, provider));
  }
  await checks.observe('views have caught up', () => caughtUp(scene));
  await checks.observe('money: sandbox = journal = reconciliation', () => sameMoney(scene));
  await checks.observe('nothing unmatched in the reconciliation', () => matched(scene));
  await checks.observe('trial balance is 0 in every currency', () => trialBalance(scene));
  await checks.observe('all views rebuilt with equal digests', () => rebuilt(scene));
}

async function imported(scene: Scene, provider: string): Promise<Observation> {
  const path = `/v1/jobs/settlement-${provider}/run`;
  const { outcome, result } = (await scene.operator.send({ method: 'POST', path })) as JobEnd;
  const { read = 0, recorded = 0, reason } = result;
  return [outcome === 'finished', reason ?? `${read} lines, ${recorded} new`];
}

async function caughtUp(scene: Scene): Promise<Observation> {
  const views = await scene.views.caughtUp(CAUGHT_UP_MS_MAX);
  const states = views.map(({ name, position }) => `${name} ${position}`);
  return [views.every((view) => view.caughtUp), states.join(', ')];
}

async function sameMoney(scene: Scene): Promise<Observation> {
  const lines = (await assayctl(scene, 'local-auditor', ['books'])) as readonly BooksLine[];
  const figures = lines.map(({ provider, currency, journal, equal }) => {
    const net = Money.of(BigInt(journal.net), currency).toString();
    return `${provider} ${net}${equal ? '' : ' DIFFERENT'}`;
  });
  const compared = lines.length > 0 && lines.every(({ sandbox }) => sandbox !== null);
  return [compared && lines.every(({ equal }) => equal), figures.join(', ')];
}

async function matched(scene: Scene): Promise<Observation> {
  const counts = new Map<string, number>();
  for (const summary of await scene.views.reconciliation()) {
    for (const [status, n] of Object.entries(summary.counts)) {
      if (n > 0) counts.set(status, (counts.get(status) ?? 0) + n);
    }
  }
  const fine = [...counts.keys()].every((status) => ['matched', 'booked'].includes(status));
  const text = [...counts].map(([status, n]) => `${n} ${status}`).join(', ');
  return [fine && counts.has('matched'), text || 'nothing was compared'];
}

async function trialBalance(scene: Scene): Promise<Observation> {
  const { balanced, items } = await scene.views.trialBalance();
  const differences = items
    .filter(({ book }) => book === 'money')
    .map(({ currency, difference }) => `${currency} ${difference}`);
  return [balanced && items.length > 0, differences.join(', ')];
}

function isScored(risk: PaymentRow['risk']): boolean {
  return [risk, risk?.late].some((assessment) => typeof assessment?.score === 'number');
}

async function countScores({ views }: Scene): Promise<{ payments: number; unscored: number }> {
  const counts = { payments: 0, unscored: 0 };
  await views.caughtUp(CAUGHT_UP_MS_MAX);
  for await (const { risk } of views.payments()) {
    counts.payments += 1;
    if (!isScored(risk)) counts.unscored += 1;
  }
  return counts;
}

async function scored(scene: Scene): Promise<Observation> {
  for (let waitedMs = 0; ; waitedMs += SCORED_POLL_MS) {
    const { payments, unscored } = await countScores(scene);
    if (unscored === 0 || waitedMs >= SCORED_MS_MAX) {
      return [payments > 0 && unscored === 0, `${payments} payments, ${unscored} without a score`];
    }
    await sleep(SCORED_POLL_MS);
  }
}

async function rebuilt(scene: Scene): Promise<Observation> {
  const results: string[] = [];
  let equal = true;
  for (const { name } of await scene.views.views()) {
    const rebuild = await scene.rebuilds.rebuild(name, REBUILD_MS_MAX);
    equal &&= rebuild.equal === true;
    const digest = rebuild.after?.sha256.slice(0, 8) ?? rebuild.trouble ?? rebuild.status;
    results.push(`${name} ${digest}${rebuild.equal === true ? '' : ' DIFFERENT'}`);
  }
  return [equal && results.length > 0, results.join(', ')];
}
