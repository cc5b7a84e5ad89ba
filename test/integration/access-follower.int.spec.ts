import { randomUUID } from 'node:crypto';
import { RIGHTS_STREAM, type KeyEvent, type KeyFacts } from '#access';
import { AccessFollower } from '#access-follower';
import {
  EventStoreUnavailable,
  type ReadAllOptions,
  type ReadOptions,
  type RecordedEvent,
  type SubscribeOptions,
  type Subscription,
} from '#event-store';
import { ApiKeys, hashKey, Metrics, silentLogger } from '#platform';
import { eventually } from '../support/eventually.js';
import { InMemoryEventStore } from '../support/in-memory-event-store.js';

/** A store that readers lose and find again; what is appended meanwhile is there. */
class StoreThatGoesAway extends InMemoryEventStore {
  #isAway = false;
  readonly #open = new Set<Subscription>();

  async goAway(): Promise<void> {
    this.#isAway = true;
    for (const each of this.#open) await each.close();
    this.#open.clear();
  }

  comeBack(): void {
    this.#isAway = false;
  }

  override read(stream: string, options?: ReadOptions): AsyncIterable<RecordedEvent> {
    this.#assertThere();
    return super.read(stream, options);
  }

  override readAll(options?: ReadAllOptions): AsyncIterable<RecordedEvent> {
    this.#assertThere();
    return super.readAll(options);
  }

  override subscribe(options: SubscribeOptions): Subscription {
    this.#assertThere();
    const subscription = super.subscribe(options);
    this.#open.add(subscription);
    return subscription;
  }

  #assertThere(): void {
    if (this.#isAway) throw new EventStoreUnavailable('the store is away');
  }
}

const FACTS: KeyFacts = {
  keyId: randomUUID(),
  hash: hashKey('a-key'),
  client: 'shop',
  role: 'service',
  person: null,
  merchants: null,
  operations: null,
  expiresAt: null,
  origin: 'made',
  createdBy: 'root',
  createdAt: '2026-11-30T10:00:00.000Z',
};
const CREATED: KeyEvent = { type: 'ApiKeyCreated', data: FACTS };
const REVOKED: KeyEvent = {
  type: 'ApiKeyRevoked',
  data: { keyId: FACTS.keyId, note: '', revokedBy: 'root', revokedAt: '2026-11-30T11:00:00.000Z' },
};

let store: StoreThatGoesAway;
let keys: ApiKeys;
let follower: AccessFollower;

const opens = (): boolean => keys.find('Bearer a-key') !== null;
const append = ({ type, data }: KeyEvent) =>
  store.append(RIGHTS_STREAM, [{ id: randomUUID(), type, data, metadata: {} }], 'any');

beforeEach(() => {
  store = new StoreThatGoesAway();
  keys = new ApiKeys('');
  follower = new AccessFollower(store, keys, silentLogger(), new Metrics());
});

afterEach(() => follower.onModuleDestroy());

describe('a service whose event store is away', () => {
  it('goes by the keys it knew, says for how long, and hears of the rest afterwards', async () => {
    await append(CREATED);
    await follower.onApplicationBootstrap();
    expect([opens(), follower.unfollowedMs]).toEqual([true, 0]);

    await store.goAway();
    await eventually(() => Promise.resolve(follower.unfollowedMs > 0));
    await append(REVOKED);
    expect(opens()).toBe(true);

    store.comeBack();
    await eventually(() => Promise.resolve(!opens()));
    expect(follower.unfollowedMs).toBe(0);
  });

  it('starts without it, knows no key of the ledger, and hears of them when it is there', async () => {
    await append(CREATED);
    await store.goAway();
    await follower.onApplicationBootstrap();
    expect([opens(), follower.unfollowedMs > 0]).toEqual([false, true]);

    store.comeBack();
    await eventually(() => Promise.resolve(opens()));
    expect(follower.unfollowedMs).toBe(0);
  });
});
