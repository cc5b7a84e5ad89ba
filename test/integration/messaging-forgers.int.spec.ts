import { connect, JSONCodec, type NatsConnection } from 'nats';
import { Messaging, RequestTimedOut, STREAMS, SUBJECTS, type NatsLogin } from '#messaging';
import { eventually } from '../support/eventually.js';
import { HAS_NATS_SERVER, MESSAGE_KEY, NatsServer } from '../support/nats-server.js';

const FORGED = { verdict: 'approve', score: 0 };
const codec = JSONCodec();

if (!HAS_NATS_SERVER) {
  it('forged messages were NOT tried: there is no nats-server on the PATH', () => {
    expect(process.env['REQUIRE_ALL']).toBeUndefined();
  });
} else {
  describe('a stranger on an open nats-server', () => {
    let server: NatsServer;
    let asker: Messaging;
    let worker: Messaging;
    let forger: NatsConnection;

    beforeEach(async () => {
      server = await NatsServer.start();
      asker = await connectAs('asker');
      worker = await connectAs('worker');
      forger = await connect({ servers: server.url });
    });

    afterEach(async () => {
      await forger.close();
      await asker.close();
      await worker.close();
      await server.remove();
    });

    it('has its twenty approvals refused and counted', async () => {
      const { scoreRequested: subject } = SUBJECTS;
      forger.subscribe(subject, {
        callback: (_error, message) => void message.respond(codec.encode(FORGED)),
      });
      await forger.flush();
      const asked = Array.from({ length: 20 }, (_, i) => asker.request(subject, { i }, 3_000));
      for (const settled of await Promise.allSettled(asked)) {
        const reason: unknown = settled.status === 'rejected' ? settled.reason : settled.value;
        expect(reason).toBeInstanceOf(RequestTimedOut);
      }
      expect(asker.refused).toBe(20);
    });

    it('does not keep the right answer away by answering first', async () => {
      forger.subscribe('asked', {
        callback: (_error, message) => void message.respond(codec.encode(FORGED)),
      });
      await forger.flush();
      await worker.answer('asked', 'workers', async () => {
        await eventually(() => asker.refused > 0);
        return { verdict: 'decline' };
      });
      expect(await asker.request('asked', {}, 10_000)).toEqual({ verdict: 'decline' });
      expect(asker.refused).toBe(1);
    });

    it('cannot answer one question with the answer to another', async () => {
      const heard = forger.subscribe('_INBOX.>', { max: 1 });
      await forger.flush();
      const answering = await worker.answer('asked', 'workers', () => FORGED);
      await asker.request('asked', { payment: 'harmless' }, 10_000);
      await answering.close();
      let overheard: { data: Uint8Array; headers: unknown } | undefined;
      for await (const { data, headers } of heard) overheard = { data, headers };
      forger.subscribe('asked', {
        callback: (_error, message) =>
          void message.respond(overheard?.data, { headers: overheard?.headers as never }),
      });
      await forger.flush();
      const again = asker.request('asked', { payment: 'harmless' }, 3_000);
      await expect(again).rejects.toThrow(RequestTimedOut);
      expect(asker.refused).toBe(1);
    });

    it('gets no answer to a question of its own', async () => {
      await worker.answer('asked', 'workers', () => FORGED);
      await expect(forger.request('asked', codec.encode({}), { timeout: 200 })).rejects.toThrow();
      expect(worker.refused).toBe(1);
    });

    it('cannot put late scores into the queue', async () => {
      await asker.ensureStream(STREAMS.fraud);
      await asker.ensureStream(STREAMS.dead);
      const taken: unknown[] = [];
      const consumer = await asker.consume({
        stream: STREAMS.fraud.name,
        subject: SUBJECTS.rescored,
        durable: 'record',
        handle: async (body) => {
          taken.push(body);
        },
      });
      await forger.jetstream().publish(SUBJECTS.rescored, codec.encode(FORGED));
      await worker.publish(SUBJECTS.rescored, { verdict: 'decline' }, 'right');
      await eventually(() => taken.length > 0);
      expect(taken).toEqual([{ verdict: 'decline' }]);
      expect(asker.refused).toBe(1);
      await consumer.close();
    });

    function connectAs(name: string): Promise<Messaging> {
      return Messaging.connect({ url: server.url, name, key: MESSAGE_KEY });
    }
  });

  describe('a nats-server with logins', () => {
    let server: NatsServer;
    const open: Messaging[] = [];

    beforeAll(async () => {
      server = await NatsServer.startGuarded();
    });

    afterAll(async () => {
      await Promise.all(open.map((messaging) => messaging.close()));
      await server.remove();
    });

    it('refuses a connection without one, or with a wrong password', async () => {
      await expect(connect({ servers: server.url })).rejects.toThrow(/Authorization/);
      const wrong = { user: 'fraud-worker', pass: 'guessed' };
      await expect(connect({ servers: server.url, ...wrong })).rejects.toThrow(/Authorization/);
    });

    it('lets service and worker do their work, and a person replay dead letters', async () => {
      const service = await connectAs('command-service');
      const worker = await connectAs('fraud-worker');
      for (const each of [service, worker]) {
        await each.ensureStream(STREAMS.fraud);
        await each.ensureStream(STREAMS.dead);
      }
      const answering = await worker.answer(
        SUBJECTS.scoreRequested,
        'fraud-workers',
        () => 'scored',
      );
      expect(await service.request(SUBJECTS.scoreRequested, {}, 10_000)).toBe('scored');
      await answering.close();

      const seen: unknown[] = [];
      const working = await worker.consume({
        ...{ stream: 'FRAUD', subject: SUBJECTS.rescoreRequested, durable: 'fraud-rescore' },
        ...{ deliveriesMax: 2, retryMs: 10 },
        handle: async (body) => {
          seen.push(body);
          if (seen.length <= 2) throw new Error('not now');
          await worker.publish(SUBJECTS.rescored, body, 'r');
        },
      });
      const recorded = new Promise((resolve) => {
        void service.consume({
          ...{ stream: 'FRAUD', subject: SUBJECTS.rescored, durable: 'record-rescored' },
          handle: async (body) => {
            resolve(body);
          },
        });
      });
      await service.publish(SUBJECTS.rescoreRequested, { paymentId: 'p' }, 'p');
      await eventually(async () => (await lettersOf(worker)).length === 1);
      await worker.replay((await lettersOf(worker))[0] ?? 0);
      expect(await recorded).toEqual({ paymentId: 'p' });
      await working.close();
    });

    it('lets no login do the work of the other', async () => {
      const service = await login('command-service');
      const heard: string[] = [];
      for (const subject of [SUBJECTS.scoreRequested, '_INBOX.fraud-worker.>', '>']) {
        service.subscribe(subject, {
          callback: (error) => void heard.push(error?.code ?? 'heard'),
        });
      }
      await eventually(() => heard.length === 3);
      expect(new Set(heard)).toEqual(new Set(['PERMISSIONS_VIOLATION']));
      await service.close();
      const recorder = await connectAs('command-service');
      await recorder.ensureStream(STREAMS.fraud);
      await recorder.publish(SUBJECTS.rescoreRequested, { paymentId: 'kept' }, 'kept');
      const worker = await login('fraud-worker');
      const { streams } = await worker.jetstreamManager({ timeout: 3_000 });
      await expect(streams.purge('FRAUD')).rejects.toThrow();
      await expect(streams.delete('FRAUD')).rejects.toThrow();
      expect((await streams.info('FRAUD')).state.messages).toBeGreaterThan(0);
      await worker.close();
    });

    async function connectAs(name: NatsLogin): Promise<Messaging> {
      const messaging = await Messaging.connect({
        url: server.urlOf(name),
        name,
        key: MESSAGE_KEY,
      });
      open.push(messaging);
      return messaging;
    }

    async function lettersOf(messaging: Messaging): Promise<number[]> {
      const numbers = [];
      for await (const { sequence } of messaging.deadLetters()) numbers.push(sequence);
      return numbers;
    }

    function login(user: NatsLogin): Promise<NatsConnection> {
      const { username, password } = new URL(server.urlOf(user));
      const inboxPrefix = `_INBOX.${user}`;
      return connect({ servers: server.url, user: username, pass: password, inboxPrefix });
    }
  });
}
