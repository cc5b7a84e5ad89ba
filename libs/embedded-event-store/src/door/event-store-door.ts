import { randomUUID } from 'node:crypto';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import type { EmbeddedEventStore } from '../embedded-event-store.js';
import type { Engine } from '../engine/engine.js';
import { empty } from '../wire/message.js';
import { gossipHandler } from './gossip.js';
import { method, service } from './grpc-method.js';
import { OpenCalls } from './open-calls.js';
import { PersistentGroups } from './persistent/groups.js';
import { persistentMethods } from './persistent/manage.js';
import {
  AppendRequest,
  BatchAppendRequest,
  DeleteRequest,
  ReadRequest,
} from './protocol/streams.js';
import { supportedMethodsHandler } from './server-features.js';
import { appendHandler } from './streams/append.js';
import { batchAppendHandler } from './streams/batch-append.js';
import { deleteHandler } from './streams/delete.js';
import { readHandler } from './streams/read.js';

export type DoorOptions = {
  /** Without TLS only a loopback address is allowed. */
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
};

const STREAMS = 'event_store.client.streams.Streams';
const PERSISTENT_SUBSCRIPTIONS =
  'event_store.client.persistent_subscriptions.PersistentSubscriptions';
const SERVER_FEATURES = 'event_store.client.server_features.ServerFeatures';
const GOSSIP = 'event_store.client.gossip.Gossip';

const SETTINGS_STREAM = '$settings';

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/;
/** Larger than any append the store takes, so that the refusal is the store's own. */
const REQUEST_BYTES_MAX = 17 * 1024 * 1024;
const GRACE_MS = 2_000;

/** EventStoreDB's gRPC protocol in front of an embedded store, for every other process. */
export class EventStoreDoor {
  private constructor(
    private readonly server: Server,
    private readonly calls: OpenCalls,
    private readonly groups: PersistentGroups,
    /** The port listened on. */
    readonly port: number,
  ) {}

  /** @throws Error when the port is taken, or the host is reachable from other machines. */
  static async listen(store: EmbeddedEventStore, options: DoorOptions): Promise<EventStoreDoor> {
    const { host } = options;
    if (!LOOPBACK.test(host)) {
      throw new Error(
        `the event store's door is without TLS and must not listen on ${host}; use 127.0.0.1`,
      );
    }
    const calls = new OpenCalls();
    const server = new Server({ 'grpc.max_receive_message_length': REQUEST_BYTES_MAX });
    const address = { host, port: options.port };
    await describeServer(store.engine);
    const groups = new PersistentGroups(store.engine);
    addServices(server, store.engine, { calls, groups, address: () => address });
    address.port = await bind(server, options);
    return new EventStoreDoor(server, calls, groups, address.port);
  }

  /** Ends every open call as cancelled, which makes clients reconnect, and stops listening. */
  async close(): Promise<void> {
    this.calls.endAll();
    await this.groups.close();
    await new Promise<void>((resolve) => {
      const force = setTimeout(() => this.server.forceShutdown(), GRACE_MS);
      this.server.tryShutdown(() => {
        clearTimeout(force);
        resolve();
      });
    });
  }
}

/** Clients may rely on `$all` never being empty: the real server writes events of its own too. */
async function describeServer(engine: Engine): Promise<void> {
  if (engine.streams.find(SETTINGS_STREAM)) return;
  const event = {
    id: randomUUID(),
    type: SETTINGS_STREAM,
    contentType: 'application/json',
    data: '{}',
    metadata: '',
  } as const;
  await engine.append(SETTINGS_STREAM, [event], 'no-stream');
}

type DoorParts = {
  readonly calls: OpenCalls;
  readonly groups: PersistentGroups;
  readonly address: () => { readonly host: string; readonly port: number };
};

function addServices(server: Server, engine: Engine, { calls, groups, address }: DoorParts): void {
  const streams = [
    method('Read', 'server-stream', ReadRequest, readHandler(engine, calls)),
    method('Append', 'client-stream', AppendRequest, appendHandler(engine)),
    method('BatchAppend', 'bidi', BatchAppendRequest, batchAppendHandler(engine, calls)),
    method('Delete', 'unary', DeleteRequest, deleteHandler(engine, false)),
    method('Tombstone', 'unary', DeleteRequest, deleteHandler(engine, true)),
  ];
  const persistent = persistentMethods(groups, calls);
  const features = supportedMethodsHandler([
    { name: STREAMS, methods: streams, features: [] },
    { name: PERSISTENT_SUBSCRIPTIONS, methods: persistent, features: ['stream', 'all'] },
  ]);
  server.addService(...service(STREAMS, streams));
  server.addService(...service(PERSISTENT_SUBSCRIPTIONS, persistent));
  server.addService(
    ...service(SERVER_FEATURES, [method('GetSupportedMethods', 'unary', empty, features)]),
  );
  server.addService(...service(GOSSIP, [method('Read', 'unary', empty, gossipHandler(address))]));
}

function bind(server: Server, { host, port }: DoorOptions): Promise<number> {
  const target = host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
  return new Promise((resolve, reject) => {
    server.bindAsync(target, ServerCredentials.createInsecure(), (error, bound) => {
      if (error) reject(new Error(`port ${port} of ${host} cannot be opened: ${error.message}`));
      else resolve(bound);
    });
  });
}
