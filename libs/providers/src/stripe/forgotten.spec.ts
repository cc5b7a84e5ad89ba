import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Money } from '#money';
import { StripeProvider } from './provider.js';

const NOW = new Date('2026-11-21T12:00:00Z');
const NOW_S = NOW.getTime() / 1000;
const HOUR_MS = 3_600_000;

const CHARGE = { id: 'ch_1', created: NOW_S, balance_transaction: null };
const INTENT = {
  id: 'pi_1',
  status: 'requires_capture',
  created: NOW_S,
  canceled_at: null,
  latest_charge: CHARGE,
  metadata: {},
};
const REFUND = { id: 're_1', status: 'succeeded', created: NOW_S, metadata: {} };

const AMOUNT = Money.of(1000n, 'EUR');
const ON_HOLD = { paymentId: 'p1', amount: AMOUNT, reference: 'pi_1' };

type Dated = { readonly promisedAt: string };
type Case = {
  readonly call: (provider: StripeProvider, promise: Dated) => Promise<{ status: string }>;
  /** What Stripe shows where an earlier attempt did it, and where none did. */
  readonly done: object;
  readonly open: object;
};

const CASES: Readonly<Record<string, Case>> = {
  authorise: {
    call: (provider, promise) =>
      provider.perform('authorise', {
        paymentId: 'p1',
        authorisationId: 'a1',
        amount: AMOUNT,
        token: 'pm_card_visa',
        orderReference: null,
        returnUrl: 'http://127.0.0.1:9/',
        ...promise,
      }),
    done: listOf({ ...INTENT, metadata: { authorisation_id: 'a1' } }),
    open: listOf({ ...INTENT, metadata: { authorisation_id: 'another' } }),
  },
  capture: {
    call: (provider, promise) =>
      provider.perform('capture', { ...ON_HOLD, captureId: 'c1', final: true, ...promise }),
    done: { ...INTENT, metadata: { c1: '1000' } },
    open: INTENT,
  },
  refund: {
    call: (provider, promise) => {
      const refund = { refundId: 'r1', captureId: 'c1', reference: 'ch_1' };
      return provider.perform('refund', { paymentId: 'p1', amount: AMOUNT, ...refund, ...promise });
    },
    done: listOf({ ...REFUND, metadata: { refund_id: 'r1' } }),
    open: listOf(REFUND),
  },
  void: {
    call: (provider, promise) => provider.perform('void', { ...ON_HOLD, voidId: 'v1', ...promise }),
    done: { ...INTENT, status: 'canceled' },
    open: INTENT,
  },
  cancel: {
    call: (provider, promise) =>
      provider.perform('cancel', {
        paymentId: 'p1',
        cancellationId: 'x1',
        orderReference: 'pi_1',
        ...promise,
      }),
    done: { ...INTENT, status: 'canceled' },
    open: INTENT,
  },
};

describe('a promise that Stripe may have forgotten', () => {
  let server: Server;
  let shown: object = {};
  let asked: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.method ?? '');
      const created = request.url?.startsWith('/v1/refunds') ? REFUND : INTENT;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(request.method === 'GET' ? shown : created));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(() => {
    asked = [];
  });
  afterAll(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });

  describe.each(Object.entries(CASES))('to %s', (_operation, { call, done, open }) => {
    it('is sent at once while Stripe knows its key', async () => {
      shown = done;
      await call(provider(), hoursAgo(22));
      expect(asked).toEqual(['POST']);
    });

    it('is looked for first after that, and not sent when it was kept', async () => {
      shown = done;
      const { status } = await call(provider(), hoursAgo(23.1));
      expect(status).not.toBe('refused');
      expect(asked).toEqual(['GET']);
    });

    it('is sent when nothing was found', async () => {
      shown = open;
      const { status } = await call(provider(), hoursAgo(48));
      expect(status).not.toBe('refused');
      expect(asked).toEqual(['GET', 'POST']);
    });
  });

  it('is not sent while there are too many intents to tell', async () => {
    const others = Array.from({ length: 1_000 }, (_, i) => ({ ...INTENT, id: `pi_${i}` }));
    shown = { object: 'list', data: others, has_more: true };
    const { call } = CASES['authorise'] ?? {};
    await expect(call?.(provider(), hoursAgo(48))).rejects.toThrow('among the newest 1000');
    expect(asked).not.toContain('POST');
  });

  function provider(): StripeProvider {
    const { port } = server.address() as AddressInfo;
    return new StripeProvider({
      secretKey: 'sk_test_forgotten',
      apiUrl: `http://127.0.0.1:${port}`,
      timeoutMs: 60_000,
      now: () => NOW,
    });
  }
});

function hoursAgo(hours: number): Dated {
  return { promisedAt: new Date(NOW.getTime() - hours * HOUR_MS).toISOString() };
}

function listOf(object: object): object {
  return { object: 'list', data: [object], has_more: false };
}
