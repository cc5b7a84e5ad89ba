import { hashKey, loadConfig, type RunningApp } from '#platform';
import { Config } from '../../apps/operations/src/config.js';
import { eventually } from '../support/eventually.js';
import { InMemoryEventStore } from '../support/in-memory-event-store.js';
import { startOperations } from '../support/operations.js';

const cell = { currency: 'EUR', was: 'approve', payments: 3, amount: '12345' };
const RESULT = {
  version: '2026-11',
  modelHash: 'hash',
  thresholds: { reviewMin: 0.2, declineMin: 0.7 },
  from: '2026-01-01T00:00:00.000Z',
  to: '2026-02-01T00:00:00.000Z',
  payments: 8,
  unscored: 1,
  incomparable: 0,
  cells: [
    { ...cell, would: 'decline', outcome: 'fraud' },
    { ...cell, would: 'review', outcome: 'honest' },
    { ...cell, currency: 'JPY', was: 'decline', would: 'approve', outcome: 'unknown' },
  ],
};

/** Prints what the program of the worker prints, its last argument as the version. */
const PROGRAM = `
say=(line)=>process.stdout.write(JSON.stringify(line)+'\\n');
if(process.argv.includes('nosuch')){process.stderr.write('the_registry_lists_no_model\\n');process.exit(1)}
say({progress:0.5});say({result:${JSON.stringify(RESULT)}});`.replaceAll(/\s/g, '');

describe('a what-if replay over HTTP', () => {
  let operations: RunningApp;

  beforeAll(async () => {
    operations = await startOperations({
      config: loadConfig(Config, {
        PORT: '0',
        API_KEYS: `ann:analyst:${hashKey('ann')},aud:auditor:${hashKey('aud')}`,
        STRIPE_SECRET_KEY: 'sk_test_x',
        PAYPAL_CLIENT_ID: 'x',
        PAYPAL_CLIENT_SECRET: 'x',
        WHAT_IF_COMMAND: `${process.execPath} -e ${PROGRAM} --`,
      }),
      eventStore: new InMemoryEventStore(),
    });
  });

  afterAll(() => operations.stop());

  it('is started, followed, and answers per currency', async () => {
    const [status, started] = await start({ reviewMin: 0.2, declineMin: 0.7 });
    expect([status, started]).toMatchObject([202, { status: 'running', progress: 0 }]);
    const run = await untilEnded(started.id);
    expect(run).toMatchObject({ status: 'finished', progress: 1, result: RESULT });
    expect(run['lines']).toEqual([
      line('approved, would be declined', 'EUR'),
      line('approved, would be held', 'EUR'),
      line('fraud that was approved, would be caught', 'EUR'),
      line('honest and approved, would be held or declined', 'EUR'),
      line('held or declined, would be approved', 'JPY'),
      line('declined, outcome unknown, would be approved', 'JPY'),
    ]);
    const answer = await fetch(`${operations.url}/v1/what-if/${started.id}/page`, headers('ann'));
    const html = await answer.text();
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(html).toContain('123.45');
    expect(html).toContain('12345');
  });

  it('says why it failed', async () => {
    const [, started] = await start({ version: 'nosuch' });
    const run = await untilEnded(started.id);
    expect(run).toMatchObject({ status: 'failed', reason: 'the_registry_lists_no_model' });
  });

  it('is for analysts and operators, and names what is wrong in a question', async () => {
    expect((await start({}, 'aud'))[0]).toBe(403);
    const [status, body] = await start({ reviewMin: 2, from: 'yesterday' });
    expect(status).toBe(400);
    for (const field of ['reviewMin', 'from']) {
      expect(JSON.stringify(body)).toContain(`"field":"${field}"`);
    }
  });

  type Run = { readonly id: string; readonly [fact: string]: unknown };

  async function start(question: object, key = 'ann'): Promise<[number, Run]> {
    const { headers: authorised } = headers(key);
    const answer = await fetch(`${operations.url}/v1/what-if`, {
      method: 'POST',
      headers: { ...authorised, 'content-type': 'application/json' },
      body: JSON.stringify(question),
    });
    return [answer.status, (await answer.json()) as Run];
  }

  function untilEnded(id: string): Promise<Run> {
    return eventually(async () => {
      const answer = await fetch(`${operations.url}/v1/what-if/${id}`, headers('ann'));
      const run = (await answer.json()) as Run;
      return run['status'] !== 'running' && run;
    });
  }
});

function headers(key: string): { readonly headers: Record<string, string> } {
  return { headers: { authorization: `Bearer ${key}` } };
}

function line(question: string, currency: string): object {
  return { question, currency, payments: 3, amount: '12345' };
}
