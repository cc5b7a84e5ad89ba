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
