import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { HAS_BROWSER, newContext, startBrowser } from '../support/browser.js';
import { StandaloneProcess } from '../support/standalone.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SEEN_MS = 700;

/** Each page with what its role sees, and a heading only when its data came. */
const PAGES = [
  ['local-auditor', '/audit?type=PaymentCaptured', 'PaymentCaptured'],
  ['local-auditor', '/payments', 'captured'],
  ['local-auditor', '/money', 'Debits equal credits in every currency'],
  ['local-operator', '/reconciliation', /^Matched: /],
  ['local-operator', '/operations', 'settlement-stripe'],
  [
    'local-analyst',
    '/models',
    'Thresholds decide. From these scores on a payment is held or declined.',
  ],
  ['local-operator', '/approvals', 'Nothing waits for a second person.'],
] as const;

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };

const folder = mkdtempSync(join(tmpdir(), 'assay-console-'));
let system: StandaloneProcess;
let browser: Browser;
const strictness: string[] = [];

const withBrowser = HAS_BROWSER ? describe : describe.skip;

withBrowser('the console', () => {
  beforeAll(async () => {
    system = StandaloneProcess.start(join(folder, 'data'), ['--free-ports', '--payments', '10']);
    browser = await startBrowser();
    await system.says('Ctrl-C');
  });

  afterAll(async () => {
    await browser.close();
    system.kill('SIGINT');
    await system.ended();
    rmSync(folder, { recursive: true, force: true });
  });

  describe('of an analyst', analystsStory);
  describe('is a page that anyone can use', looks);
  describe('of other roles', otherRoles);

  it('never met what the policy of the page forbids', () => {
    expect(strictness).toEqual([]);
  });
});

function analystsStory(): void {
  it('is signed in by the printed address, which loses its key at once', async () => {
    const page = await openPage();
    await page.getByRole('heading', { name: 'Queue' }).waitFor();
    expect(page.url()).not.toContain('key');
    const stored = await page.evaluate('JSON.stringify([localStorage, sessionStorage])');
    expect(stored).not.toContain('assay_');
    await page.context().close();
  });

  it('approves a payment by two keys', async () => {
    const page = await openPage();
    await page.getByRole('row').nth(1).waitFor();
    await page.keyboard.press('n');
    await page.getByRole('button', { name: /^Approve/ }).waitFor();
    await page.waitForTimeout(SEEN_MS);
    await page.keyboard.press('a');
    await page.getByText(/^Approved, and recorded/).waitFor();
    expect(await outcomeOf(page)).toBe('approved');
    await page.context().close();
  });

  it('escalates a case by one key, and takes it back by another', async () => {
    const page = await openPage();
    await page.getByRole('row').nth(1).waitFor();
    await page.keyboard.press('n');
    await page.getByRole('button', { name: /^Escalate/ }).waitFor();
    await page.keyboard.press('e');
    await page.getByText('Passed on to a senior.').waitFor();
    await page.getByText(/^Passed on to a senior by/).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('u');
    await page.getByText('No longer escalated.').waitFor();
    await page.keyboard.press('Shift+n');
    await page.waitForURL(/\/queue$/);
    await page.context().close();
  });

  it('counts what other thresholds would have done', async () => {
    const page = await openPage({ who: 'local-analyst', path: '/models' });
    await page.getByRole('button', { name: 'Count it' }).click();
    await page.getByText('Hours of review a day').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.context().close();
  });

  it('rejects a payment by four keys, in Arabic', async () => {
    const page = await openPage({ language: 'ar' });
    await page.getByRole('row').nth(1).waitFor();
    await page.keyboard.press('n');
    await page.getByRole('button', { name: /^رفض/ }).waitFor();
    await page.waitForTimeout(SEEN_MS);
    for (const code of ['KeyR', 'Digit1', 'Enter']) await page.keyboard.press(code);
    await page.getByText(/^رُفضت وسُجّل القرار/).waitFor();
    expect(await outcomeOf(page)).toBe('rejected');
    await page.context().close();
  });
}

function looks(): void {
  it.each([
    { language: 'en', theme: 'light', width: 1280 },
    { language: 'en', theme: 'dark', width: 1280 },
    { language: 'ar', theme: 'light', width: 1280 },
    { language: 'ar', theme: 'dark', width: 360 },
  ])('in %j', async (look) => {
    const page = await openPage(look);
    await page.getByRole('row').nth(1).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('j');
    await page.getByRole('button', { name: /^(Approve|قبول)/ }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    const sideways = await page.evaluate(
      'document.documentElement.scrollWidth > document.documentElement.clientWidth',
    );
    expect(sideways).toBe(false);
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.context().close();
  });
}

function otherRoles(): void {
  it.each(PAGES)('shows %s what %s has', async (who, path, shown) => {
    const page = await openPage({ who, path });
    await page.getByText(shown).first().waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.context().close();
  });

  it('proves an event to an auditor in the browser itself', async () => {
    const { urls, keys } = system.local;
    const headers = { authorization: `Bearer ${keys['local-operator']?.key ?? ''}` };
    const page = await openPage({ who: 'local-auditor', path: '/audit?type=PaymentCaptured' });
    await page.getByText('PaymentCaptured').first().click();
    // The head comes after the event, and covers it.
    await fetch(`${urls.command}/v1/audit/checkpoints`, { method: 'POST', headers });
    await page.getByRole('button', { name: 'Prove it in this browser' }).click();
    await page.getByText(/^Proven: it is one of the first/).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.context().close();
  });

  it('lets find what a page can do by its name', async () => {
    const page = await openPage({ who: 'local-auditor', path: '/money' });
    await page.getByRole('heading', { name: 'Money' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.type('reconc');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/reconciliation$/);
    await page.context().close();
  });
}

type Look = {
  /** Default: by the address that is printed. */
  readonly who?: string;
  readonly path?: string;
  readonly language?: string;
  readonly theme?: string;
  readonly width?: number;
};

/** A fresh browser at the address that `npm start` prints. */
async function openPage({
  who,
  path = '/',
  language = 'en',
  theme = 'light',
  width = 1280,
}: Look = {}) {
  const context = await newContext(browser, { viewport: { width, height: 800 } });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.text().startsWith('forbidden ')) strictness.push(message.text());
  });
  const settings = JSON.stringify({ language, theme });
  await page.addInitScript(`
    localStorage.setItem('assay-settings', '${settings}');
    document.addEventListener('securitypolicyviolation', (event) => {
      console.log('forbidden ' + event.violatedDirective + ' ' + event.blockedURI);
    });
  `);
  await page.goto(who === undefined ? printedAddress() : addressOf(who, path));
  return page;
}

function printedAddress(): string {
  return /^open +(\S+)/m.exec(system.output)?.[1] ?? '';
}

function addressOf(who: string, path: string): string {
  const { urls, keys } = system.local;
  return `${urls.command}${path}#key=${keys[who]?.key ?? ''}`;
}

/** axe is let past the page's own policy: it runs beside the page, not in it. */
async function violationsOn(page: Page): Promise<string[]> {
  const found = await page.evaluate(`(() => { ${AXE}; return window.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }); })()`);
  const { violations } = found as { violations: readonly Violation[] };
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** What the ledger says of the case that is open. */
async function outcomeOf(page: Page): Promise<string | undefined> {
  const paymentId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const { urls, keys } = system.local;
  const answer = await fetch(`${urls.command}/v1/cases/${paymentId}`, {
    headers: { authorization: `Bearer ${keys['local-analyst']?.key ?? ''}` },
  });
  const { decision } = (await answer.json()) as { decision: { outcome: string } | null };
  return decision?.outcome;
}
