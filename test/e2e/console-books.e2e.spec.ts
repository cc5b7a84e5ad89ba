import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { HAS_BROWSER, startBrowser } from '../support/browser.js';
import { ConsoleDesk, LOOKS, picture, violationsOn } from '../support/console-desk.js';
import { StandaloneProcess } from '../support/standalone.js';
import { WebhookReceiver } from '../support/webhook-receiver.js';

const folder = mkdtempSync(join(tmpdir(), 'assay-console-books-'));
const EXCEPTION = 'stripe-capture-ch_planted0001';

const PAGES = [
  ['reconciliation', 'local-operator', '/reconciliation'],
  ['exceptions', 'local-operator', '/reconciliation/exceptions?state=resolved'],
  ['exception', 'local-auditor', `/reconciliation/exceptions/${EXCEPTION}`],
  ['imports', 'local-operator', '/reconciliation/imports'],
  ['periods', 'local-operator', '/reconciliation/periods'],
  ['adjustments', 'local-operator', '/reconciliation/adjustments'],
  ['approvals', 'local-operator', '/approvals'],
  ['operations', 'local-operator', '/operations'],
  ['endpoints', 'local-operator', '/operations/endpoints'],
  ['audit', 'local-auditor', '/audit'],
  ['money', 'local-auditor', '/money'],
  ['payments', 'local-auditor', '/payments'],
  ['models', 'local-analyst', '/models'],
  ['queue', 'local-analyst', '/queue'],
] as const;

let system: StandaloneProcess;
let browser: Browser;
let desk: ConsoleDesk;
let receiver: WebhookReceiver;

const withBrowser = HAS_BROWSER ? describe : describe.skip;

withBrowser('the console', () => {
  beforeAll(async () => {
    system = StandaloneProcess.start(join(folder, 'data'), ['--free-ports', '--payments', '10']);
    browser = await startBrowser();
    receiver = await WebhookReceiver.start();
    await system.says('Ctrl-C');
    desk = new ConsoleDesk(browser, system);
  });

  afterAll(async () => {
    await browser.close();
    system.kill('SIGINT');
    await system.ended();
    await receiver.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has a reconciler import a file and propose how a difference is resolved', reconcilersStory);
  it('has an approver agree to it, and only another person', approversStory);
  it('has an operator send a lost webhook again', operatorsStory);
  describe('is a page that anyone can use', looks);

  it('never met what the policy of the page forbids', () => {
    expect(desk.forbidden).toEqual([]);
  });
});

/** A charge that is of no payment of ours, as Stripe's own report tells of it. */
function plantedFile(): string {
  const time = new Date().toISOString().slice(0, 19).replace('T', ' ');
  const columns = 'automatic_payout_id,balance_transaction_id,created_utc,available_on_utc';
  const more = 'currency,gross,fee,net,reporting_category,source_id,charge_id';
  const ids = ['po_planted0001', 'txn_planted0001'].join(',');
  const row = `${ids},${time},${time},eur,150.00,3.00,147.00,charge,ch_planted0001,ch_planted0001`;
  return `${columns},${more}\n${row}\n`;
}

async function reconcilersStory(): Promise<void> {
  const key = await desk.newKey('rana', 'reconciler');
  const page = await desk.open({ key, path: '/reconciliation/imports' });
  await page.getByRole('button', { name: 'Choose a file to look at …' }).waitFor();
  await page.locator('input[type=file]').setInputFiles({
    name: 'payout.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(plantedFile()),
  });
  await page.getByRole('button', { name: 'Record its lines' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Record its lines' }).click();
  await page.waitForURL(/\/imports\/[0-9a-f]{64}$/);
  await page.getByText('finished').waitFor();
  await page.getByRole('link', { name: 'Exceptions' }).click();
  await untilListed(page);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Resolution' }).waitFor();
  await page.getByRole('button', { name: 'Make it my work' }).click();
  await page.getByText('assigned').first().waitFor();
  await page.getByLabel('Reason').selectOption('written-off');
  await page.getByLabel(/^What shows it/).fill('The charge is of the old shop, which is closed.');
  await page.getByRole('button', { name: 'Resolve' }).click();
  await page.getByText('You proposed it: another person has to agree.').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await picture(page, 'exception-proposed');
  await page.context().close();
}

/** The view follows the events a moment later. */
async function untilListed(page: Page): Promise<void> {
  const planted = page.getByRole('row').filter({ hasText: 'EUR 150.00' });
  for (let tries = 0; tries < 100 && (await planted.count()) === 0; tries += 1) {
    await page.reload();
    await page.getByRole('heading', { name: 'Exceptions' }).waitFor();
    await page.waitForTimeout(300);
  }
  await planted.waitFor();
}

async function approversStory(): Promise<void> {
  const key = await desk.newKey('omar', 'approver');
  const page = await desk.open({ key, path: '/approvals' });
  await page.getByText('Exception of the reconciliation').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('link', { name: 'See it in full' }).click();
  await page.waitForURL(new RegExp(`${EXCEPTION}$`));
  await page.getByRole('button', { name: 'Agree' }).click();
  await page.getByText('agreed to by').waitFor();
  const one = await desk.call('GET', `/v1/reconciliation/exceptions/${EXCEPTION}`, {
    as: 'local-auditor',
  });
  expect(one).toMatchObject({
    state: 'resolved',
    resolution: { reason: 'written-off', by: 'rana', approvedBy: 'omar' },
  });
  await page.context().close();
}

async function operatorsStory(): Promise<void> {
  await desk.call('POST', '/v1/webhook-endpoints', {
    as: 'local',
    body: JSON.stringify({ url: `${receiver.url}/hooks`, messageTypes: ['*'] }),
  });
  // What came is lost behind the answer: the client asks an operator for it.
  const money = { amount: '1200', currency: 'EUR' };
  const method = { kind: 'card', token: 'pm_card_visa' };
  const ids = { orderId: 'lost-order', merchantId: 'merchant-1', customerId: 'lost-customer' };
  const payment = { ...ids, amount: money, provider: 'stripe', method };
  await desk.call('POST', '/v1/payments', { as: 'local', body: JSON.stringify(payment) });
  const page = await desk.open({ key: desk.keyOf('local-operator'), path: '/operations' });
  await page.getByRole('link', { name: 'Webhook endpoints of clients' }).click();
  await page.getByRole('link', { name: /\/hooks$/ }).click();
  await page.getByRole('button', { name: 'Send a test message' }).click();
  await page.getByText('arrived').first().waitFor();
  const again = page.getByRole('button', { name: /^Send again: msg_/ }).first();
  for (let tries = 0; tries < 100 && (await again.count()) === 0; tries += 1) {
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.waitForTimeout(300);
  }
  const lost = receiver.received.find(({ body }) => body.type === 'payment.initiated')?.id ?? '';
  const timesOf = (): number => receiver.received.filter(({ id }) => id === lost).length;
  expect(timesOf()).toBe(1);
  await page
    .getByRole('button', { name: `Send again: ${lost}` })
    .first()
    .click();
  await page.getByText('It is sent again, with the same id.').waitFor();
  for (let tries = 0; tries < 100 && timesOf() < 2; tries += 1) await page.waitForTimeout(300);
  expect(timesOf()).toBe(2);
  expect(await violationsOn(page)).toEqual([]);
  await page.context().close();
}

function looks(): void {
  it.each(PAGES)('at %s, in every look', async (name, who, path) => {
    for (const look of Object.keys(LOOKS)) {
      const page = await desk.open({ key: desk.keyOf(who), path, look });
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      const sideways = await page.evaluate(
        'document.documentElement.scrollWidth > document.documentElement.clientWidth',
      );
      expect([look, sideways, await violationsOn(page)]).toEqual([look, false, []]);
      await picture(page, `${name}-${look}`);
      await page.context().close();
    }
  });
}
