import { setTimeout as sleep } from 'node:timers/promises';
import { silentLogger } from '#platform';
import type { Rebuilds } from './rebuilds.js';
import { ViewChecks } from './view-checks.js';
import type { Views } from './views.js';

/** 36 ms. */
const SOON_HOURS = 0.000_01;

describe('checks of the views', () => {
  let checked: string[];
  let checks: ViewChecks;

  afterEach(() => checks.onApplicationShutdown());

  function start(hours: number): void {
    checked = [];
    const views = {
      names: ['orders', 'journal', 'cases'],
      runnerOf: (name: string) => ({ state: { status: name === 'journal' ? 'behind' : 'live' } }),
    } as unknown as Views;
    const rebuilds = {
      begin: async (view: string, _timeoutMs: number, { swap }: { readonly swap: boolean }) => {
        checked.push(`${view} ${swap ? 'swapped' : 'compared'}`);
        if (view === 'orders') throw new Error('the database is away');
        return Promise.resolve({ trouble: null });
      },
    } as unknown as Rebuilds;
    checks = new ViewChecks(views, rebuilds, silentLogger(), hours);
    checks.onApplicationBootstrap();
  }

  it('compare each view that is live here, and swap none, again and again', async () => {
    start(SOON_HOURS);
    while (checked.length < 4) await sleep(5);
    expect(checked.slice(0, 4)).toEqual([
      'orders compared',
      'cases compared',
      'orders compared',
      'cases compared',
    ]);
  });

  it('begin no more once the service stops', async () => {
    start(SOON_HOURS);
    while (checked.length < 1) await sleep(5);
    checks.onApplicationShutdown();
    await sleep(5);
    const before = checked.length;
    await sleep(120);
    expect(checked).toHaveLength(before);
  });

  it('are none where the period is 0', async () => {
    start(0);
    await sleep(120);
    expect(checked).toEqual([]);
  });
});
