import { randomUUID } from 'node:crypto';
import { status } from '@grpc/grpc-js';
import { EventStoreUnavailable } from '#event-store';
import { checkStreamName } from '../../engine/append-size.js';
import type { Engine } from '../../engine/engine.js';
import { durableHead, readStream } from '../../engine/read-stream.js';
import { ALL } from '../conversions.js';
import { RpcError } from '../rpc-error.js';
import { checkpointStream, type GroupConfig, groupKey, parkedStream } from './group-config.js';
import { PersistentGroup } from './group.js';

const CONFIG_STREAM = '$persistentSubscriptionConfig';
const CONFIG_EVENT = '$PersistentConfig';
const TICK_MS = 100;

/** All persistent subscriptions of a store; what they are is kept in a system stream. */
export class PersistentGroups {
  readonly #groups = new Map<string, PersistentGroup>();
  readonly #timer: NodeJS.Timeout;
  #changing: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(private readonly engine: Engine) {
    this.#load();
    engine.meters.persistentGroups = () => this.list().map(({ metrics }) => metrics);
    this.#timer = setInterval(() => {
      for (const group of this.#groups.values()) group.tick();
    }, TICK_MS);
    this.#timer.unref();
  }

  /** @throws RpcError when there is none. */
  find(stream: string, group: string): PersistentGroup {
    const found = this.#groups.get(groupKey(stream, group));
    if (!found) throw doesNotExist(stream, group);
    return found;
  }

  /** Those of one stream, or all. */
  list(stream?: string): readonly PersistentGroup[] {
    const all = [...this.#groups.values()];
    return stream === undefined ? all : all.filter(({ config }) => config.stream === stream);
  }

  /** @throws RpcError when there is one already. */
  create(config: Omit<GroupConfig, 'startAt'>): Promise<void> {
    return this.#change(async () => {
      const key = groupKey(config.stream, config.group);
      if (this.#groups.has(key)) throw exists(config);
      const started = this.#withStart(config);
      checkStreamName(checkpointStream(started));
      await this.#save([...this.list().map((group) => group.config), started]);
      this.#groups.set(key, new PersistentGroup(this.engine, started));
    });
  }

  /** Drops the consumers; the group goes on from its checkpoint. */
  update(config: Omit<GroupConfig, 'startAt' | 'filter'>): Promise<void> {
    return this.#change(async () => {
      const old = this.find(config.stream, config.group);
      const { filter } = old.config;
      const updated = this.#withStart({ ...config, ...(filter && { filter }) });
      await this.#save(this.list().map((group) => (group === old ? updated : group.config)));
      await old.stop();
      const key = groupKey(config.stream, config.group);
      this.#groups.set(key, new PersistentGroup(this.engine, updated));
    });
  }

  delete(stream: string, group: string): Promise<void> {
    return this.#change(async () => {
      const found = this.find(stream, group);
      const others = this.list().filter((each) => each !== found);
      await this.#save(others.map(({ config }) => config));
      this.#groups.delete(groupKey(stream, group));
      await found.stop();
      for (const own of [checkpointStream(found.config), parkedStream(found.config)]) {
        if (this.engine.streams.find(own)) await this.engine.delete(own, 'any', false);
      }
    });
  }

  /**
   * Lets a consumer join, behind the changes under way: it must not join a group that is on its way
   * out.
   *
   * @throws RpcError when the group does not exist or takes no more consumers.
   */
  join<Joined>(
    stream: string,
    group: string,
    join: (found: PersistentGroup) => Joined,
  ): Promise<Joined> {
    return this.#change(() => {
      const found = this.find(stream, group);
      const { consumerCountMax } = found.config.settings;
      if (consumerCountMax > 0 && found.consumers.length >= consumerCountMax) {
        throw tooManyConsumers(stream, group);
      }
      return join(found);
    });
  }

  /** Drops every consumer and starts all groups from what is stored. */
  restart(): Promise<void> {
    return this.#change(async () => {
      await this.#stopAll();
      this.#load();
    });
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.engine.meters.persistentGroups = () => [];
    await this.#changing;
    this.#closed = true;
    await this.#stopAll();
  }

  /** One at a time: a definition that is written while others are unloaded would forget them. */
  #change<Result>(run: () => Result | Promise<Result>): Promise<Result> {
    const changed = this.#changing.then(() => {
      if (this.#closed) throw new EventStoreUnavailable('the event store is closing');
      return run();
    });
    this.#changing = changed.catch(() => undefined);
    return changed;
  }

  async #stopAll(): Promise<void> {
    const running = [...this.#groups.values()];
    this.#groups.clear();
    await Promise.all(running.map((group) => group.stop()));
  }

  #withStart(config: Omit<GroupConfig, 'startAt'>): GroupConfig {
    const { stream, startFrom } = config;
    if (typeof startFrom === 'number') return { ...config, startAt: startFrom };
    if (startFrom === 'start') return { ...config, startAt: stream === ALL ? 1 : 0 };
    return { ...config, startAt: this.#endOf(stream) };
  }

  #endOf(stream: string): number {
    if (stream === ALL) return this.engine.log.durable + 1;
    const state = this.engine.streams.find(stream);
    return state ? durableHead(this.engine, state) + 1 : 0;
  }

  #load(): void {
    const reading = { from: 'end', direction: 'backwards', limit: 1 } as const;
    const read = readStream(this.engine, CONFIG_STREAM, reading);
    if (read.status !== 'found') return;
    for (const entry of [...read.pages].flatMap(({ entries }) => entries)) {
      const { groups } = JSON.parse(entry.fields.data.toString()) as { groups: GroupConfig[] };
      for (const config of groups) {
        const group = new PersistentGroup(this.engine, config);
        this.#groups.set(groupKey(config.stream, config.group), group);
      }
    }
  }

  async #save(groups: readonly GroupConfig[]): Promise<void> {
    const event = {
      id: randomUUID(),
      type: CONFIG_EVENT,
      contentType: 'application/json',
      data: JSON.stringify({ groups }),
      metadata: '',
    } as const;
    await this.engine.append(CONFIG_STREAM, [event], 'any');
  }
}

export function doesNotExist(stream: string, group: string): RpcError {
  const text = `Subscription group ${group} on stream ${stream} does not exist.`;
  return refusal(status.NOT_FOUND, 'does-not-exist', text, { stream, group });
}

export function dropped({ stream, group }: GroupConfig): RpcError {
  const text = `Subscription group ${group} on stream ${stream} was dropped.`;
  return refusal(status.CANCELLED, 'dropped', text, { stream, group });
}

function exists({ stream, group }: Omit<GroupConfig, 'startAt'>): RpcError {
  const text = `Subscription group ${group} on stream ${stream} exists.`;
  return refusal(status.ALREADY_EXISTS, 'exists', text, { stream, group });
}

function tooManyConsumers(stream: string, group: string): RpcError {
  const text = `Maximum subscriptions reached for subscription group ${group} on ${stream}.`;
  return new RpcError(status.FAILED_PRECONDITION, text, {
    exception: 'maximum-subscribers-reached',
    'stream-name': stream,
    'group-name': group,
  });
}

function refusal(
  code: status,
  kind: 'does-not-exist' | 'exists' | 'dropped',
  text: string,
  { stream, group }: { readonly stream: string; readonly group: string },
): RpcError {
  return new RpcError(code, text, {
    exception: `persistent-subscription-${kind}`,
    'stream-name': stream,
    'group-name': group,
  });
}
