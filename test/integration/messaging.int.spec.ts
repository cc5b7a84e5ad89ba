import {
  type DeadLetter,
  Messaging,
  MessagingUnavailable,
  NoResponder,
  RequestFailed,
  RequestTimedOut,
} from '#messaging';
import { Money } from '#money';
import { eventually } from '../support/eventually.js';
import { HAS_NATS_SERVER, MESSAGE_KEY, NatsServer } from '../support/nats-server.js';

const LIMITS = { daysMax: 1, bytesMax: 1024 * 1024 };
const WORK = { name: 'WORK', subjects: ['work.asked'], ...LIMITS };
const DEAD = { name: 'DEAD', subjects: ['dead.>'], ...LIMITS };

if (!HAS_NATS_SERVER) {
  it('messaging was NOT run: there is no nats-server on the PATH', () => {
    expect(process.env['REQUIRE_ALL']).toBeUndefined();
  });
} else {
  describe('messaging over a real nats-server', () => {
    let server: NatsServer;
    let messaging: Messaging;

    beforeAll(async () => {
      server = await NatsServer.start();
      messaging = await Messaging.connect({ url: server.url, name: 'test', key: MESSAGE_KEY });
      await messaging.ensureStream(WORK);
      await messaging.ensureStream(DEAD);
    });

    afterAll(async () => {
      await messaging.close();
      await server.remove();
    });

    it('carries questions and answers as JSON, Money included', async () => {
      const answering = await messaging.answer('echo', 'echoes', (body) => ({ heard: body }));
      const answer = await messaging.request('echo', { amount: Money.parse('1.50', 'EUR') }, 1000);
      expect(answer).toEqual({ heard: { amount: { amount: '150', currency: 'EUR' } } });
      await answering.close();
    });

    it('shares the questions within a queue group, each answered once', async () => {
      const heard = [0, 0];
      const group = await Promise.all(
        heard.map((_, worker) =>
          messaging.answer('shared', 'workers', () => {
            heard[worker] = (heard[worker] ?? 0) + 1;
            return worker;
          }),
        ),
      );
      await Promise.all(Array.from({ length: 60 }, () => messaging.request('shared', {}, 60_000)));
      expect((heard[0] ?? 0) + (heard[1] ?? 0)).toBe(60);
      expect(Math.min(...heard)).toBeGreaterThan(0);
      await Promise.all(group.map((answering) => answering.close()));
    });

    it('reports a missing responder, a timeout, and an answer that is an error', async () => {
      await expect(messaging.request('no-responder', {}, 1000)).rejects.toThrow(NoResponder);

      await messaging.answer('slow', 'g', () => new Promise(() => undefined));
      await expect(messaging.request('slow', {}, 50)).rejects.toThrow(RequestTimedOut);

      const failing = await messaging.answer('failing', 'g', () => {
        throw new RangeError('payment.amount is missing');
      });
      const failure = messaging.request('failing', {}, 60_000);
      await expect(failure).rejects.toThrow('RangeError: payment.amount is missing');
      await expect(failure).rejects.toThrow(RequestFailed);
      await failing.close();
    });

    it('delivers again until it works, and stores the same id once', async () => {
      const seen: unknown[] = [];
      await messaging.publish('work.asked', { n: 1 }, 'same');
      await messaging.publish('work.asked', { n: 1 }, 'same');
      const worked = new Promise<void>((resolve) => {
        void consume('retried', async (body) => {
          seen.push(body);
          if (seen.length < 3) throw new Error('not yet');
          resolve();
        });
      });
      await worked;
      expect(seen).toEqual([{ n: 1 }, { n: 1 }, { n: 1 }]);
      await closeConsumers();
    });

    it('moves what never works to the dead letters, with the reason', async () => {
      let deliveries = 0;
      await messaging.publish('work.asked', { n: 2 }, 'poison');
      await consume('poisoned', async (body) => {
        if ((body as { n: number }).n !== 2) return;
        deliveries += 1;
        throw new Error('always');
      });
      await eventually(async () => (await deadLetters()).length === 1);
      expect(await deadLetters()).toMatchObject([
        { subject: 'work.asked', reason: 'Error: always', body: { n: 2 } },
      ]);
      expect(deliveries).toBe(3);
      await closeConsumers();
    });

    it('is unavailable while the server is away, and well again afterwards', async () => {
      const answering = await messaging.answer('steady', 'g', () => 'here');
      await server.kill();
      await eventually(() => !messaging.isConnected);
      await expect(messaging.request('steady', {}, 500)).rejects.toThrow(MessagingUnavailable);
      await server.start();
      await eventually(() => messaging.isConnected);
      expect(await messaging.request('steady', {}, 60_000)).toBe('here');
      await answering.close();
    });

    it('refuses to start without a server, naming the address', async () => {
      const url = 'nats://someone:secret@127.0.0.1:9';
      const connecting = Messaging.connect({ url, name: 'test', key: MESSAGE_KEY });
      await expect(connecting).rejects.toThrow('cannot reach NATS at nats://127.0.0.1:9');
    });

    const consumers: { close: () => Promise<void> }[] = [];

    async function consume(durable: string, handle: (body: unknown) => Promise<void>) {
      const spec = { stream: 'WORK', subject: 'work.asked', durable, handle };
      const quickly = { deliveriesMax: 3, retryMs: 10 };
      consumers.push(await messaging.consume({ ...spec, ...quickly }));
    }

    async function deadLetters(): Promise<DeadLetter[]> {
      const letters = [];
      for await (const letter of messaging.deadLetters()) letters.push(letter);
      return letters;
    }

    async function closeConsumers(): Promise<void> {
      await Promise.all(consumers.splice(0).map((consumer) => consumer.close()));
    }
  });
}
