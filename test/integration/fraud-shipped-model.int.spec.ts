import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import {
  FeatureState,
  foldFeatures,
  instantOf,
  secondsOf,
  syntheticPayments,
  verdictOf,
  vectorOf,
  type InitiatedPayment,
} from '#fraud';
import { FraudModel, readRegistry } from '#fraud-model';
import { eur, initiated } from '../support/payment-events.js';

const MODELS_DIR = fileURLToPath(new URL('../../models', import.meta.url));
const SAMPLE = fileURLToPath(new URL('../fixtures/transactions-sample.csv', import.meta.url));

describe('the shipped models', () => {
  let champion: FraudModel;

  beforeAll(async () => {
    champion = await FraudModel.load(MODELS_DIR);
  });

  afterAll(() => {
    champion.dispose();
  });

  it('all load by their hash and give their golden scores', async () => {
    const { versions } = await readRegistry(MODELS_DIR);
    for (const { version, sha256 } of versions) {
      const model = await FraudModel.load(MODELS_DIR, version);
      expect(model.hash).toBe(sha256);
      const golden = JSON.parse(await readFile(`${MODELS_DIR}/${version}/golden.json`, 'utf8')) as {
        vectors: number[][];
        scores: number[];
      };
      expect(golden.vectors.length).toBeGreaterThanOrEqual(20);
      golden.vectors.forEach((vector, index) => {
        expect(Math.abs(model.score(vector) - (golden.scores[index] ?? NaN))).toBeLessThan(1e-6);
      });
      model.dispose();
    }
  });

  it('have a card that names the artefacts it is about', async () => {
    const card = await readFile(`${MODELS_DIR}/${champion.version}/MODEL_CARD.md`, 'utf8');
    expect(card).toContain(champion.hash);
    expect(card).toContain('average precision');
  });

  it('do not hold a new shop’s first customers', () => {
    const state = new FeatureState();
    const world = { seed: 77, days: 2, customers: 700, merchants: 300, bareShare: 1 };
    const vectors = [...syntheticPayments(world)].flatMap((fact) => {
      if (fact.kind === 'label') return [];
      const vector = foldFeatures(state, { type: 'PaymentInitiated', data: fact.payment });
      return fact.fraud || !vector ? [] : [vector];
    });
    // Everybody is new there, so more than the one percent of an older shop.
    expect(shareHeld(vectors)).toBeLessThan(0.05);
  });

  describe('of an older shop', () => {
    const world = { seed: 4_242, days: 14, customers: 2_400, merchants: 1_200 };
    const facts = [...syntheticPayments(world)];

    it.each([1_200, 120, 12, 1])(
      'do not hold honest payments for %d merchants being large',
      (count) => {
        const state = new FeatureState();
        const vectors: Float64Array[] = [];
        for (const fact of facts) {
          if (fact.kind === 'label') {
            state.label(fact.paymentId, fact.fraud);
            continue;
          }
          // The same payments, as if fewer merchants had taken them.
          const merchantId = `m-${Number(fact.payment.merchantId.slice(2)) % count}`;
          const data = { ...fact.payment, merchantId };
          const vector = foldFeatures(state, { type: 'PaymentInitiated', data });
          const isLate = secondsOf(data.occurredAt) > secondsOf('2026-01-08T00:00:00Z');
          if (vector && isLate && !fact.fraud) vectors.push(vector);
        }
        expect(vectors.length).toBeGreaterThan(10_000);
        expect(shareHeld(vectors)).toBeLessThan(0.02);
      },
    );
  });

  it('approve an ordinary first payment, and hold a huge one or one that does not fit together', () => {
    const places = (country: string, ip: string, shipping: string) => ({
      card: { fingerprint: 'f', country },
      deviceId: 'd',
      ipCountry: ip,
      shippingCountry: shipping,
    });
    for (const payment of atAllHours({ amount: eur('42.00') })) {
      expect(verdictFor(vectorOf(new FeatureState(), payment))).toBe('approve');
    }
    for (const payment of atAllHours({ amount: eur('42.00'), ...places('DE', 'DE', 'DE') })) {
      expect(verdictFor(vectorOf(new FeatureState(), payment))).toBe('approve');
    }
    for (const payment of atAllHours({ amount: eur('9000.00') })) {
      expect(verdictFor(vectorOf(new FeatureState(), payment))).toBe('review');
    }
    const unfitting = atAllHours({ amount: eur('900.00'), ...places('DE', 'NG', 'RO') });
    const verdicts = unfitting.map((payment) => verdictFor(vectorOf(new FeatureState(), payment)));
    expect(verdicts).not.toContain('approve');
    // Declining is final, so the model leaves it to an analyst where it is not all but certain.
    expect(verdicts).toContain('decline');
  });

  it('rank the frauds of the sample file far above its honest payments', async () => {
    const lines = (await readFile(SAMPLE, 'utf8')).trim().split('\n').slice(1);
    const state = new FeatureState();
    const vectors = lines.map((line) => {
      const data = paymentOf(line);
      return foldFeatures(state, { type: 'PaymentInitiated', data }) ?? [];
    });
    const scores = champion.scoreBatch(vectors);
    const mean = (wanted: boolean) => {
      const some = scores.filter((_, index) => (lines[index]?.split(',')[5] === '1') === wanted);
      return some.reduce((sum, score) => sum + score, 0) / some.length;
    };
    expect(mean(true)).toBeGreaterThan(20 * mean(false));
  });

  /** In batches, which score a payment in a third of the time. */
  function shareHeld(vectors: readonly Float64Array[]): number {
    const scores = champion.scoreBatch(vectors);
    const held = scores.filter((score) => verdictOf(score, champion.thresholds) !== 'approve');
    return held.length / scores.length;
  }

  function verdictFor(vector: Float64Array) {
    return verdictOf(champion.score(vector), champion.thresholds);
  }
});

/** A first payment at every hour of a Saturday and a Wednesday. */
function atAllHours(change: Partial<InitiatedPayment>): InitiatedPayment[] {
  return ['2026-11-21T00:30:00Z', '2026-11-25T00:30:00Z'].flatMap((day) =>
    Array.from({ length: 24 }, (_, hour) => {
      const occurredAt = instantOf(secondsOf(day) + hour * 3600);
      return initiated({ ...change, occurredAt, initiatedAt: occurredAt }).data;
    }),
  );
}

/** As a transaction file becomes payments: what it does not say is unknown. */
function paymentOf(line: string): InitiatedPayment {
  const [id = '', t = '', customer = '', terminal = '', amount = ''] = line.split(',');
  const occurredAt = instantOf(secondsOf('2018-04-01T00:00:00Z') + Number(t));
  return initiated({
    paymentId: id,
    customerId: `customer-${customer}`,
    merchantId: `terminal-${terminal}`,
    amount: eur((Number(amount) / 100).toFixed(2)),
    card: { fingerprint: `card-${customer}`, country: null },
    occurredAt,
    initiatedAt: occurredAt,
  }).data;
}
