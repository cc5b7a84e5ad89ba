import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { InitiateCommand } from '#client';
import {
  comparePositions,
  parsePosition,
  RemoteEventStore,
  type RecordedEvent,
} from '#event-store';
import { eventScopedToClient, FeatureState, foldFeatures, SeededRandom, vectorOf } from '#fraud';
import { Messaging, STREAMS, SUBJECTS } from '#messaging';
import { PAYMENT_STREAM_PREFIX, upcast, type EventOf, type PaymentEvent } from '#payments';
import { freePort } from '../../apps/standalone/src/parts/free-port.js';
import { HAS_NATS_SERVER, MESSAGE_KEY, NatsServer } from '../support/nats-server.js';
import { PaymentSystem } from '../support/payment-system.js';
import { AppProcess } from '../support/processes.js';

const run = promisify(execFile);
const MODELS_DIR = fileURLToPath(new URL('../../models', import.meta.url));
const DEAD_LETTERS = fileURLToPath(
  new URL('../../dist/apps/fraud-worker/src/dead-letters.js', import.meta.url),
);
const WORKERS = 3;
const PAYMENTS = Number(process.env['KILL_TEST_PAYMENTS'] ?? 250);
const IN_FLIGHT = 16;

type Worker = { process: AppProcess; readonly env: Readonly<Record<string, string>> };
type Stored = { readonly event: PaymentEvent; readonly recorded: RecordedEvent };

if (!HAS_NATS_SERVER) {
  it('killing fraud workers was NOT tried: there is no nats-server on the PATH', () => {
    expect(process.env['REQUIRE_ALL']).toBeUndefined();
  });
} else {
  describe('fraud workers killed at random under load', () => {
    let folder: string;
    let nats: NatsServer;
    let system: PaymentSystem;
    let store: RemoteEventStore;
    let messaging: Messaging;
    let workers: Worker[];
    let kills = 0;
    const offered: string[] = [];
    let events: Stored[];

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'assay-kills-'));
      nats = await NatsServer.startGuarded();
      const doorPort = await freePort();
      system = await PaymentSystem.start({
        FRAUD_SCORING: 'on',
        ...nats.envOf('command-service'),
        MODELS_DIR,
        EVENTSTORE_PORT: String(doorPort),
      });
      await system.startCommandService();
      const storeUrl = `esdb://127.0.0.1:${doorPort}?tls=false`;
      store = RemoteEventStore.connect(storeUrl);
      messaging = await Messaging.connect({
        url: nats.urlOf('fraud-worker'),
        name: 'test',
        key: MESSAGE_KEY,
      });
      workers = [];
      for (let index = 0; index < WORKERS; index += 1) {
        workers.push(await startWorker(index, storeUrl));
      }
      let offering = true;
      const killing = killAtRandom(() => offering);
      await offerAll(PAYMENTS);
      offering = false;
      await killing;
      events = await untilAllScored();
    });

    afterAll(async () => {
      await messaging.close();
      await store.close();
      await Promise.all(workers.map(({ process }) => process.stop()));
      await system.stop();
      await nats.remove();
      await rm(folder, { recursive: true, force: true });
    });

    it('leaves no payment without one inline assessment, scored or marked as degraded', () => {
      expect(kills).toBeGreaterThan(WORKERS);
      const inline = assessments('inline');
      expect(inline.map(({ paymentId }) => paymentId).sort()).toEqual([...offered].sort());
      for (const { score, degraded } of inline) expect(score === null).toBe(degraded !== null);
      expect(inline.some(({ score }) => score !== null)).toBe(true);
      expect(inline.some(({ degraded }) => degraded !== null)).toBe(true);
    });

    it('scores the degraded ones later, and nothing twice', () => {
      const degraded = assessments('inline').filter((each) => each.degraded !== null);
      const late = assessments('late');
      expect(late.map(({ paymentId }) => paymentId).sort()).toEqual(
        degraded.map(({ paymentId }) => paymentId).sort(),
      );
      for (const { score } of late) expect(score).not.toBeNull();
    });

    it('rests no score on half a history: each has the features of its position', () => {
      const scored = [...assessments('inline'), ...assessments('late')].filter(
        ({ features }) => features !== null,
      );
      expect(scored.length).toBe(offered.length);
      const wanted = featuresAt(scored);
      for (const { paymentId, features } of scored) {
        expect(features).toEqual(wanted.get(paymentId));
      }
    });

    it('keeps what cannot be scored among the dead letters, to be replayed by hand', async () => {
      await messaging.publish(SUBJECTS.rescoreRequested, { nonsense: 1 }, 'nonsense');
      const [letter] = await untilDead();
      const { rescoreRequested: subject } = SUBJECTS;
      expect(letter).toMatchObject({ subject, deliveries: 5, body: { nonsense: 1 } });
      expect(letter?.reason).toContain('a rescore request needs assessmentId and paymentId');
      const { stdout } = await run(process.execPath, [DEAD_LETTERS, 'replay', 'all'], {
        env: { PATH: process.env['PATH'] ?? '', ...nats.envOf('fraud-worker') },
      });
      expect(JSON.parse(stdout)).toMatchObject({ sequence: letter?.sequence, replayed: true });
      const [again] = await untilDead();
      expect(again?.sequence).toBeGreaterThan(letter?.sequence ?? Infinity);
    });

    async function startWorker(index: number, storeUrl: string): Promise<Worker> {
      const env = {
        PORT: String(await freePort()),
        LOG_LEVEL: 'warn',
        DATA_DIR: join(folder, `worker-${index}`),
        EVENTSTORE_URL: storeUrl,
        ...nats.envOf('fraud-worker'),
        MODELS_DIR,
      };
      const worker = { process: AppProcess.start('fraud-worker', env), env };
      await worker.process.untilReady(`http://127.0.0.1:${env.PORT}`);
      return worker;
    }

    /** Now and then all of them at once, and then a payment that finds no worker. */
    async function killAtRandom(goesOn: () => boolean): Promise<void> {
      const random = new SeededRandom(7);
      for (let round = 0; goesOn() || round < 4; round += 1) {
        await pause(200 + random.next() * 400);
        const victims = round % 3 === 1 ? workers : [workers[random.below(WORKERS)]];
        for (const victim of victims) {
          if (!victim) continue;
          await victim.process.stop('SIGKILL');
          kills += 1;
        }
        if (victims === workers) await offer(PAYMENTS + round);
        await pause(random.next() * 300);
        for (const victim of victims) {
          if (!victim) continue;
          victim.process = AppProcess.start('fraud-worker', victim.env);
          await victim.process.untilReady(`http://127.0.0.1:${victim.env['PORT']}`);
        }
      }
    }

    async function offerAll(count: number): Promise<void> {
      let next = 0;
      await Promise.all(
        Array.from({ length: IN_FLIGHT }, async () => {
          for (let index = next++; index < count; index = next++) {
            await offer(index);
            await pause(20 * IN_FLIGHT);
          }
        }),
      );
    }

    async function offer(index: number): Promise<void> {
      const { paymentId } = await system.client.initiate(paymentOf(index), `kill-${index}`);
      offered.push(paymentId);
    }

    async function untilAllScored(): Promise<Stored[]> {
      for (let attempt = 0; attempt < 2_400; attempt += 1) {
        const stored = await readAll();
        const scored = new Set(
          stored.flatMap(({ event: { type, data } }) =>
            type === 'RiskAssessed' && data.degraded === null ? [data.paymentId] : [],
          ),
        );
        if (offered.every((paymentId) => scored.has(paymentId))) return stored;
        await pause(500);
      }
      throw new Error(`payments stay unscored:\n${workers[0]?.process.output}`);
    }

    async function readAll(): Promise<Stored[]> {
      const stored: Stored[] = [];
      for await (const recorded of store.readAll({ streamPrefixes: [PAYMENT_STREAM_PREFIX] })) {
        const event = upcast(recorded.type, recorded.data);
        const { client } = recorded.metadata;
        stored.push({ event: eventScopedToClient(event, client), recorded });
      }
      return stored;
    }

    function assessments(stage: 'inline' | 'late'): EventOf<'RiskAssessed'>['data'][] {
      return events.flatMap(({ event: { type, data } }) =>
        type === 'RiskAssessed' && data.stage === stage ? [data] : [],
      );
    }

    /** What a replay of the store gives for each payment at the position its worker had reached. */
    function featuresAt(
      scored: readonly EventOf<'RiskAssessed'>['data'][],
    ): ReadonlyMap<string, readonly number[]> {
      const initiated = new Map(
        events.flatMap(({ event: { type, data } }) =>
          type === 'PaymentInitiated' ? [[data.paymentId, data] as const] : [],
        ),
      );
      const wanted = new Map<string, readonly number[]>();
      const state = new FeatureState();
      const queue = [...scored].sort((a, b) => comparePositions(reached(a), reached(b)));
      let index = 0;
      for (const assessment of queue) {
        for (; index < events.length; index += 1) {
          const stored = events[index];
          if (!stored) break;
          if (comparePositions(stored.recorded.position, reached(assessment)) > 0) break;
          foldFeatures(state, stored.event);
        }
        const facts = initiated.get(assessment.paymentId);
        if (facts) wanted.set(assessment.paymentId, [...vectorOf(state, facts)]);
      }
      return wanted;
    }

    async function untilDead() {
      await messaging.ensureStream(STREAMS.dead);
      for (let attempt = 0; attempt < 2_000; attempt += 1) {
        const letters = [];
        for await (const letter of messaging.deadLetters()) letters.push(letter);
        if (letters.length > 0) return letters;
        await pause(100);
      }
      throw new Error('no dead letter came');
    }
  });
}

/** Few customers, so that features depend on how much of the history a worker has seen. */
function paymentOf(index: number): InitiateCommand {
  return {
    orderId: `order-${index}`,
    merchantId: `merchant-${index % 5}`,
    customerId: `customer-${index % 37}`,
    amount: { amount: String(1000 + index), currency: 'EUR' },
    provider: 'stripe',
    method: { kind: 'card', token: 'pm_card_visa' },
    card: { fingerprint: `card-${index % 41}`, country: 'DE' },
    ipCountry: 'DE',
    intent: 'authorise',
  };
}

function reached({ featuresPosition }: EventOf<'RiskAssessed'>['data']) {
  return parsePosition(featuresPosition ?? '0/0');
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
