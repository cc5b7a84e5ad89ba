import { existsSync } from 'node:fs';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
} from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';

/** Bounds a hang; the usual half minute is too little for a page on a slow, busy machine. */
const HANG_MS = 600_000;

/** Whether Debian's chromium is there. Without it, tests of pages say so instead of running. */
export const HAS_BROWSER = existsSync(CHROMIUM);

/** A browser with a fresh profile, whose own services in the background are off. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-background-networking'],
  });
}

/** A context whose waits end with what they wait for. */
export async function newContext(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(HANG_MS);
  return context;
}
