import { randomUUID } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { type KeyCertPair, Server, ServerCredentials } from '@grpc/grpc-js';
import type { EmbeddedEventStore } from '../embedded-event-store.js';
import type { Engine } from '../engine/engine.js';
import { empty } from '#wire';
import { Access } from './access/access.js';
import { Accounts, type UserAccount } from './access/accounts.js';
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
import { SendAhead } from './send-ahead.js';
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
  /** PEM texts. Without them everybody who reaches the port may do everything. */
  readonly tls?: { readonly certificate: string; readonly key: string };
  /** Who may do what then; only with `tls`, without which clients send no credentials. */
  readonly users?: readonly UserAccount[];
  /** A connection that answers no ping for so long is cut off; 10 s unless set. */
  readonly keepAliveMs?: number;
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
const KEEP_ALIVE_MS = 10_000;

/** EventStoreDB's gRPC protocol in front of an embedded store, for every other process. */
export class EventStoreDoor {
  private constructor(
    private readonly server: Server,
    private readonly calls: OpenCalls,
    private readonly groups: PersistentGroups,
    /** The port listened on. */
    readonly port: number,
  ) {}

  /**
   * @throws Error when the port is taken, the certificate or key cannot be used, or the host is
   * reachable from other machines and there is no TLS.
   */
  static async listen(store: EmbeddedEventStore, options: DoorOptions): Promise<EventStoreDoor> {
    const credentials = credentialsOf(options);
    const access = new Access(store.engine, options.users && new Accounts(options.users));
    const calls = new OpenCalls();
    const server = new Server({
      'grpc.max_receive_message_length': REQUEST_BYTES_MAX,
      'grpc.keepalive_time_ms': options.keepAliveMs ?? KEEP_ALIVE_MS,
      'grpc.keepalive_timeout_ms': options.keepAliveMs ?? KEEP_ALIVE_MS,
      interceptors: [(_method, call) => new SendAhead(call)],
    });
    await describeServer(store.engine);
    const groups = new PersistentGroups(store.engine);
    addServices(server, store.engine, { calls, groups, access });
    const port = await bind(server, options, credentials);
    return new EventStoreDoor(server, calls, groups, port);
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
  readonly access: Access;
};

function addServices(server: Server, engine: Engine, { calls, groups, access }: DoorParts): void {
  const streams = [
    method('Read', 'server-stream', ReadRequest, readHandler(engine, access, calls)),
    method('Append', 'client-stream', AppendRequest, appendHandler(engine, access)),
    method('BatchAppend', 'bidi', BatchAppendRequest, batchAppendHandler(engine, access, calls)),
    method('Delete', 'unary', DeleteRequest, deleteHandler(engine, access, false)),
    method('Tombstone', 'unary', DeleteRequest, deleteHandler(engine, access, true)),
  ];
  const persistent = persistentMethods(groups, access, calls);
  const features = supportedMethodsHandler([
    { name: STREAMS, methods: streams, features: [] },
    { name: PERSISTENT_SUBSCRIPTIONS, methods: persistent, features: ['stream', 'all'] },
  ]);
  server.addService(...service(STREAMS, streams));
  server.addService(...service(PERSISTENT_SUBSCRIPTIONS, persistent));
  server.addService(
    ...service(SERVER_FEATURES, [method('GetSupportedMethods', 'unary', empty, features)]),
  );
  server.addService(...service(GOSSIP, [method('Read', 'unary', empty, gossipHandler())]));
}

/** @throws Error for options that leave the store open to others, or cannot be used. */
function credentialsOf({ host, tls, users }: DoorOptions): ServerCredentials {
  if (tls && users) return ServerCredentials.createSsl(null, [keyPair(tls)]);
  if (tls || users) {
    throw new Error(
      "the event store's door takes tls and users together: without TLS clients send no " +
        'credentials, and without users everybody is refused',
    );
  }
  if (LOOPBACK.test(host)) return ServerCredentials.createInsecure();
  throw new Error(
    `the event store's door is without TLS and must not listen on ${host}; use 127.0.0.1, or ` +
      'give it tls and users',
  );
}

function keyPair({ certificate, key }: NonNullable<DoorOptions['tls']>): KeyCertPair {
  try {
    createSecureContext({ cert: certificate, key });
  } catch (error) {
    const { message } = error as Error;
    throw new Error(`certificate and key of the event store's door cannot be used: ${message}`, {
      cause: error,
    });
  }
  return { cert_chain: Buffer.from(certificate), private_key: Buffer.from(key) };
}

function bind(
  server: Server,
  { host, port }: DoorOptions,
  credentials: ServerCredentials,
): Promise<number> {
  const target = host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
  return new Promise((resolve, reject) => {
    server.bindAsync(target, credentials, (error, bound) => {
      if (error) reject(new Error(`port ${port} of ${host} cannot be opened: ${error.message}`));
      else resolve(bound);
    });
  });
}
