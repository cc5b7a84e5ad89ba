import { jest } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { ANALYSTS, ReviewDeskUnderTest } from '../support/review-desk.js';
import type { Answer } from '../support/command-service.js';

let desk: ReviewDeskUnderTest;

beforeAll(async () => {
  desk = await ReviewDeskUnderTest.start();
});

afterAll(async () => {
  await desk.stop();
});

beforeEach(async () => {
  // Nothing of an earlier test is free any more.
  const { items } = (await desk.read('/v1/cases?status=open&status=snoozed&limit=200')) as {
    items: { paymentId: string }[];
  };
  desk.commands.clock.aheadMs += 48 * 3_600_000;
  for (const { paymentId } of items) await review(paymentId, { decision: 'approve' });
});

function review(paymentId: string, body: object, by: (typeof ANALYSTS)[number] = 'amal') {
  return desk.post(`/v1/payments/${paymentId}/review`, body, { by });
}

const takenOf = ({ body }: Answer): string | null =>
  (body['taken'] as { paymentId: string } | null)?.paymentId ?? null;

describe('taking the next case', () => {
  it('gives the most money at risk for the time left, and no case twice', async () => {
    const small = await desk.open({ amount: { amount: '1000', currency: 'EUR' } });
    const large = await desk.open({ amount: { amount: '90000', currency: 'EUR' } });
    await desk.read('/v1/cases');
    const first = await desk.post('/v1/cases/next');
    expect(first).toMatchObject({
      status: 200,
      body: { taken: { paymentId: large, desk: { revision: 1, lease: { analyst: 'amal' } } } },
    });
    expect(takenOf(await desk.post('/v1/cases/next', {}, { by: 'ben' }))).toBe(small);
    expect(takenOf(await desk.post('/v1/cases/next', {}, { by: 'cyd' }))).toBeNull();
  });

  it('gives each of many who ask at once a case of their own', async () => {
    const opened = await Promise.all(ANALYSTS.slice(0, -1).map(() => desk.open()));
    await desk.read('/v1/cases');
    // Three presses each: more than there are cases.
    const presses = [...ANALYSTS, ...ANALYSTS, ...ANALYSTS];
    const answers = await Promise.all(presses.map((by) => desk.post('/v1/cases/next', {}, { by })));
    const taken = answers.map(takenOf).filter((paymentId) => paymentId !== null);
    expect(taken.sort()).toEqual(opened.sort());
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.every(({ body }) => body['code'] === 'conflict')).toBe(true);
    for (const paymentId of opened) expect(desk.history(paymentId)).toEqual(['CaseLeased']);
  });

  it('is one command: a repeat is answered with the case of the first time', async () => {
    const [one, two] = [await desk.open(), await desk.open()];
    await desk.read('/v1/cases');
    const key = crypto.randomUUID();
    const both = await Promise.all([
      desk.post('/v1/cases/next', {}, { key }),
      desk.post('/v1/cases/next', {}, { key }),
    ]);
    await desk.commands.restart();
    const again = await desk.post('/v1/cases/next', {}, { key });
    expect(new Set([...both, again].map(takenOf)).size).toBe(1);
    const other = await desk.post('/v1/cases/next', { minutes: 5 }, { key });
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    const leased = [one, two].filter((paymentId) => desk.history(paymentId).length > 0);
    expect(leased).toHaveLength(1);
  });

  it('finds what a command took whose process ended before its answer', async () => {
    const paymentId = await desk.open();
    await desk.read('/v1/cases');
    const key = crypto.randomUUID();
    await desk.post('/v1/cases/next', {}, { key });
    const other = await desk.open({ amount: { amount: '900000', currency: 'EUR' } });
    await desk.read('/v1/cases');
    await desk.commands.restart();
    expect(takenOf(await desk.post('/v1/cases/next', {}, { key }))).toBe(paymentId);
    expect(desk.history(other)).toEqual([]);
  });

  it('gives a case again whose lease expired, by the clock', async () => {
    const paymentId = await desk.open();
    await desk.read('/v1/cases');
    expect(takenOf(await desk.post('/v1/cases/next'))).toBe(paymentId);
    expect(takenOf(await desk.post('/v1/cases/next', {}, { by: 'ben' }))).toBeNull();
    desk.commands.clock.aheadMs += 30 * 60_000;
    expect(takenOf(await desk.post('/v1/cases/next', {}, { by: 'ben' }))).toBe(paymentId);
  });

  it('takes filters, and says which one is wrong', async () => {
    await desk.open({ merchantId: 'merchant-1' });
    const wanted = await desk.open({ merchantId: 'merchant-2' });
    await desk.read('/v1/cases');
    const filter = { merchantId: 'merchant-2' };
    expect(takenOf(await desk.post('/v1/cases/next', { filter }))).toBe(wanted);
    const listed = await desk.post('/v1/cases/next', { filter: [] });
    expect(listed).toMatchObject({ status: 400, body: { errors: [{ field: 'filter' }] } });
    const wrong = await desk.post('/v1/cases/next', { filter: { scoreMin: '7' } });
    expect(wrong).toMatchObject({
      status: 400,
      body: { code: 'request-invalid', errors: [{ field: 'filter.scoreMin' }] },
    });
  });
});

describe('a lease', () => {
  it('is taken, kept longer, shown and put back', async () => {
    const paymentId = await desk.open();
    const path = `/v1/cases/${paymentId}/lease`;
    expect(await desk.post(path, { minutes: 10 })).toMatchObject({ status: 200 });
    expect(await desk.post(path, {}, { by: 'ben' })).toMatchObject({
      status: 409,
      body: { code: 'case-leased', details: { leasedBy: 'amal' } },
    });
    expect((await desk.post(path)).body).toMatchObject({ desk: { revision: 2 } });
    expect(await desk.read(`/v1/cases/${paymentId}`)).toMatchObject({
      desk: { revision: 2, lease: { analyst: 'amal' } },
    });
    expect(await desk.read('/v1/cases?leasedBy=amal')).toMatchObject({ items: [{ paymentId }] });
    await desk.post(`${path}/release`);
    expect((await desk.post(path, {}, { by: 'ben' })).status).toBe(200);
    expect(await desk.read('/v1/cases?leasedBy=amal')).toMatchObject({ items: [] });
  });

  it('is not given of what waits for no decision', async () => {
    const path = `/v1/cases/${crypto.randomUUID()}/lease`;
    expect(await desk.post(path)).toMatchObject({ status: 404 });
    const decided = await desk.open();
    await review(decided, { decision: 'reject' });
    expect(await desk.post(`/v1/cases/${decided}/lease`, {}, { by: 'ben' })).toMatchObject({
      status: 409,
      body: { code: 'payment-not-held', details: { decision: 'rejected', decidedBy: 'amal' } },
    });
  });
});

describe('a decision', () => {
  it('on a case that another analyst has is refused with who has it until when', async () => {
    const paymentId = await desk.open();
    await desk.post(`/v1/cases/${paymentId}/lease`, {}, { by: 'ben' });
    const refused = await review(paymentId, { decision: 'approve' });
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'case-leased', details: { leasedBy: 'ben' } },
    });
    expect(desk.commands.history(paymentId)).not.toContain('ReviewApproved');
  });

  it('of who has the case ends the lease', async () => {
    const paymentId = await desk.open();
    await desk.post(`/v1/cases/${paymentId}/lease`);
    expect((await review(paymentId, { decision: 'approve' })).status).toBe(200);
    expect(await desk.read(`/v1/cases/${paymentId}`)).toMatchObject({
      status: 'closed',
      desk: { lease: null },
      decision: { outcome: 'approved', analyst: 'amal' },
    });
    expect(await desk.read('/v1/cases?leasedBy=amal')).toMatchObject({ items: [] });
  });

  it('on a revision that was not the last is refused with who changed what', async () => {
    const paymentId = await desk.open();
    const leased = await desk.post(`/v1/cases/${paymentId}/lease`);
    expect(leased.body).toMatchObject({ desk: { revision: 1 } });
    const stale = await review(paymentId, { decision: 'approve', expectedRevision: 0 });
    expect(stale).toMatchObject({
      status: 409,
      body: { code: 'case-changed', details: { change: 'CaseLeased', changedBy: 'amal' } },
    });
    const seen = await review(paymentId, { decision: 'approve', expectedRevision: 1 });
    expect(seen.status).toBe(200);
  });

  it('is taken once, however many analysts decide at once', async () => {
    const paymentId = await desk.open();
    const answers = await Promise.all(
      ANALYSTS.map((by, i) =>
        review(paymentId, { decision: i % 2 === 0 ? 'approve' : 'reject' }, by),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const decisions = desk.commands.history(paymentId).filter((type) => type.startsWith('Review'));
    expect(decisions).toHaveLength(1);
    for (const { body, status } of answers.filter((each) => each.status !== 200)) {
      expect([status, ['case-leased', 'payment-not-held'].includes(String(body['code']))]).toEqual([
        409,
        true,
      ]);
      expect(Object.keys(body['details'] as object)).toContain(
        body['code'] === 'case-leased' ? 'leasedBy' : 'decidedBy',
      );
    }
  });

  it('is answered again under its key, also by its revision', async () => {
    const paymentId = await desk.open();
    const body = { decision: 'approve', expectedRevision: 0 };
    const key = crypto.randomUUID();
    const path = `/v1/payments/${paymentId}/review`;
    const first = await desk.post(path, body, { key });
    expect(first.status).toBe(200);
    expect(await desk.post(path, body, { key })).toEqual(first);
  });

  it('that was held and got no further is made by its repeat, however late', async () => {
    const { paymentId, repeat } = await heldOnly();
    desk.commands.clock.aheadMs += 120_000;
    expect((await repeat()).status).toBe(200);
    expect(desk.history(paymentId)).toEqual(['CaseLeased', 'CaseLeased']);
    expect((await repeat()).status).toBe(200);
    expect(desk.history(paymentId)).toHaveLength(2);
  });

  it('that was held and got no further is refused where another has the case since', async () => {
    const { paymentId, repeat } = await heldOnly();
    desk.commands.clock.aheadMs += 120_000;
    await desk.post(`/v1/cases/${paymentId}/lease`, {}, { by: 'ben' });
    expect(await repeat()).toMatchObject({
      status: 409,
      body: { code: 'case-leased', details: { leasedBy: 'ben' } },
    });
    await desk.post(`/v1/cases/${paymentId}/lease/release`, {}, { by: 'ben' });
    expect(await repeat()).toMatchObject({
      status: 409,
      body: { code: 'case-changed', details: { changedBy: 'ben' } },
    });
    expect(desk.commands.history(paymentId)).not.toContain('ReviewApproved');
  });

  it('that was held and got no further is not another one under its key', async () => {
    const { repeat } = await heldOnly();
    expect(await repeat({ note: 'now so' })).toMatchObject({
      status: 422,
      body: { code: 'idempotency-key-reused' },
    });
  });

  it('to reject says why, and what the model learns of it', async () => {
    const paymentId = await desk.open();
    const silent = await review(paymentId, { decision: 'reject', expectedRevision: 0 });
    expect(silent).toMatchObject({ status: 400, body: { errors: [{ field: 'reason' }] } });
    const body = { decision: 'reject', reason: 'not-verifiable', label: 'none' };
    await review(paymentId, { ...body, expectedRevision: 0 });
    expect(await desk.read(`/v1/cases/${paymentId}`)).toMatchObject({
      decision: { outcome: 'rejected', reason: 'not-verifiable', finding: null },
    });
  });

  it('without any of it teaches what it always did', async () => {
    const paymentId = await desk.open();
    await review(paymentId, { decision: 'reject' });
    expect(await desk.read(`/v1/cases/${paymentId}`)).toMatchObject({
      decision: { outcome: 'rejected', reason: null, finding: 'fraud' },
    });
  });
});

/** A decision whose process ends between hold and decision. */
async function heldOnly() {
  const paymentId = await desk.open();
  const key = crypto.randomUUID();
  const repeat = (change: object = {}): Promise<Answer> => {
    const body = { decision: 'approve', expectedRevision: 0, ...change };
    return desk.post(`/v1/payments/${paymentId}/review`, body, { key });
  };
  const { store } = desk.commands;
  const append = store.append.bind(store);
  const away = jest.spyOn(store, 'append').mockImplementation((stream, ...rest) => {
    if (stream.startsWith('payment-')) return Promise.reject(new Error('the disk is away'));
    return append(stream, ...rest);
  });
  expect((await repeat()).status).toBeGreaterThanOrEqual(500);
  away.mockRestore();
  expect(desk.history(paymentId)).toEqual(['CaseLeased']);
  return { paymentId, repeat };
}

describe('work on a case', () => {
  it('is noted, also after the decision, and shown with the case', async () => {
    const paymentId = await desk.open();
    await desk.post(`/v1/cases/${paymentId}/notes`, { note: 'called the payer' });
    await review(paymentId, { decision: 'approve' });
    await desk.post(`/v1/cases/${paymentId}/notes`, { note: 'payer thanked us' }, { by: 'ben' });
    expect(await desk.read(`/v1/cases/${paymentId}`)).toMatchObject({
      desk: { noteCount: 2 },
      notes: [
        { analyst: 'amal', note: 'called the payer' },
        { analyst: 'ben', note: 'payer thanked us' },
      ],
    });
  });

  it('is put off: the case leaves the open list until its time, or until it is woken', async () => {
    const paymentId = await desk.open();
    const path = `/v1/cases/${paymentId}/snooze`;
    const until = new Date(desk.commands.clock.nowMs + 3_600_000).toISOString();
    expect((await desk.post(path, { until })).body).toMatchObject({ desk: { snooze: { until } } });
    expect(await openIds()).toEqual([]);
    expect(takenOf(await desk.post('/v1/cases/next'))).toBeNull();
    expect(await idsOf('/v1/cases?status=snoozed')).toEqual([paymentId]);
    await desk.post(`${path}/withdrawal`);
    expect(await openIds()).toEqual([paymentId]);
    await desk.post(path, { until });
    desk.commands.clock.aheadMs += 3_600_000;
    expect(await openIds()).toEqual([paymentId]);
    expect(await desk.read(`/v1/cases/${paymentId}`)).toMatchObject({ desk: { snooze: null } });
    const past = await desk.post(path, { until });
    expect(past).toMatchObject({ status: 422, body: { code: 'snooze-out-of-bounds' } });
  });

  it('is one analyst’s: the case is given to no other, and to that one first', async () => {
    const large = await desk.open({ amount: { amount: '90000', currency: 'EUR' } });
    const bens = await desk.open();
    const path = `/v1/cases/${bens}/assignment`;
    await desk.post(path, { assignee: 'ben' });
    expect(await idsOf('/v1/cases?assignee=ben')).toEqual([bens]);
    expect(takenOf(await desk.post('/v1/cases/next', {}, { by: 'cyd' }))).toBe(large);
    expect(takenOf(await desk.post('/v1/cases/next', {}, { by: 'cyd' }))).toBeNull();
    expect(takenOf(await desk.post('/v1/cases/next', {}, { by: 'ben' }))).toBe(bens);
    await desk.post(`/v1/cases/${bens}/lease/release`, {}, { by: 'ben' });
    await desk.post(`${path}/withdrawal`);
    expect(await idsOf('/v1/cases?assignee=ben')).toEqual([]);
    expect(takenOf(await desk.post('/v1/cases/next', {}, { by: 'cyd' }))).toBe(bens);
  });

  it('is passed on to a senior, who asks for it, and taken back', async () => {
    const paymentId = await desk.open();
    const path = `/v1/cases/${paymentId}/escalation`;
    await desk.post(path, { note: 'a ring of cards' });
    expect(await idsOf('/v1/cases?escalated=true&status=open')).toEqual([paymentId]);
    expect(takenOf(await desk.post('/v1/cases/next'))).toBeNull();
    const asked = await desk.post('/v1/cases/next', { filter: { escalated: true } }, { by: 'ben' });
    expect(takenOf(asked)).toBe(paymentId);
    const others = await desk.post(path, {}, { by: 'cyd' });
    expect(others).toMatchObject({ status: 409, body: { code: 'case-leased' } });
    await desk.post(`/v1/cases/${paymentId}/lease/release`, {}, { by: 'ben' });
    await desk.post(`${path}/withdrawal`);
    expect(await idsOf('/v1/cases?escalated=true&status=open')).toEqual([]);
    expect(takenOf(await desk.post('/v1/cases/next'))).toBe(paymentId);
  });
});

describe('a case that is overdue', () => {
  it('is escalated, over restarts too, once, and never decided', async () => {
    const paymentId = await desk.open();
    const { dueAt } = (await desk.read(`/v1/cases/${paymentId}`)) as { dueAt: string };
    const dayMs = 24 * 3_600_000;
    expect(Date.parse(dueAt) - desk.commands.clock.nowMs).toBeGreaterThan(dayMs - 60_000);
    expect(await idsOf(`/v1/cases?sort=due&dueBefore=${dueAt}`)).not.toContain(paymentId);
    await desk.commands.restart(() => {
      desk.commands.clock.aheadMs += dayMs;
    });
    await eventually(() => desk.history(paymentId).includes('CaseEscalated'));
    await desk.commands.restart();
    await eventually(async () => (await desk.read(`/v1/cases/${paymentId}`))['desk'] !== null);
    expect(desk.history(paymentId)).toEqual(['CaseEscalated']);
    expect(await desk.read(`/v1/cases/${paymentId}`)).toMatchObject({
      status: 'open',
      desk: { escalation: { reason: 'overdue', escalatedBy: 'assay' } },
    });
    expect(desk.commands.history(paymentId).at(-1)).toBe('PaymentHeldForReview');
  });
});

async function idsOf(path: string): Promise<string[]> {
  const { items } = (await desk.read(path)) as { items: { paymentId: string }[] };
  return items.map(({ paymentId }) => paymentId);
}

function openIds(): Promise<string[]> {
  return idsOf('/v1/cases?status=open');
}

describe('what an analyst reads', () => {
  it('counts the usual lists at once, each as the list has it', async () => {
    const [first] = await Promise.all([desk.open(), desk.open(), desk.open(), desk.open()]);
    const [, second, third, fourth] = await openIds();
    await desk.post(`/v1/cases/${first}/lease`);
    await desk.post(`/v1/cases/${second}/assignment`, { assignee: 'amal' });
    await desk.post(`/v1/cases/${third}/escalation`);
    const until = new Date(desk.commands.clock.nowMs + 3_600_000).toISOString();
    await desk.post(`/v1/cases/${fourth}/snooze`, { until });
    const counts = await desk.read('/v1/cases/counts');
    const lengths = {
      open: (await openIds()).length,
      mine: (await idsOf('/v1/cases?leasedBy=amal')).length,
      assigned: (await idsOf('/v1/cases?status=open&assignee=amal')).length,
      escalated: (await idsOf('/v1/cases?status=open&escalated=true')).length,
      snoozed: (await idsOf('/v1/cases?status=snoozed')).length,
    };
    expect(counts).toMatchObject({ ...lengths, dueSoon: 0 });
    expect(lengths).toEqual({ open: 3, mine: 1, assigned: 1, escalated: 1, snoozed: 1 });
    desk.commands.clock.aheadMs += 23.5 * 3_600_000;
    expect(await desk.read('/v1/cases/counts')).toMatchObject({ dueSoon: 4, mine: 0, snoozed: 0 });
  });

  it('has the reasons in words, in both languages', async () => {
    const feature = 'amountOverCustomerMeanRatio';
    desk.commands.scorer.reasons = [{ feature, value: 6.2, weight: 1.69 }];
    const paymentId = await desk.open();
    desk.commands.scorer.reasons = [];
    expect(await desk.read(`/v1/cases/${paymentId}`)).toMatchObject({
      reasons: [{ text: { en: '6.2 × own 30-day mean', ar: '6.2 × متوسطه خلال 30 يومًا' } }],
    });
  });

  it('links payments by card, device and customer, with those known as fraud', async () => {
    const customerId = `customer-${crypto.randomUUID()}`;
    const card = { fingerprint: `card-${crypto.randomUUID()}`, country: 'OM' };
    const bad = await desk.open({ customerId, card });
    await review(bad, { decision: 'reject', label: 'fraud' });
    const other = await desk.open({ card });
    const paymentId = await desk.open({ customerId, card });
    const links = await desk.read(`/v1/cases/${paymentId}/links`);
    expect(links).toMatchObject({
      counts: {
        card: { payments: 2, fraud: 1 },
        device: { payments: null, fraud: null },
        customer: { payments: 1, fraud: 1 },
      },
    });
    const { items } = links as { items: { paymentId: string; by: string[]; fraud: unknown }[] };
    expect(items).toContainEqual(expect.objectContaining({ paymentId: other, by: ['card'] }));
    expect(items).toContainEqual(
      expect.objectContaining({ paymentId: bad, by: ['card', 'customer'], fraud: true }),
    );
    expect((await desk.get(`/v1/cases/${paymentId}/links`, 'shop')).status).toBe(403);
  });
});
