import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EmbeddedEventStore, EventStoreDoor } from '#embedded-event-store';
import { idOf, type Json } from '#event-store';
import { syntheticPayments, type InitiatedPayment, type ScoreReply } from '#fraud';
import { Messaging, NoResponder, RECORD_CONSUMER, STREAMS, SUBJECTS } from '#messaging';
import { paymentStream } from '#payments';
import { hashKey } from '#platform';
import { freePort } from '../../apps/standalone/src/parts/free-port.js';
import { eventually } from '../support/eventually.js';
import { HAS_NATS_SERVER, MESSAGE_KEY, NatsServer } from '../support/nats-server.js';
import { AppProcess } from '../support/processes.js';

const MODELS_DIR = fileURLToPath(new URL('../../models', import.meta.url));
const OPTIONS = { seed: 9, days: 3, customers: 60, merchants: 20 };
const PAYMENTS = [...syntheticPayments(OPTIONS)].flatMap((fact) =>
  fact.kind === 'payment' ? [fact.payment] : [],
);

if (!HAS_NATS_SERVER) {
  it('fraud-worker was NOT run: there is no nats-server on the PATH', () => {
    expect(process.env['REQUIRE_ALL']).toBeUndefined();
  });
} else {
  describe('fraud-worker, two of them', () => {
    let folder: string;
    let nats: NatsServer;
    let store: EmbeddedEventStore;
    let door: EventStoreDoor;
    let messaging: Messaging;
    let desk: Messaging;
    let workers: AppProcess[];
    const urls: string[] = [];

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'assay-worker-'));
      nats = await NatsServer.startGuarded();
      store = await EmbeddedEventStore.open({ path: join(folder, 'event-store') });
      door = await EventStoreDoor.listen(store, { host: '127.0.0.1', port: 0 });
      const key = MESSAGE_KEY;
      messaging = await Messaging.connect({
        url: nats.urlOf('command-service'),
        name: 'test',
        key,
      });
      desk = await Messaging.connect({ url: nats.urlOf('fraud-worker'), name: 'desk', key });
      for (const payment of PAYMENTS.slice(0, 100)) await append(payment);
      workers = [await startWorker('one'), await startWorker('two')];
    });

    afterAll(async () => {
      await messaging.close();
      await desk.close();
      await Promise.all(workers.map((worker) => worker.stop()));
      await door.close();
      await store.close();
      await nats.remove();
      await rm(folder, { recursive: true, force: true });
    });

    it('answers before authorisation, the same from either worker', async () => {
      const [payment] = PAYMENTS.slice(100);
      if (!payment) throw new Error('no payment left');
      await append(payment);
      const replies = await Promise.all(Array.from({ length: 20 }, () => ask(payment)));
      const [first] = replies;
      expect(first).toMatchObject({
        assessmentId: 'a',
        verdict: 'approve',
        modelVersion: '2026-11',
      });
      expect(first?.features?.length).toBeGreaterThan(30);
      for (const reply of replies) expect(reply).toEqual(first);
    });

    it('scores late over JetStream, and keeps what it cannot score among the dead letters', async () => {
      const [payment] = PAYMENTS.slice(101);
      await append(payment);
      const rescored = nextRescored();
      const { paymentId } = payment ?? {};
      await messaging.publish(SUBJECTS.rescoreRequested, { assessmentId: 'l', paymentId }, 'l');
      await messaging.publish(SUBJECTS.rescoreRequested, { nonsense: true }, 'nonsense');
      const unknown = { assessmentId: 'u', paymentId: 'unknown' };
      await messaging.publish(SUBJECTS.rescoreRequested, unknown, 'u');
      expect(await rescored).toMatchObject({
        request: { assessmentId: 'l', paymentId },
        reply: { assessmentId: 'l', verdict: 'approve' },
      });
      await eventually(async () => (await deadBodies()).length === 2);
      expect(await deadBodies()).toEqual(expect.arrayContaining([{ nonsense: true }, unknown]));
    });

    it('shows health and metrics as every service does', async () => {
      const [url = ''] = urls;
      const key = { authorization: 'Bearer ops-key' };
      const ready = await fetch(`${url}/health/ready`);
      expect(await ready.json()).toMatchObject({ status: 'ready', parts: { scoring: 'ok' } });
      expect((await fetch(`${url}/metrics`)).status).toBe(401);
      const metrics = await (await fetch(`${url}/metrics`, { headers: key })).text();
      expect(metrics).toMatch(
        /^assay_fraud_worker_scoring\{model="2026-11",model_hash="\w+"\} 1$/m,
      );
      expect(metrics).toMatch(/^process_cpu_seconds_total \d/m);
      const wrong = await fetch(`${url}/health/ready`, { method: 'POST' });
      expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
      expect(wrong.headers.get('request-id')).not.toBeNull();
    });

    it('keeps answering when one worker is killed, and says so when none is left', async () => {
      const [payment] = PAYMENTS.slice(102);
      if (!payment) throw new Error('no payment left');
      await append(payment);
      await workers[0]?.stop('SIGKILL');
      // What is sent before the server notices goes to the dead one, and is lost.
      await eventually(() => areAnswered(payment));
      const replies = await Promise.all(Array.from({ length: 20 }, () => ask(payment)));
      expect(new Set(replies.map(({ score }) => score)).size).toBe(1);
      await workers[1]?.stop();
      await expect(ask(payment)).rejects.toThrow(NoResponder);
      workers.push(await startWorker('one'));
      expect(await ask(payment)).toEqual(replies[0]);
    });

    async function startWorker(name: string): Promise<AppProcess> {
      const port = await freePort();
      const worker = AppProcess.start('fraud-worker', {
        PORT: String(port),
        LOG_LEVEL: 'warn',
        DATA_DIR: join(folder, name),
        EVENTSTORE_URL: `esdb://127.0.0.1:${door.port}?tls=false`,
        ...nats.envOf('fraud-worker'),
        MODELS_DIR,
        API_KEYS: `ops:operator:${hashKey('ops-key')}`,
      });
      await worker.untilReady(`http://127.0.0.1:${port}`);
      urls.push(`http://127.0.0.1:${port}`);
      return worker;
    }

    async function ask(payment: InitiatedPayment): Promise<ScoreReply> {
      const request = { assessmentId: 'a', payment };
      return (await messaging.request(SUBJECTS.scoreRequested, request, 60_000)) as ScoreReply;
    }

    /** As many as make it unlikely that a dead worker is still asked and none of them met it. */
    async function areAnswered(payment: InitiatedPayment): Promise<boolean> {
      const request = { assessmentId: 'probe', payment };
      const probes = Array.from({ length: 10 }, () =>
        messaging.request(SUBJECTS.scoreRequested, request, 500),
      );
      return (await Promise.allSettled(probes)).every(({ status }) => status === 'fulfilled');
    }

    function nextRescored(): Promise<unknown> {
      return new Promise((resolve, reject) => {
        const handle = async (body: unknown): Promise<void> => {
          resolve(body);
        };
        const { name: stream } = STREAMS.fraud;
        const spec = { stream, subject: SUBJECTS.rescored, durable: RECORD_CONSUMER, handle };
        messaging.consume(spec).catch(reject);
      });
    }

    async function deadBodies(): Promise<unknown[]> {
      const bodies = [];
      for await (const { body } of desk.deadLetters()) bodies.push(body);
      return bodies;
    }

    async function append(payment: InitiatedPayment | undefined): Promise<void> {
      if (!payment) throw new Error('no payment left');
      const data = JSON.parse(JSON.stringify(payment)) as Json;
      const event = { id: idOf(payment.paymentId), type: 'PaymentInitiated', data, metadata: {} };
      await store.append(paymentStream(payment.paymentId), [event], 'no-stream');
    }
  });
}
