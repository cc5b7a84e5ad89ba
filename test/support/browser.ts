import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';

/** Whether Debian's chromium is there. Without it, tests of pages say so instead of running. */
export const HAS_BROWSER = existsSync(CHROMIUM);

/** A browser with a fresh profile, whose own services in the background are off. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-background-networking'],
  });
}
