import { idOf } from '#event-store';
import { ReviewDeskUnderTest } from '../support/review-desk.js';

const DAY_MS = 86_400_000;

let desk: ReviewDeskUnderTest;
let lines = 0;

beforeAll(async () => {
  desk = await ReviewDeskUnderTest.start();
});

afterAll(async () => {
  await desk.stop();
});

describe('the exceptions of the reconciliation', () => {
  it('are listed with what is at stake, how bad it is and when it is due', async () => {
    const reference = await foreignLine('1500.00', 2);
    const { items } = await list(`currency=EUR&kind=missing-internally`);
    expect(
      items.find(({ exceptionId }) => exceptionId === `stripe-capture-${reference}`),
    ).toMatchObject({
      kind: 'missing-internally',
      state: 'open',
      atStake: { amount: '150000', currency: 'EUR' },
      severity: 'medium',
      ageDays: '2-3',
      isOverdue: false,
      revision: 0,
    });
  });

  it('are narrowed down, page by page, and exported as CSV', async () => {
    const first = await foreignLine('7.00', 40);
    const second = await foreignLine('8.00', 41);
    const narrow = 'severity=critical&daysMin=39&provider=stripe';
    const page = await list(`${narrow}&limit=1`);
    const next = await list(`${narrow}&limit=1&cursor=${String(page.nextCursor)}`);
    const ids = [...page.items, ...next.items].map(({ exceptionId }) => exceptionId);
    expect(ids).toEqual([`stripe-capture-${first}`, `stripe-capture-${second}`]);
    expect(await list('severity=low&daysMin=39')).toMatchObject({ items: [] });
    expect(await list('assignee=zoe')).toMatchObject({ items: [] });
    const { text } = await csv(narrow);
    const [head = '', row = ''] = text.split('\r\n');
    expect(head).toContain('exceptionId,kind,state,provider');
    expect(row).toContain(`stripe-capture-${first},missing-internally,open,stripe`);
    expect(row).toContain(',EUR,700,7.00,');
  });

  it('are worked on, each change at the revision that was seen', async () => {
    const path = await exceptionPath('3.00');
    const assigned = await desk.post(`${path}/assignment`, { assignee: 'omar' }, { by: 'olga' });
    expect(assigned).toMatchObject({ status: 200, body: { state: 'assigned', revision: 1 } });
    const late = { note: 'seen before', expectedRevision: 0 };
    expect(await desk.post(`${path}/notes`, late, { by: 'omar' })).toMatchObject({
      status: 409,
      body: { code: 'exception-changed', details: { revision: '1' } },
    });
    await desk.post(`${path}/investigation`, { expectedRevision: 1 }, { by: 'omar' });
    await desk.post(`${path}/notes`, { note: 'asked the provider' }, { by: 'omar' });
    const file = { name: 'answer.txt', mediaType: 'text/plain', contentBase64: 'aGk=' };
    await desk.post(`${path}/evidence`, file, { by: 'omar' });
    const shown = await desk.read(path, 'olga');
    expect(shown).toMatchObject({
      state: 'investigating',
      assignee: 'omar',
      notes: [{ note: 'asked the provider', notedBy: 'omar' }],
      evidence: [{ name: 'answer.txt', bytes: 2, addedBy: 'omar' }],
    });
    const [evidence] = shown['evidence'] as { contentHash: string }[];
    const kept = await desk.get(`${path}/evidence/${evidence?.contentHash ?? ''}`, 'olga');
    expect(kept.body).toMatchObject({ contentBase64: 'aGk=' });
  });

  it('are resolved by one person below the limit, and leave the list', async () => {
    const path = await exceptionPath('100.00');
    const resolution = { reason: 'written-off', note: 'too small to pursue' };
    const answer = await desk.post(`${path}/resolution`, resolution, { by: 'olga', key: 'small' });
    expect(answer).toMatchObject({ status: 200, body: { state: 'resolved' } });
    const again = await desk.post(`${path}/resolution`, resolution, { by: 'olga', key: 'small' });
    expect(again.body).toMatchObject({ state: 'resolved', revision: 1 });
    expect(await desk.read(path, 'olga')).toMatchObject({
      resolution: {
        reason: 'written-off',
        amount: { amount: '10000', currency: 'EUR' },
        by: 'olga',
      },
    });
    const open = (await list('')).items.map(({ exceptionId }) => exceptionId);
    expect(open).not.toContain(path.split('/').at(-1));
    expect((await list('state=resolved')).items.length).toBeGreaterThan(0);
  });

  it('are booked off when they are written off, and back when they are reopened', async () => {
    const path = await exceptionPath('55.00');
    const before = await writtenOff();
    const resolution = { reason: 'written-off', note: 'too small to pursue' };
    await desk.post(`${path}/resolution`, resolution, { by: 'olga' });
    const after = await writtenOff();
    expect(after.writtenOff - before.writtenOff).toBe(-5500n);
    expect(after.suspense - before.suspense).toBe(5500n);
    await desk.post(`${path}/reopening`, { note: 'it came after all' }, { by: 'olga' });
    expect(await writtenOff()).toEqual(before);
  });

  it('need a second person above the limit, who is another one', async () => {
    const path = await exceptionPath('100.01');
    const resolution = { reason: 'written-off', note: 'the provider is gone' };
    const proposed = await desk.post(`${path}/resolution`, resolution, { by: 'olga' });
    expect(proposed.body).toMatchObject({ state: 'awaiting-approval' });
    expect(await desk.post(`${path}/resolution/approval`, {}, { by: 'olga' })).toMatchObject({
      status: 409,
      body: { code: 'exception-needs-second-person' },
    });
    const waiting = await list('state=awaiting-approval');
    expect(waiting.items.map(({ exceptionId }) => exceptionId)).toContain(path.split('/').at(-1));
    const approved = await desk.post(`${path}/resolution/approval`, {}, { by: 'omar' });
    expect(approved.body).toMatchObject({ state: 'resolved' });
    expect(await desk.read(path, 'olga')).toMatchObject({
      resolution: { by: 'olga', approvedBy: 'omar' },
    });
  });

  it('are matched by hand on both sides with a certificate, and unmatched again', async () => {
    const [one, other] = [await exceptionPath('20.00'), await exceptionPath('-20.00')];
    const matchedWith = [idIn(other)];
    const resolution = { reason: 'manual-match', note: 'the same money', matchedWith };
    expect((await desk.post(`${one}/resolution`, resolution, { by: 'olga' })).status).toBe(200);
    expect(await desk.read(one, 'olga')).toMatchObject({
      state: 'resolved',
      resolution: { matchedWith, certificate: { rule: 'manual', ruleSet: 1, residual: [] } },
    });
    expect(await desk.read(other, 'olga')).toMatchObject({
      state: 'resolved',
      resolution: { matchedWith: [idIn(one)] },
    });
    const taken = await desk.post(`${one}/reopening`, { note: 'it was not' }, { by: 'omar' });
    expect(taken.body).toMatchObject({ state: 'reopened' });
    for (const path of [one, other]) {
      expect(await desk.read(path, 'olga')).toMatchObject({ state: 'reopened', resolution: null });
    }
  });

  it('are all reopened with a match by hand, whichever of them is reopened', async () => {
    const [one, second, third] = [
      await exceptionPath('30.00'),
      await exceptionPath('-10.00'),
      await exceptionPath('-20.00'),
    ];
    const matchedWith = [second, third].map(idIn);
    const resolution = { reason: 'manual-match', note: 'paid in two parts', matchedWith };
    expect((await desk.post(`${one}/resolution`, resolution, { by: 'olga' })).status).toBe(200);
    await desk.post(`${second}/reopening`, { note: 'it was not' }, { by: 'omar' });
    for (const path of [one, second, third]) {
      expect(await desk.read(path, 'olga')).toMatchObject({ state: 'reopened' });
    }
  });

  it('above the limit are not resolved by one person who matches a small one with them', async () => {
    const [small, large] = [await exceptionPath('1.00'), await exceptionPath('9000.00')];
    const resolution = { reason: 'manual-match', note: 'the same', matchedWith: [idIn(large)] };
    const proposed = await desk.post(`${small}/resolution`, resolution, { by: 'olga' });
    expect(proposed.body).toMatchObject({ state: 'awaiting-approval' });
    const off = { reason: 'timing', note: 'by itself' };
    await desk.post(`${large}/resolution`, off, { by: 'omar' });
    expect(await desk.post(`${small}/resolution/approval`, {}, { by: 'omar' })).toMatchObject({
      status: 409,
      body: { code: 'exception-match-taken', details: { exceptionId: idIn(large) } },
    });
  });

  it('are listed again when more is at stake than was written off', async () => {
    const path = await exceptionPath('2.00');
    const resolution = { reason: 'written-off', note: 'small' };
    await desk.post(`${path}/resolution`, resolution, { by: 'olga' });
    const open = async () =>
      (await list('')).items.map(({ exceptionId }) => exceptionId).includes(idIn(path));
    expect(await open()).toBe(false);
    await foreignLine('8000.00', 3, idIn(path).replace('stripe-capture-', ''));
    expect(await open()).toBe(true);
    expect(await desk.read(path, 'olga')).toMatchObject({ atStake: { amount: '800200' } });
  });

  it('are nothing that a person can invent', async () => {
    const path = '/v1/reconciliation/exceptions/stripe-capture-ch_none';
    const resolution = { reason: 'written-off', note: 'n' };
    expect((await desk.post(`${path}/resolution`, resolution, { by: 'olga' })).status).toBe(404);
    expect((await desk.get('/v1/reconciliation/exceptions/nonsense', 'olga')).status).toBe(404);
  });

  it('are shown to no one who may not see the books', async () => {
    expect((await desk.get('/v1/reconciliation/exceptions', 'shop')).status).toBe(403);
    const path = await exceptionPath('4.00');
    expect((await desk.post(`${path}/notes`, { note: 'n' }, { by: 'amal' })).status).toBe(403);
  });
});

type Item = { readonly exceptionId: string };

async function list(query: string) {
  const path = `/v1/reconciliation/exceptions?${query}`;
  return (await desk.read(path, 'olga')) as { items: Item[]; nextCursor: string | null };
}

async function csv(query: string): Promise<{ text: string }> {
  const url = `${desk.commands.url}/v1/reconciliation/exceptions?format=csv&${query}`;
  const response = await fetch(url, { headers: { authorization: 'Bearer olga-key' } });
  return { text: await response.text() };
}

/** What both accounts stand at; debits are positive. */
async function writtenOff(): Promise<{ writtenOff: bigint; suspense: bigint }> {
  const { items } = (await desk.read('/v1/journal/accounts', 'olga')) as { items: Balance[] };
  const of = (name: string) =>
    BigInt(items.find(({ account }) => account === name)?.balance ?? '0');
  return { writtenOff: of('write-off:stripe'), suspense: of('suspense:stripe') };
}

type Balance = { readonly account: string; readonly balance: string };

async function exceptionPath(amount: string): Promise<string> {
  const reference = await foreignLine(amount, 3);
  await list('');
  return `/v1/reconciliation/exceptions/stripe-capture-${reference}`;
}

function idIn(path: string): string {
  return path.split('/').at(-1) ?? '';
}

/** A line of Stripe's books that no event of ours explains. */
async function foreignLine(
  decimal: string,
  daysAgo: number,
  reference = `ch_${lines + 1}`,
): Promise<string> {
  lines += 1;
  const money = (amount: string) => ({ amount, currency: 'EUR' });
  const at = new Date(Date.now() - daysAgo * DAY_MS).toISOString();
  const ids = { provider: 'stripe', lineId: `txn_${lines}`, kind: 'capture', reference };
  const amounts = { amount: money(decimal.replace('.', '')), fee: money('0') };
  const event = {
    id: idOf('line', ids.lineId),
    type: 'SettlementLineRecorded',
    data: { ...ids, ...amounts, paymentId: null, at },
    metadata: {},
  };
  await desk.commands.store.append(`settlement-stripe-${at.slice(0, 10)}`, [event], 'any');
  return reference;
}
