import { RemoteEventStore, type EventStore } from '#event-store';
import { entryOf, evolveContext, type JournalContext, type Posting } from '#journal';
import {
  evolve,
  isPaymentEventType,
  NO_PAYMENT,
  openPromises,
  upcast,
  type Payment,
} from '#payments';
import { PaymentSystem } from '../support/payment-system.js';
import { RandomShop } from '../support/random-shop.js';

/**
 * Random payments with both providers while requests and webhooks fail, against the sandbox's own
 * books: at the end no promise is open and both agree to the minor unit.
 */
const PAYMENTS = Number(process.env['DIFFERENTIAL_PAYMENTS'] ?? 150);
const SEED = Number(process.env['DIFFERENTIAL_SEED'] ?? Date.now() % 1_000_000);
const SHOPS = 12;

/** Of a hundred requests five fail, and of a hundred webhooks five. */
const REQUEST_EFFECTS = ['500-before', '500-after', 'drop-before', 'drop-after', '429'] as const;
const WEBHOOK_EFFECTS = [
  'webhook-duplicate',
  'webhook-late',
  'webhook-reordered',
  'webhook-lost',
] as const;
const SHARE = 0.05;

let system: PaymentSystem;
let store: EventStore;

beforeAll(async () => {
  system = await PaymentSystem.start({
    RESUME_AFTER_MS: '400',
    PROVIDER_TIMEOUT_MS: '2000',
    PAYER_ACTION_MINUTES: '1',
    GAP_SEARCH_EVERY_MS: '3000',
  });
  await system.startCommandService();
  store = RemoteEventStore.connect(system.eventStoreUrl);
});

afterAll(async () => {
  await store.close();
  await system.stop();
});

describe(`${PAYMENTS} random payments of seed ${SEED}`, () => {
  it(
    'end with every promise settled and the books of the provider',
    async () => {
      await misbehave();
      await Promise.all(Array.from({ length: SHOPS }, (_, shop) => runShop(shop)));
      await system.forgetFaults();
      await within(280_000, async () => openOf(await ledgerOf(store)) === 0);
      expect(openOf(await ledgerOf(store))).toBe(0);
      let differences: string[] = [];
      // Webhooks that were lost are found by comparing with the provider's list of events.
      await within(280_000, async () => {
        differences = differencesOf(await ledgerOf(store), await system.books());
        return differences.length === 0;
      });
      const culprits = differences.length === 0 ? [] : await culpritsOf(await ledgerOf(store));
      expect([...differences, ...culprits]).toEqual([]);
    },
    600_000 + PAYMENTS * 200,
  );
});

async function misbehave(): Promise<void> {
  for (const [index, effect] of [...REQUEST_EFFECTS, ...WEBHOOK_EFFECTS].entries()) {
    const kinds = effect.startsWith('webhook') ? WEBHOOK_EFFECTS : REQUEST_EFFECTS;
    const probability = SHARE / kinds.length;
    const delayMs = effect === 'webhook-late' || effect === 'webhook-reordered' ? 300 : 0;
    await system.fault({ effect, probability, seed: SEED + index, times: 1_000_000, delayMs });
  }
}

async function runShop(shop: number): Promise<void> {
  const random = new RandomShop(system, `s${shop}`, SEED * 1_000 + shop + 1);
  const share = Math.ceil(PAYMENTS / SHOPS);
  for (let index = 0; index < share; index += 1) await random.pay(shop * share + index);
}

type Ledger = {
  readonly payments: ReadonlyMap<string, Payment>;
  /** By provider and currency, in minor units. */
  readonly pending: ReadonlyMap<string, bigint>;
  readonly fees: ReadonlyMap<string, bigint>;
  /** What each payment left at its provider. */
  readonly left: ReadonlyMap<string, bigint>;
};

/** What the events add up to, by the same rules as every view. */
async function ledgerOf(events: EventStore): Promise<Ledger> {
  const payments = new Map<string, Payment>();
  const contexts = new Map<string, JournalContext | null>();
  const left = new Map<string, bigint>();
  const sums = { pending: new Map<string, bigint>(), fees: new Map<string, bigint>() };
  for await (const { stream, type, data } of events.readAll({ streamPrefixes: ['payment-'] })) {
    if (!isPaymentEventType(type)) continue;
    const event = upcast(type, data);
    const context = contexts.get(stream) ?? null;
    for (const posting of entryOf(event, context, '')?.postings ?? []) {
      const units = post(posting, sums);
      left.set(stream, (left.get(stream) ?? 0n) + units);
    }
    contexts.set(stream, evolveContext(context, event));
    payments.set(stream, evolve(payments.get(stream) ?? NO_PAYMENT, event));
  }
  return { payments, left, ...sums };
}

type Sums = { readonly pending: Map<string, bigint>; readonly fees: Map<string, bigint> };

/** @returns what it adds to what waits at the provider. */
function post({ account, amount }: Posting, { pending, fees }: Sums): bigint {
  const [kind, provider = ''] = account.split(':');
  if (kind !== 'provider' && kind !== 'fees') return 0n;
  const sums = kind === 'provider' ? pending : fees;
  const key = `${provider}/${amount.currency}`;
  sums.set(key, (sums.get(key) ?? 0n) + amount.minorUnits);
  return kind === 'provider' ? amount.minorUnits : 0n;
}

/** The payments on which ledger and provider differ, with what each has of them. */
async function culpritsOf({ payments, left }: Ledger): Promise<string[]> {
  const culprits: string[] = [];
  for (const [stream, payment] of payments) {
    const lines = await system.linesOf(stream.slice('payment-'.length));
    const theirs = lines.reduce((sum, line) => sum + signed(line), 0n);
    if (theirs === (left.get(stream) ?? 0n)) continue;
    const kinds = lines.map(({ kind, amount, fee }) => `${kind} ${amount} (${fee})`);
    const { captures, refunds, disputes, reversals } = payment;
    const ours = [
      ...[...captures.values()].map(({ status, amount }) => `${status} ${amount.toString()}`),
      ...[...refunds.values()].map(({ status, amount }) => `${status} ${amount.toString()}`),
      ...[...disputes.values()].map(({ status, movements }) => `${status} ${movements.length}`),
      ...[...reversals.values()].map(({ amount }) => `reversed ${amount.toString()}`),
    ];
    culprits.push(`${stream}: ours ${ours.join(', ')}; provider ${kinds.join(', ')}`);
  }
  return culprits;
}

type BookedLine = { readonly kind: string; readonly amount: string; readonly fee: string };

function signed({ kind, amount, fee }: BookedLine): bigint {
  const fees = BigInt(fee);
  if (['capture', 'refund-failure', 'dispute-reversal'].includes(kind))
    return BigInt(amount) - fees;
  return ['refund', 'dispute', 'reversal'].includes(kind) ? -BigInt(amount) - fees : -fees;
}

function openOf({ payments }: Ledger): number {
  return [...payments.values()].reduce((sum, payment) => sum + openPromises(payment).length, 0);
}

function differencesOf(
  { pending, fees }: Ledger,
  books: Readonly<Record<string, Readonly<Record<string, { balance: string; fees: string }>>>>,
): string[] {
  const differences: string[] = [];
  const ours = new Set([...pending.keys(), ...fees.keys()]);
  const theirs = Object.entries(books).flatMap(([provider, totals]) =>
    Object.entries(totals).map(([currency, { balance, fees: kept }]) => ({
      key: `${provider}/${currency}`,
      balance: BigInt(balance),
      kept: BigInt(kept),
    })),
  );
  for (const { key, balance, kept } of theirs) {
    ours.delete(key);
    const [mine, myFees] = [pending.get(key) ?? 0n, fees.get(key) ?? 0n];
    if (mine !== balance) differences.push(`${key}: ledger ${mine}, provider ${balance}`);
    if (myFees !== kept) differences.push(`${key}: fees ${myFees}, provider ${kept}`);
  }
  const alone = [...ours].filter((key) => (pending.get(key) ?? 0n) !== 0n);
  return [...differences, ...alone.map((key) => `${key}: only in the ledger`)];
}

/** Looks every second until it holds or the time is over. */
async function within(ms: number, holds: () => Promise<boolean>): Promise<void> {
  const endMs = Date.now() + ms;
  while (!(await holds()) && Date.now() < endMs) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}
