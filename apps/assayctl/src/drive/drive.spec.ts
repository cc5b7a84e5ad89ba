import {
  ApiProblem,
  OutcomeUnknown,
  ServiceAway,
  type InitiateCommand,
  type PaymentReply,
} from '#client';
import { Money } from '#money';
import { evolve, NO_PAYMENT, paymentResource, timelineEntryOf } from '#payments';
import { assessed, captured, initiated } from '../../../../test/support/payment-events.js';
import { drive, type DriveOptions } from './drive.js';
import type { Row } from './transactions.js';

describe('driving rows as payments', () => {
  it('sends every row once and counts verdicts and statuses', async () => {
    const ledger = new FakeLedger();
    const { summary, stopped } = await drive(rows(5), ledger, options({}));
    expect(ledger.keys).toEqual(['drive-r-0', 'drive-r-1', 'drive-r-2', 'drive-r-3', 'drive-r-4']);
    expect(stopped).toBeNull();
    expect(summary).toMatchObject({ sent: 5, accepted: 5, failed: 0, position: '104/104' });
    expect(summary.verdicts).toEqual({ approve: 5 });
    expect(summary.statuses).toEqual({ captured: 5 });
    expect(summary.verdicts_on).toEqual({ honest: {}, fraud: {} });
  });

  it('counts verdicts by what rows turned out to be, where the file tells', async () => {
    const of = async (fraud: string) => {
      const ledger = new FakeLedger();
      return (await drive(rows(3, { fraud }), ledger, options({}))).summary.verdicts_on;
    };
    expect(await of('1')).toEqual({ honest: {}, fraud: { approve: 3 } });
    expect(await of('0')).toEqual({ honest: { approve: 3 }, fraud: {} });
    expect(await of('maybe')).toEqual({ honest: {}, fraud: {} });
  });

  it('stops at the limit', async () => {
    const ledger = new FakeLedger();
    await drive(rows(50), ledger, options({ limit: 7 }));
    expect(ledger.keys).toHaveLength(7);
  });

  it('has no more payments under way than allowed', async () => {
    const ledger = new FakeLedger();
    await drive(rows(40), ledger, options({ concurrency: 3 }));
    expect(ledger.underWayMost).toBe(3);
  });

  it.each(['0', '49'])('skips the amount %s, which no provider takes', async (amount) => {
    const ledger = new FakeLedger();
    const { summary } = await drive(rows(3, { amount_minor: amount }), ledger, options({}));
    expect(summary).toMatchObject({ sent: 0, skipped: 3 });
    expect(ledger.keys).toEqual([]);
  });

  it('counts refusals by their code and goes on', async () => {
    const ledger = new FakeLedger();
    ledger.refuse.set('drive-r-1', new ApiProblem(422, { code: 'amount-refused' }));
    const { summary } = await drive(rows(3), ledger, options({}));
    expect(summary).toMatchObject({ accepted: 2, refused: 1, failed: 0 });
    expect(summary.refusals).toEqual({ 'amount-refused': 1 });
  });

  it('tells errors of the service from refusals', async () => {
    const ledger = new FakeLedger();
    const cause = new ApiProblem(500, { code: 'internal-error' });
    const unknown = { idempotencyKey: 'drive-r-1', attempts: 1, cause };
    ledger.refuse.set('drive-r-1', new OutcomeUnknown('http://127.0.0.1:1', unknown));
    const { summary } = await drive(rows(3), ledger, options({}));
    expect(summary).toMatchObject({ accepted: 2, refused: 0, failed: 1 });
  });

  it.each([
    ['the service is away', new ServiceAway('http://127.0.0.1:1', new Error('ECONNREFUSED'))],
    ['the key is not known', new ApiProblem(401, { code: 'unauthenticated' })],
  ])('stops when %s', async (_when, error) => {
    const ledger = new FakeLedger();
    ledger.refuse.set('drive-r-2', error);
    const { summary, stopped } = await drive(rows(1000), ledger, options({ concurrency: 1 }));
    expect(stopped).toBe(error);
    expect(summary).toMatchObject({ accepted: 2 });
    expect(ledger.keys).toHaveLength(3);
  });

  it('tells of a line that is no payment, and goes on', async () => {
    const faults: object[] = [];
    const onFault = (fault: object): void => void faults.push(fault);
    const ledger = new FakeLedger();
    const { stopped } = await drive(withFault(200, 100), ledger, options({ onFault }));
    expect(stopped).toBeNull();
    expect(faults).toEqual([{ line: 102, fault: 't is not a whole number of digits' }]);
    expect(ledger.keys).toHaveLength(199);
  });

  it.each([1, 16])(
    'stops with the error of one of %d lanes, which no other hides',
    async (lanes) => {
      const onFault = (): void => {
        throw new RangeError('a bad line');
      };
      const ledger = new FakeLedger();
      const asked = options({ onFault, concurrency: lanes });
      const { stopped } = await drive(withFault(200, 100), ledger, asked);
      expect(stopped?.message).toBe('a bad line');
      expect(ledger.keys.length).toBeLessThan(101);
    },
  );

  it('stops with an error of the service, though other lanes end well after it', async () => {
    const ledger = new FakeLedger();
    const away = new ServiceAway('http://127.0.0.1:1', new Error('ECONNREFUSED'));
    ledger.refuse.set('drive-r-20', away);
    const { stopped } = await drive(rows(200), ledger, options({ concurrency: 16 }));
    expect(stopped).toBe(away);
  });
});

/** Accepts every payment but the refused, as slowly as one turn of the event loop. */
class FakeLedger {
  readonly keys: string[] = [];
  readonly refuse = new Map<string, Error>();
  underWayMost = 0;
  #underWay = 0;

  async initiate({ amount }: InitiateCommand, key: string): Promise<PaymentReply> {
    const index = this.keys.push(key) - 1;
    this.#underWay += 1;
    this.underWayMost = Math.max(this.underWayMost, this.#underWay);
    await new Promise((resolve) => setImmediate(resolve));
    this.#underWay -= 1;
    const refusal = this.refuse.get(key);
    if (refusal) throw refusal;
    const payment = replyOf(key, amount);
    // Does not compile while the client is older than the API; then: npm run generate.
    return { ...payment, position: `${100 + index}/${100 + index}` };
  }
}

function replyOf(paymentId: string, amount: InitiateCommand['amount']) {
  const { data } = initiated({ paymentId, amount: Money.fromJSON(amount) });
  const events = [{ type: 'PaymentInitiated', data } as const, assessed(), captured('c1', '5.00')];
  const payment = events.reduce(evolve, NO_PAYMENT);
  return paymentResource({ client: 'shop', payment, timeline: events.map(timelineEntryOf) });
}

async function* rows(count: number, changes: Partial<Row> = {}): AsyncGenerator<Row> {
  for (let i = 0; i < count; i += 1) {
    const row = { tx_id: String(i), t: '31', customer: '1', terminal: '2', amount_minor: '500' };
    yield { ...row, line: i + 2, ...changes };
  }
}

async function* withFault(count: number, at: number): AsyncGenerator<Row> {
  for await (const row of rows(count)) yield row.line === at + 2 ? { ...row, t: 'x' } : row;
}

function options(changes: Partial<DriveOptions>): DriveOptions {
  const identity = { run: 'r', intent: 'capture' } as const;
  const onProgress = (): void => undefined;
  const onFault = (): void => undefined;
  return {
    ...identity,
    limit: Infinity,
    rate: null,
    concurrency: 4,
    onProgress,
    onFault,
    ...changes,
  };
}
