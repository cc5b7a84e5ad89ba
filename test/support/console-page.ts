import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { newContext } from './browser.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };

export type Look = {
  readonly language?: string;
  readonly theme?: string;
  readonly width?: number;
};

/** A fresh browser, as of a person who was never here. */
export async function newConsolePage(
  browser: Browser,
  { language = 'en', theme = 'light', width = 1280 }: Look,
  /** Takes what the policy of the page forbade. */
  forbidden: string[],
): Promise<Page> {
  const context = await newContext(browser, { viewport: { width, height: 800 } });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.text().startsWith('forbidden ')) forbidden.push(message.text());
  });
  const settings = JSON.stringify({ language, theme });
  await page.addInitScript(`
    localStorage.setItem('assay-settings', '${settings}');
    document.addEventListener('securitypolicyviolation', (event) => {
      console.log('forbidden ' + event.violatedDirective + ' ' + event.blockedURI);
    });
  `);
  return page;
}

/** What keeps people from using the page. axe runs beside it, past its policy. */
export async function barriersOn(page: Page): Promise<string[]> {
  const found = await page.evaluate(`(() => { ${AXE}; return window.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }); })()`);
  const { violations } = found as { violations: readonly Violation[] };
  const wide = await page.evaluate(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  );
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ...(wide === true ? ['the page scrolls sideways'] : []),
  ];
}
