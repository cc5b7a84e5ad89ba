import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { hashKey } from '#platform';
import { totpOf } from '../../apps/command-service/src/access/one-time-codes.js';
import { HAS_BROWSER, startBrowser } from '../support/browser.js';
import { CommandServiceUnderTest } from '../support/command-service.js';
import { barriersOn, newConsolePage, type Look } from '../support/console-page.js';

const CONSOLE_DIR = join('dist', 'console');
const API_KEYS = `root:admin:${hashKey('admin-key')},amal:analyst:${hashKey('analyst-key')}`;
const PASSWORD = 'a rather long password';
const STEP_MS = 30_000;

type Enrolled = { readonly totpAddress: string; readonly recoveryCodes: readonly string[] };

let service: CommandServiceUnderTest;
let browser: Browser;
const forbidden: string[] = [];

const withBrowser = HAS_BROWSER && existsSync(CONSOLE_DIR) ? describe : describe.skip;

withBrowser('the console, about access', () => {
  beforeAll(async () => {
    browser = await startBrowser();
  });

  beforeEach(async () => {
    service = await new CommandServiceUnderTest().start({ API_KEYS, CONSOLE_DIR });
  });

  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await service.stop();
  });

  afterAll(() => browser.close());

  describe('lets a person in', signingIn);
  describe('when a session ends', endedSessions);
  describe('lets an administrator', administration);
  describe('shows who may do what', overview);

  it('never met what the policy of the page forbids', () => {
    expect(forbidden).toEqual([]);
  });
});

function signingIn(): void {
  it.each<Look>([{}, { language: 'ar', theme: 'dark', width: 360 }])(
    'who was invited, sets a password, and keeps a secret, in %j',
    async (look) => {
      const page = await newConsolePage(browser, look, forbidden);
      await page.goto(`${service.url}/#invitation=${await invitationOf('chen', 'auditor')}`);
      await page.locator('input[name=password]').fill(PASSWORD);
      expect(await barriersOn(page)).toEqual([]);
      expect(page.url()).not.toContain('invitation');
      await page.keyboard.press('Enter');
      await page.getByRole('img').waitFor();
      expect(await barriersOn(page)).toEqual([]);
      const secret = (await page.locator('code').first().innerText()).replaceAll(' ', '');
      await page.getByRole('button').last().click();
      expect(await page.locator('input[name=person]').inputValue()).toBe('chen');
      await page.locator('input[name=password]').fill(PASSWORD);
      await page.locator('input[name=code]').fill(codeOf(secret));
      expect(await barriersOn(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/audit$/);
      await page.getByRole('button', { name: /^chen/ }).waitFor();
    },
  );

  it('with a recovery code, while codes wait after wrong ones', async () => {
    const { recoveryCodes } = await enrolled('chen', 'auditor');
    const page = await opened('/');
    for (let tried = 0; tried < 6; tried += 1) {
      await fillIn(page, 'chen', '000000');
      await page.getByRole('alert').waitFor();
    }
    await page.getByText(/^Too many wrong ones\. The next attempt is looked at from /).waitFor();
    expect(await page.getByLabel('Password', { exact: true }).inputValue()).toBe(PASSWORD);
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Use a recovery code instead' }).click();
    await page.getByLabel('Recovery code').fill(recoveryCodes[0] ?? '');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/audit$/);
  });

  it('with an API key still', async () => {
    const page = await opened('/');
    await page.getByRole('button', { name: 'Use an API key instead' }).click();
    await page.getByLabel('API key').fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByText('This key is not known here.').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByLabel('API key').fill('analyst-key');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/queue$/);
  });
}

function endedSessions(): void {
  it('keeps what was typed, and goes on once the person signed in again', async () => {
    const secret = secretOf(await enrolled('dana', 'admin'));
    const page = await signedIn('dana', secret);
    await page.goto(`${service.url}/access`);
    await page.getByRole('button', { name: 'Invite …' }).click();
    await page.getByLabel('Name').fill('erin');
    const other = await signedIn('dana', secret);
    await other.goto(`${service.url}/account`);
    await other.getByRole('button', { name: /^End it: session of dana since/ }).click();
    await other.getByRole('button', { name: /^End it/ }).waitFor({ state: 'detached' });
    expect(await barriersOn(other)).toEqual([]);
    await page.getByRole('button', { name: 'Invite', exact: true }).click();
    await page.getByRole('dialog', { name: 'Your session has ended' }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    const dialog = page.getByRole('dialog');
    expect(await dialog.locator('input[name=person]').inputValue()).toBe('dana');
    await dialog.locator('input[name=password]').fill(PASSWORD);
    await dialog.locator('input[name=code]').fill(codeOf(secret));
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.getByLabel('Name').inputValue()).toBe('erin');
    await page.getByRole('button', { name: 'Invite', exact: true }).click();
    await page.getByText(/#invitation=assay_invitation_/).waitFor();
  });
}

function administration(): void {
  it('give a role for some time, take it back, and disable a person', async () => {
    await enrolled('chen', 'auditor');
    const page = await opened('/access#key=admin-key');
    await page.getByRole('button', { name: 'Give a role …: chen' }).click();
    await page.getByLabel('Role', { exact: true }).selectOption('approver');
    await page.getByLabel(/^Until/).fill('2099-01-31T12:00');
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Give it' }).click();
    await page.getByText(/^approver until/).waitFor();
    await page.getByRole('button', { name: 'Take back: approver, chen' }).click();
    await page.getByRole('button', { name: 'Take back', exact: true }).click();
    await page.getByText(/^approver until/).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Disable …: chen' }).click();
    await page.getByRole('button', { name: 'Disable', exact: true }).click();
    await page.getByRole('cell', { name: 'disabled' }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
  });

  it('make a key, change it for a second one, and revoke the first', async () => {
    const page = await opened('/access#key=admin-key');
    await page.getByRole('button', { name: 'Make a key …' }).click();
    await page.getByLabel('Client').fill('checkout');
    await page.getByRole('button', { name: 'Make it' }).click();
    const first = await page.getByText(/^assay_/).innerText();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'I have passed it on' }).click();
    await page.getByRole('button', { name: /^Change …: key of checkout/ }).click();
    await page.getByRole('button', { name: 'Make the second' }).click();
    const second = await page.getByText(/^assay_/).innerText();
    await page
      .getByRole('button', { name: /^Revoke …: key of checkout/ })
      .nth(1)
      .click();
    await page.getByRole('button', { name: 'Revoke', exact: true }).click();
    await page.getByRole('cell', { name: 'revoked' }).waitFor();
    expect([await statusWith(first), await statusWith(second)]).toEqual([401, 200]);
    expect(await page.evaluate('JSON.stringify([localStorage, sessionStorage])')).not.toContain(
      second,
    );
  });
}

function overview(): void {
  it.each<Look>([{ theme: 'dark' }, { language: 'ar' }, { language: 'ar', width: 360 }])(
    'to an administrator in %j',
    async (look) => {
      await enrolled('chen', 'auditor');
      const page = await newConsolePage(browser, look, forbidden);
      await page.goto(`${service.url}/access#key=admin-key`);
      await page.getByRole('cell', { name: 'amal' }).first().waitFor();
      await page.getByRole('cell', { name: '/v1/access/people', exact: true }).first().waitFor();
      expect(await barriersOn(page)).toEqual([]);
    },
  );

  it('to an auditor, who changes nothing', async () => {
    const secret = secretOf(await enrolled('chen', 'auditor'));
    const page = await signedIn('chen', secret);
    await page.goto(`${service.url}/access`);
    await page.getByRole('cell', { name: 'amal' }).first().waitFor();
    expect(await page.getByRole('button', { name: /…$/ }).count()).toBe(0);
  });
}

async function opened(path: string): Promise<Page> {
  const page = await newConsolePage(browser, {}, forbidden);
  await page.goto(`${service.url}${path}`);
  return page;
}

/** Each sign-in is a step of codes later than the one before, since a code opens once. */
async function signedIn(person: string, secret: string): Promise<Page> {
  const page = await opened('/');
  await fillIn(page, person, codeOf(secret));
  await page.getByRole('button', { name: new RegExp(`^${person}`) }).waitFor();
  return page;
}

async function fillIn(page: Page, person: string, code: string): Promise<void> {
  await page.getByLabel('Name').fill(person);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Code of the authenticator').fill(code);
  await page.keyboard.press('Enter');
  await page
    .locator('button[type=submit]:not([disabled])')
    .or(page.locator('nav'))
    .first()
    .waitFor();
}

function codeOf(secret: string): string {
  service.clock.aheadMs += STEP_MS;
  return totpOf(secret, Math.floor(service.clock.nowMs / STEP_MS));
}

async function enrolled(person: string, role: string): Promise<Enrolled> {
  const body = { invitation: await invitationOf(person, role), password: PASSWORD };
  return (await post('/session/credentials', body)) as Enrolled;
}

function secretOf({ totpAddress }: Enrolled): string {
  return new URL(totpAddress).searchParams.get('secret') ?? '';
}

async function invitationOf(person: string, role: string): Promise<string> {
  const { invitation } = (await post('/v1/access/people', {
    person,
    grants: [{ role }],
  })) as { invitation: string };
  return invitation;
}

async function post(path: string, body: unknown): Promise<unknown> {
  return (await service.post(path, body, { authorization: 'Bearer admin-key' })).body;
}

async function statusWith(key: string): Promise<number> {
  const headers = { authorization: `Bearer ${key}`, connection: 'close' };
  return (await fetch(`${service.url}/v1/access/sessions`, { headers })).status;
}
