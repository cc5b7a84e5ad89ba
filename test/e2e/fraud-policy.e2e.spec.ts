import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiClient, ApiProblem, type PaymentReply } from '#client';
import { hashKey } from '#platform';
import { freePort } from '../../apps/standalone/src/parts/free-port.js';
import { PaymentSystem } from '../support/payment-system.js';
import { AppProcess } from '../support/processes.js';

const KEYS = ['ann:analyst', 'ben:analyst', 'aud:auditor'] as const;
const keys = [`system:service:${hashKey('system-key')}`, ...KEYS.map(keyed)].join(',');

function keyed(key: string): string {
  return `${key}:${hashKey(key)}`;
}

/** How long a payment may still be judged by the policy before; it is a few milliseconds. */
const EFFECT_MS_MAX = 120_000;

const STOLEN = {
  rules: [
    {
      id: 'block-stolen-card',
      when: [{ field: 'cardFingerprint', in: ['stolen-card'] }],
      verdict: 'decline',
      reason: 'The card was reported stolen.',
    },
    {
      id: 'watch-velocity',
      when: [{ feature: 'card1hCount', atLeast: 3 }],
      verdict: 'review',
      reason: 'Three payments of one card in an hour.',
    },
  ],
  costs: null,
  degraded: [
    { upToEur: 250, verdict: 'approve' },
    { upToEur: null, verdict: 'review' },
  ],
  randomApprovals: { share: 0, paymentEurMax: 100, dayEurMax: 500 },
};

describe('a fraud policy over the processes that run in production', () => {
  let system: PaymentSystem;
  let operations: AppProcess;
  let operationsUrl: string;
  let folder: string;
  const clients: ApiClient[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'assay-policy-'));
    system = await PaymentSystem.start({
      API_KEYS: keys,
      FRAUD_SCORING: 'on',
      FRAUD_TIMEOUT_MS: '10000',
      MODELS_DIR: 'models',
    });
    await system.startCommandService();
    const port = await freePort();
    operationsUrl = `http://127.0.0.1:${port}`;
    await startOperations();
  });

  afterAll(async () => {
    for (const client of clients) client.close();
    await operations.stop();
    await system.stop();
    await rm(folder, { recursive: true, force: true });
  });

  let policyHash: string;

  it('decides live from its activation on, by two people and without a restart', async () => {
    expect(await pay('stolen-card')).toMatchObject({ status: 'authorised' });
    policyHash = await propose(STOLEN);
    expect(await pay('stolen-card')).toMatchObject({ risk: { decidedBy: 'score' } });
    const alone = as('ann:analyst').activate(policyHash);
    await expect(alone).rejects.toThrow('policy-needs-second-person');

    await as('ben:analyst').activate(policyHash);
    const declined = await untilDecidedBy('rule', 'stolen-card');
    expect(declined).toMatchObject({
      status: 'declined',
      risk: { verdict: 'decline', rules: [{ ruleId: 'block-stolen-card' }] },
    });
    expect(await pay('other-card')).toMatchObject({ risk: { decidedBy: 'score' } });
  });

  it('sees velocities in the features the model sees', async () => {
    await pay('busy-card');
    await pay('busy-card');
    const third = await pay('busy-card');
    expect(third).toMatchObject({
      status: 'held',
      risk: { verdict: 'review', rules: [{ ruleId: 'watch-velocity' }] },
    });
  });

  it('decides without operations, and from the first payment after a restart', async () => {
    await operations.stop();
    await system.stopCommandService('SIGKILL');
    await system.startCommandService();
    expect(await pay('stolen-card')).toMatchObject({ status: 'declined' });
    await startOperations();
  });

  it('is rolled back by two people, and what it blocked then stays told apart', async () => {
    const asked = await as('ben:analyst').send('rollbacks', { note: 'blocked too much' });
    const [waiting] = (asked as { waiting: { policyHash: string }[] }).waiting;
    const back = waiting?.policyHash ?? '';
    await expect(as('ben:analyst').activate(back)).rejects.toThrow(ApiProblem);
    await as('ann:analyst').activate(back);
    await untilDecidedBy('score', 'stolen-card');

    const { candidate } = await simulated({ policyHash });
    expect(candidate.blockedThen.payments).toBeGreaterThanOrEqual(2);
    expect(candidate.byRule['block-stolen-card']).toBeDefined();
    const { items } = (await as('aud:auditor').get('history')) as { items: { person: string }[] };
    expect(items.map(({ person }) => person)).toEqual(['ann', 'ben', 'ben', 'ann']);
  });

  function pay(fingerprint: string): Promise<PaymentReply> {
    return system.client.initiate(
      {
        orderId: 'order-1',
        merchantId: 'merchant-1',
        customerId: 'customer-1',
        amount: { amount: '1050', currency: 'EUR' },
        provider: 'stripe',
        method: { kind: 'card', token: 'pm_card_visa' },
        card: { fingerprint, country: 'DE' },
        ipCountry: 'DE',
        intent: 'authorise',
      },
      randomUUID(),
    );
  }

  async function untilDecidedBy(what: string, fingerprint: string): Promise<PaymentReply> {
    for (const until = Date.now() + EFFECT_MS_MAX; ;) {
      const reply = await pay(fingerprint);
      if (reply.risk?.decidedBy === what) return reply;
      if (Date.now() > until) throw new Error(`still decided by ${reply.risk?.decidedBy}`);
    }
  }

  async function propose(policy: object): Promise<string> {
    const answer = await as('ann:analyst').send('proposals', { policy, note: 'stolen cards' });
    const { waiting } = answer as { waiting: { policyHash: string }[] };
    return waiting[0]?.policyHash ?? '';
  }

  type Simulated = {
    readonly candidate: {
      readonly blockedThen: { readonly payments: number };
      readonly byRule: Readonly<Record<string, object>>;
    };
  };

  async function simulated(body: object): Promise<Simulated> {
    const auditor = as('aud:auditor');
    const { id } = (await auditor.post('simulations', body)) as { id: string };
    for (;;) {
      const run = (await auditor.get(`simulations/${id}`)) as { status: string; result: Simulated };
      if (run.status === 'failed') throw new Error(JSON.stringify(run));
      if (run.status === 'finished') return run.result;
    }
  }

  async function startOperations(): Promise<void> {
    operations = AppProcess.start('operations', {
      PORT: new URL(operationsUrl).port,
      LOG_LEVEL: 'warn',
      DATA_DIR: folder,
      API_KEYS: keys,
      EVENTSTORE_URL: system.eventStoreUrl,
      PRIVACY_DIR: system.privacyFolder,
      STRIPE_SECRET_KEY: 'sk_test_sandbox',
      STRIPE_API_URL: system.sandboxUrl,
      PAYPAL_CLIENT_ID: 'sandbox-client',
      PAYPAL_CLIENT_SECRET: 'sandbox-secret',
      PAYPAL_API_URL: system.sandboxUrl,
    });
    await operations.untilReady(operationsUrl);
  }

  function as(key: (typeof KEYS)[number]) {
    const client = new ApiClient({ url: operationsUrl, key });
    clients.push(client);
    const post = (path: string, body: object): Promise<unknown> =>
      client.send({ method: 'POST', path: `/v1/fraud-policy/${path}`, body });
    const send = (path: string, body: object): Promise<unknown> =>
      post(path, { requestId: randomUUID(), ...body });
    return {
      post,
      send,
      activate: (hash: string) => send(`versions/${hash}/activation`, {}),
      get: (path: string) => client.send({ method: 'GET', path: `/v1/fraud-policy/${path}` }),
    };
  }
});
