import { createHash } from 'node:crypto';
import { Sealing } from '../sealing/sealing.js';
import type { ProviderFact, VerifiedWebhook } from '#provider-port';
import { Clock } from '#platform';
import { InMemoryEventStore } from '../../../../test/support/in-memory-event-store.js';
import { WebhookInbox } from './webhook-inbox.js';

const AT = '2026-03-01T12:00:00.000Z';
const BODY = Buffer.from('{"id":"evt_1"}');
const STREAM = 'webhook-stripe-evt_1';

const voided: ProviderFact = {
  kind: 'voided',
  paymentId: null,
  reference: 'pi_1',
  expired: false,
  at: AT,
};

let store: AppendsCounted;
let inbox: WebhookInbox;

beforeEach(() => {
  store = new AppendsCounted();
  inbox = new WebhookInbox(store, new Clock(), new Sealing(null));
});

describe('a delivery with facts', () => {
  it('is kept, and returned to be applied', async () => {
    const kept = await inbox.keep(delivery(), BODY);
    expect(kept).toMatchObject({ stream: STREAM, webhook: { eventId: 'evt_1', facts: [voided] } });
    expect(types()).toEqual(['WebhookReceived']);
    expect(store.events[0]).toMatchObject({
      stream: STREAM,
      data: {
        provider: 'stripe',
        facts: [voided],
        bodySha256: createHash('sha256').update(BODY).digest('hex'),
      },
    });
    expect(await inbox.has(delivery())).toBe(true);
    expect(await inbox.has(delivery({ eventId: 'evt_2' }))).toBe(false);
  });

  it('that was found at the provider and never delivered has no hash of a body', async () => {
    await inbox.keep(delivery(), null);
    expect(store.events[0]?.data).toMatchObject({ bodySha256: null });
  });

  it('is neither kept nor returned the second time, applied or not', async () => {
    await inbox.keep(delivery(), BODY);
    expect(await inbox.keep(delivery(), BODY)).toBeNull();
    await inbox.close(STREAM, { outcome: 'applied', reason: 'voided' });
    expect(await inbox.keep(delivery(), BODY)).toBeNull();
    expect(types()).toEqual(['WebhookReceived', 'WebhookApplied']);
  });

  it('is returned to one of two who keep it at the same time', async () => {
    const kept = await Promise.all([inbox.keep(delivery(), BODY), inbox.keep(delivery(), null)]);
    expect(kept.filter((each) => each !== null)).toHaveLength(1);
    expect(types()).toEqual(['WebhookReceived']);
  });

  it('is another one from another provider', async () => {
    await inbox.keep(delivery(), BODY);
    expect(await inbox.keep(delivery({ provider: 'paypal' }), BODY)).not.toBeNull();
  });
});

describe('a delivery without facts', () => {
  const ping = { type: 'ping', facts: [] } as const;

  it('is kept and closed in one append, and nothing is left to apply', async () => {
    expect(await inbox.keep(delivery(ping), BODY)).toBeNull();
    expect(types()).toEqual(['WebhookReceived', 'WebhookApplied']);
    expect(store.appends).toBe(1);
    expect(store.events[1]?.data).toMatchObject({
      outcome: 'ignored',
      reason: 'ping carries no fact',
    });
  });

  it('is not closed where it could not be read: what it is about is looked up', async () => {
    const subject = { paymentId: null, references: ['pi_1'] };
    const unreadable = 'no such version';
    const kept = await inbox.keep(delivery({ ...ping, unreadable, subject }), BODY);
    expect(kept?.webhook).toMatchObject({ unreadable, subject });
    expect(types()).toEqual(['WebhookReceived']);
  });

  it('writes nothing the second time', async () => {
    await inbox.keep(delivery(ping), BODY);
    expect(await inbox.keep(delivery(ping), BODY)).toBeNull();
    expect(types()).toEqual(['WebhookReceived', 'WebhookApplied']);
  });
});

describe('what became of a delivery', () => {
  it('is told once, whoever is first', async () => {
    await inbox.keep(delivery(), BODY);
    await inbox.close(STREAM, { outcome: 'applied', reason: 'voided' });
    await inbox.close(STREAM, { outcome: 'ignored', reason: 'known' });
    await inbox.abandon(STREAM, 60);
    expect(types()).toEqual(['WebhookReceived', 'WebhookApplied']);
    expect(store.events[1]?.data).toMatchObject({ outcome: 'applied' });
  });

  it.each([
    ['applied after all', 'WebhookApplied'],
    ['dismissed by a person', 'WebhookDismissed'],
  ] as const)('abandoned, it is %s, and only once', async (_name, type) => {
    await inbox.keep(delivery(), BODY);
    await inbox.abandon(STREAM, 60);
    const reopen = (): Promise<void> =>
      inbox.reopen(STREAM, { outcome: 'applied', reason: 'voided' });
    const dismiss = (): Promise<void> =>
      inbox.dismiss(STREAM, { person: 'amal', note: 'not ours' });
    await (type === 'WebhookApplied' ? reopen() : dismiss());
    await reopen();
    await dismiss();
    expect(types()).toEqual(['WebhookReceived', 'WebhookAbandoned', type]);
  });

  it('is not told of a delivery that is not abandoned as if it were', async () => {
    await inbox.keep(delivery(), BODY);
    await inbox.dismiss(STREAM, { person: 'amal', note: 'not ours' });
    expect(types()).toEqual(['WebhookReceived']);
  });
});

function delivery(change: Partial<VerifiedWebhook> = {}): VerifiedWebhook {
  return {
    provider: 'stripe',
    eventId: 'evt_1',
    type: 'payment_intent.canceled',
    apiVersion: null,
    facts: [voided],
    unreadable: null,
    ...change,
  };
}

function types(): string[] {
  return store.events.map(({ type }) => type);
}

class AppendsCounted extends InMemoryEventStore {
  appends = 0;

  override append(
    ...args: Parameters<InMemoryEventStore['append']>
  ): ReturnType<InMemoryEventStore['append']> {
    this.appends += 1;
    return super.append(...args);
  }
}
