import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { newContext } from './browser.js';
import type { StandaloneProcess } from './standalone.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Not kept by git. */
const PICTURES = join('dist', 'pictures');

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };

type Look = { readonly language: 'en' | 'ar'; readonly theme: string; readonly width: number };

/** How each page is looked at. */
export const LOOKS: Readonly<Record<string, Look>> = {
  light: { language: 'en', theme: 'light', width: 1280 },
  dark: { language: 'en', theme: 'dark', width: 1280 },
  arabic: { language: 'ar', theme: 'light', width: 1280 },
  phone: { language: 'ar', theme: 'dark', width: 390 },
};

type Opening = { readonly key: string; readonly path: string; readonly look?: string };

/** The console of one system, as people with their own keys open it. */
export class ConsoleDesk {
  /** What the policy of the page forbade; empty when all is well. */
  readonly forbidden: string[] = [];

  constructor(
    private readonly browser: Browser,
    private readonly system: StandaloneProcess,
  ) {}

  /** A fresh browser, signed in. */
  async open({ key, path, look = 'light' }: Opening): Promise<Page> {
    const { language, theme, width } = LOOKS[look] ?? { language: 'en', theme: look, width: 1280 };
    const context = await newContext(this.browser, { viewport: { width, height: 900 } });
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.text().startsWith('forbidden ')) this.forbidden.push(message.text());
    });
    await page.addInitScript(`
      localStorage.setItem('assay-settings', '${JSON.stringify({ language, theme })}');
      document.addEventListener('securitypolicyviolation', (event) => {
        console.log('forbidden ' + event.violatedDirective + ' ' + event.blockedURI);
      });
    `);
    await page.goto(`${this.system.local.urls.command}${path}#key=${key}`);
    return page;
  }

  keyOf(name: string): string {
    return this.system.local.keys[name]?.key ?? '';
  }

  /** A key of another role, made by the administrators as anyone's is. */
  async newKey(client: string, role: string): Promise<string> {
    const body = JSON.stringify({ client, role, person: client });
    const made = await this.call('POST', '/v1/access/keys', { as: 'local-admin', body });
    const { key } = made as { readonly key: string };
    await this.#isKnown(key);
    return key;
  }

  /** A new key counts moments after it was made. */
  async #isKnown(key: string): Promise<void> {
    const headers = { authorization: `Bearer ${key}` };
    for (let tries = 0; tries < 100; tries += 1) {
      const { status } = await fetch(`${this.system.local.urls.command}/v1/views`, { headers });
      if (status !== 401) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('the new key never counted');
  }

  /** @throws Error with what the service said when it refused. */
  async call(
    method: string,
    path: string,
    { as, body, type = 'application/json' }: { as: string; body?: string; type?: string },
  ): Promise<unknown> {
    const headers = {
      authorization: `Bearer ${this.keyOf(as)}`,
      'idempotency-key': crypto.randomUUID(),
      ...(body !== undefined && { 'content-type': type }),
    };
    const answer = await fetch(this.system.local.urls.command + path, {
      method,
      headers,
      ...(body !== undefined && { body }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? null : JSON.parse(text);
  }
}

/** axe is let past the page's own policy: it runs beside the page, not in it. */
export async function violationsOn(page: Page): Promise<string[]> {
  const found = await page.evaluate(`(() => { ${AXE}; return window.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }); })()`);
  const { violations } = found as { violations: readonly Violation[] };
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Keeps how the whole page looks, to be looked at by a person. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
}
