import type { Browser, Page } from 'playwright-core';
import { newContext } from '../../test/support/browser.js';

const KEYS = 30;
const FILTERS = ['0.5', '0.75', '0.9', '0.95', '0.99'] as const;
const REST_MS = 400;

/** From the navigation until an element is there and painted, in a fresh profile. */
export async function firstContentOf(
  browser: Browser,
  address: string,
  selector: string,
): Promise<number> {
  const context = await newContext(browser);
  const page = await context.newPage();
  await page.addInitScript(watcher(selector));
  await page.goto(address);
  await page.waitForSelector(selector);
  // The page's policy forbids what waitForFunction would do.
  let shownAtMs = await page.evaluate<number | null>('window.shownAtMs ?? null');
  while (shownAtMs === null) {
    await page.waitForTimeout(REST_MS);
    shownAtMs = await page.evaluate<number | null>('window.shownAtMs ?? null');
  }
  await context.close();
  return Math.round(shownAtMs);
}

/** Notes when the element first was painted, by the clock of the navigation. */
function watcher(selector: string): string {
  return `(() => {
    const look = () => {
      if (!document.querySelector(${JSON.stringify(selector)})) return requestAnimationFrame(look);
      requestAnimationFrame(() => { window.shownAtMs = performance.now(); });
    };
    look();
  })()`;
}

type Asked = { readonly rounds: number; readonly minutes: number };

/** One person at work: filters, keys, and how much memory is kept after so many minutes. */
export async function queueMeasures(browser: Browser, address: string, asked: Asked) {
  const context = await newContext(browser, { viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole('row').nth(1).waitFor();
  const filters = await filterTimes(page, asked.rounds);
  const keys = await keyTimes(page);
  const heap = await heapAfter(page, asked.minutes);
  await context.close();
  return {
    filter_p95_ms: p95(filters),
    key_to_paint_p95_ms: p95(keys),
    heap_mb: heap,
    heap_after_minutes: asked.minutes,
  };
}

/** From the change of the address until the rows of the filter are painted. */
async function filterTimes(page: Page, rounds: number): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const scoreMin of FILTERS) {
      // A filter that was never asked for: nothing of it is kept.
      const search = `?scoreMin=${scoreMin}${String(round).padStart(2, '0')}`;
      const answered = page.waitForResponse((answer) => answer.url().includes(search.slice(1)));
      const startedMs = performance.now();
      await page.evaluate(
        `history.pushState(null, '', '/queue${search}'); dispatchEvent(new PopStateEvent('popstate'))`,
      );
      await answered;
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
      times.push(performance.now() - startedMs);
    }
  }
  return times;
}

/** From a press of j to the frame that shows what it did, as the browser itself measures. */
async function keyTimes(page: Page): Promise<number[]> {
  await page.evaluate(`
    window.keyTimes = [];
    new PerformanceObserver((list) => {
      for (const each of list.getEntries())
        if (each.name === 'keydown') window.keyTimes.push(each.duration);
    }).observe({ type: 'event', durationThreshold: 16, buffered: false });
  `);
  for (let press = 0; press < KEYS; press += 1) {
    await page.keyboard.press('j');
    await page.waitForTimeout(REST_MS);
  }
  const slow = await page.evaluate<number[]>('window.keyTimes');
  // The browser names no press below 16 ms: those count as 16.
  return [...slow, ...Array.from({ length: Math.max(0, KEYS - slow.length) }, () => 16)];
}

/** Goes down the queue all the time; what is garbage is collected first. */
async function heapAfter(page: Page, minutes: number): Promise<number> {
  const untilMs = performance.now() + minutes * 60_000;
  while (performance.now() < untilMs) {
    await page.keyboard.press('PageDown');
    await page.waitForTimeout(1_000);
  }
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return Math.round(usedSize / 100_000) / 10;
}

function p95(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.round(sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN);
}
