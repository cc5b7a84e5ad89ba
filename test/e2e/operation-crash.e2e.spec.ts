import { OutcomeUnknown, type PaymentReply } from '#client';
import type { Operation } from '#payments';
import { isOptional, type PaymentProvider } from '#provider-port';
import { createPayPalProvider, createStripeProvider } from '#providers';
import type { Step } from '../../apps/command-service/src/provider-call/crash-points.js';
import { eventually } from '../support/eventually.js';
import { PaymentSystem } from '../support/payment-system.js';
import type { AppProcess } from '../support/processes.js';

/**
 * Every operation, at every step boundary, with both providers: command-service is killed as by
 * kill -9 and started again. The sandbox's books must show exactly one effect, and the ledger must
 * say the same amounts. The types make a new operation or step without a row fail to compile.
 */
const CONNECTED: Readonly<Record<PaymentProvider['name'], PaymentProvider>> = {
  stripe: createStripeProvider({ secretKey: 'sk_test_x', apiUrl: undefined, timeoutMs: 1_000 }),
  paypal: createPayPalProvider({
    clientId: 'x',
    clientSecret: 'x',
    environment: 'sandbox',
    apiUrl: undefined,
    timeoutMs: 1_000,
  }),
};

type Provider = keyof typeof CONNECTED;

const HELD = { amount: '1050', currency: 'EUR' };
const PART = { amount: '400', currency: 'EUR' };
const RAISED = { amount: '2000', currency: 'EUR' };

/**
 * What one effect looks like: the status, how often each thing is in the books, and the
 * amounts.
 */
type Effect = {
  readonly status: string;
  readonly counts: Readonly<Record<'authorisation' | 'void' | 'capture' | 'refund', number>>;
  readonly held: string;
  /** What the books show as held or taken, where that differs; absent: the same. */
  readonly booked?: string;
  readonly captured: string;
  readonly refunded: string;
};

const NOTHING = { held: '0', captured: '0', refunded: '0' };

/** An operation, or one that ends a hold of which something was captured. */
type Act = Operation | 'release';

/** At whose boundaries command-service dies. */
function crashing(act: Act): Operation {
  return act === 'release' ? 'void' : act;
}

const EFFECTS: Readonly<Record<Act, Effect>> = {
  authorise: { ...NOTHING, status: 'authorised', counts: counts(1), held: HELD.amount },
  increment: { ...NOTHING, status: 'authorised', counts: counts(2), held: RAISED.amount },
  reauthorise: { ...NOTHING, status: 'authorised', counts: counts(2, 1), held: HELD.amount },
  cancel: { ...NOTHING, status: 'cancelled', counts: counts(0) },
  capture: {
    ...NOTHING,
    status: 'captured',
    counts: counts(1, 0, 1),
    held: HELD.amount,
    captured: HELD.amount,
  },
  void: { ...NOTHING, status: 'voided', counts: counts(1, 1) },
  refund: {
    status: 'refunded',
    counts: counts(1, 0, 1, 1),
    held: HELD.amount,
    captured: HELD.amount,
    refunded: HELD.amount,
  },
  // Not beside void, whose boundaries it shares: the next cell's process recovers the last one.
  release: {
    ...NOTHING,
    status: 'captured',
    counts: counts(1, 1, 1),
    booked: PART.amount,
    captured: PART.amount,
  },
};

function counts(authorisation: number, voided = 0, capture = 0, refund = 0): Effect['counts'] {
  return { authorisation, void: voided, capture, refund };
}

const STEPS: Readonly<Record<Step, true>> = { promised: true, answered: true, recorded: true };

const PAIRS = (Object.keys(CONNECTED) as Provider[]).flatMap((provider) =>
  (Object.keys(EFFECTS) as Act[])
    .filter((operation) => isOffered(provider, operation))
    .map((operation) => [provider, operation] as const),
);

/** No operation twice in a row: what recovers one cell dies at the next one's boundary. */
const CELLS = (Object.keys(STEPS) as Step[]).flatMap((step) =>
  PAIRS.map((pair) => [...pair, step] as const),
);

function isOffered(provider: Provider, operation: Act): boolean {
  return !isOptional(operation) || CONNECTED[provider].supports(operation);
}

/** Names of the sandbox's operations; null where nothing is booked for it. */
const CALLS: Readonly<Record<Provider, Readonly<Record<Act, string | null>>>> = {
  stripe: {
    authorise: 'payment_intents.create',
    increment: 'payment_intents.increment_authorization',
    reauthorise: null,
    cancel: null,
    capture: 'payment_intents.capture',
    void: 'payment_intents.cancel',
    release: 'payment_intents.capture',
    refund: 'refunds.create',
  },
  paypal: {
    authorise: 'orders.authorize',
    increment: null,
    reauthorise: 'authorizations.reauthorize',
    cancel: null,
    capture: 'authorizations.capture',
    void: 'authorizations.void',
    release: 'authorizations.void',
    refund: 'captures.refund',
  },
};

const TAKEN = PAIRS.flatMap(([provider, operation]) => {
  const call = CALLS[provider][operation];
  return call === null ? [] : [[provider, operation, call] as const];
});

type When = Step | 'taken';

let system: PaymentSystem;
let running: { readonly crashAt: string | null; readonly process: AppProcess } | null = null;
const prepared = new Map<string, string>();

beforeAll(async () => {
  system = await PaymentSystem.start();
  await started(null);
  const all = [
    ...CELLS,
    ...TAKEN.map(([provider, operation]) => [provider, operation, 'taken'] as const),
  ];
  await prepareAll(all.filter(([, operation]) => operation === 'reauthorise'));
  // PayPal renews a hold only after the three days that it honours by itself.
  await system.advanceClock(4 * 24 * 60 * 60_000);
  await prepareAll(all.filter(([, operation]) => operation !== 'reauthorise'));
});

afterAll(async () => {
  await system.stop();
});

describe(`a kill at one of ${CELLS.length} boundaries`, () => {
  it.each(CELLS.map((cell, at) => [...cell, CELLS[at + 1]] as const))(
    '%s %s, once %s, has exactly one effect',
    async (provider, operation, step, next) => {
      const { key, paymentId } = preparedFor(provider, operation, step);
      const doomed = await started(`${crashing(operation)}:${step}`);
      await expect(run(provider, operation, paymentId, key)).rejects.toThrow(OutcomeUnknown);
      await doomed.untilEnded();
      expect(doomed.killedBy).toBe('SIGKILL');

      await started(next ? `${crashing(next[1])}:${next[2]}` : null);
      await expectEffect(paymentId, operation);
      const repeat = await command(operation, paymentId, key);
      expect(repeat).toMatchObject({ status: EFFECTS[operation].status, outcomeUnknown: false });
      await expectEffect(paymentId, operation);
    },
    90_000,
  );
});

describe(`a kill at one of ${TAKEN.length} calls that are done and not answered yet`, () => {
  it.each(TAKEN)(
    '%s %s has exactly one effect',
    async (provider, operation, call) => {
      const { key, paymentId } = preparedFor(provider, operation, 'taken');
      await started(null);
      await system.arm(provider, call, 'hold-answer');
      const interrupted = expect(run(provider, operation, paymentId, key)).rejects.toThrow(
        OutcomeUnknown,
      );
      const effect = EFFECTS[operation].counts;
      await eventually(async () => isSame(await system.counts(paymentId, 'EUR'), effect));
      await system.stopCommandService('SIGKILL');
      await interrupted;

      await started(null);
      await expectEffect(paymentId, operation);
    },
    90_000,
  );
});

/** Command-service that dies at this boundary: the one that runs, if it does, or another. */
async function started(crashAt: string | null): Promise<AppProcess> {
  if (running?.crashAt === crashAt && running.process.isRunning) return running.process;
  await system.stopCommandService();
  const env = crashAt === null ? {} : { CRASH_AT: crashAt };
  running = { crashAt, process: await system.startCommandService(env) };
  return running.process;
}

async function prepareAll(cells: readonly (readonly [Provider, Act, When])[]): Promise<void> {
  for (const [provider, operation, when] of cells) {
    const key = `${provider}-${operation}-${when}`;
    prepared.set(key, await prepare(provider, operation, key));
  }
}

function preparedFor(
  provider: Provider,
  operation: Act,
  when: When,
): { readonly key: string; readonly paymentId: string } {
  const key = `${provider}-${operation}-${when}`;
  const paymentId = prepared.get(key);
  if (paymentId === undefined) throw new Error(`nothing was prepared for ${key}`);
  return { key, paymentId };
}

/** Takes a payment to where only the operation itself is missing. */
async function prepare(provider: Provider, operation: Act, key: string): Promise<string> {
  const { client } = system;
  const asks = operation === 'cancel' ? 'pm_card_authenticationRequired' : 'pm_card_visa';
  const { paymentId } = await client.initiate(
    {
      orderId: key,
      merchantId: 'merchant-1',
      customerId: 'customer-1',
      amount: HELD,
      provider,
      method: provider === 'stripe' ? { kind: 'card', token: asks } : { kind: 'paypal' },
      intent: 'initiate',
    },
    key,
  );
  if (operation === 'authorise' && provider === 'stripe') return paymentId;
  const { action } = await client.authorise(paymentId, `${key}-authorise`);
  if (operation === 'authorise' || operation === 'cancel') return paymentId;
  if (action) await system.approveAsPayer(action.url);
  await eventually(async () => (await client.payment(paymentId)).status === 'authorised');
  if (operation === 'refund') await client.capture(paymentId, {}, `${key}-capture`);
  if (operation === 'release') {
    await client.capture(paymentId, { amount: PART, final: false }, `${key}-capture`);
  }
  return paymentId;
}

/**
 * PayPal authorises what the payer approved, which its webhook may tell before the command
 * does.
 */
async function run(
  provider: Provider,
  operation: Act,
  paymentId: string,
  key: string,
): Promise<PaymentReply> {
  if (provider === 'paypal' && operation === 'authorise') {
    const { action } = await system.client.payment(paymentId);
    await system.approveAsPayer(action?.url ?? '');
  }
  return command(operation, paymentId, key);
}

function command(operation: Act, paymentId: string, key: string): Promise<PaymentReply> {
  const { client } = system;
  switch (operation) {
    case 'authorise':
      return client.authorise(paymentId, key);
    case 'increment':
      return client.increment(paymentId, RAISED, key);
    case 'reauthorise':
      return client.reauthorise(paymentId, {}, key);
    case 'cancel':
      return client.cancel(paymentId, key);
    case 'capture':
      return client.capture(paymentId, {}, key);
    case 'void':
      return client.void(paymentId, key);
    case 'release':
      return client.release(paymentId, key);
    case 'refund':
      return client.refund(paymentId, {}, key);
  }
}

/** Once in the provider's books, and the ledger says the same to the minor unit. */
async function expectEffect(paymentId: string, operation: Act): Promise<void> {
  const effect = EFFECTS[operation];
  await eventually(async () => {
    const { status, outcomeUnknown } = await system.client.payment(paymentId);
    if (status !== effect.status || outcomeUnknown) return false;
    // A hold that is renewed stands the same before and after: only the books tell.
    const booked = isSame(await system.counts(paymentId, 'EUR'), effect.counts);
    return booked && (await isHeld(paymentId, effect));
  });
  const { captured, refunded } = await system.client.payment(paymentId);
  expect([captured.amount, refunded.amount]).toEqual([effect.captured, effect.refunded]);
  expect(await system.counts(paymentId, 'EUR')).toMatchObject(effect.counts);
  expect(await amountsOf(paymentId)).toEqual({
    held: effect.booked ?? effect.held,
    captured: effect.captured,
    refunded: effect.refunded,
  });
}

async function isHeld(paymentId: string, { held }: Effect): Promise<boolean> {
  return (await system.client.payment(paymentId)).authorised.amount === held;
}

/** What the sandbox's books add up to. */
async function amountsOf(paymentId: string): Promise<Omit<Effect, 'status' | 'counts'>> {
  const answer = await fetch(`${system.sandboxUrl}/sandbox/books/payments/${paymentId}`);
  const { totals } = (await answer.json()) as {
    totals: Record<
      string,
      Readonly<Record<'authorised' | 'voided' | 'captured' | 'refunded', string>>
    >;
  };
  const sums = totals[HELD.currency];
  if (!sums) return NOTHING;
  const held = BigInt(sums.authorised) - BigInt(sums.voided);
  return { held: String(held), captured: sums.captured, refunded: sums.refunded };
}

function isSame(found: object, wanted: object): boolean {
  const entries = Object.entries(found) as [string, unknown][];
  const all = new Map(entries);
  return Object.entries(wanted).every(([kind, count]) => all.get(kind) === count);
}
