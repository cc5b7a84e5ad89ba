import type { GateCriterion, ModelEvent, ModelRef } from './model-events.js';
import { evolveModels, NO_MODELS, type ModelState } from './model-state.js';
import {
  approveRequest,
  PromotionError,
  refuseRequest,
  requestPromotion,
  requestRollback,
  type PromotionErrorCode,
} from './promotion.js';

const OLD = { version: '2026-10', modelHash: 'old' };
const NEW = { version: '2026-11', modelHash: 'new' };
const NOW = '2026-11-21T00:00:00.000Z';
const HOLDS: GateCriterion = { name: 'calibration', holds: true, because: 'error 0.1 %' };
const BROKEN: GateCriterion = { name: 'segments', holds: false, because: 'paypal lost 0.1' };

describe('promoting a challenger', () => {
  it('takes a request and the approval of a second person', () => {
    const asked = after(proposed(), compared(HOLDS), ...ask(HOLDS));
    expect(asked.champion).toBeNull();
    const decided = approveRequest(decision('olga'), asked);
    expect(decided.map(({ type }) => type)).toEqual(['PromotionApproved', 'ModelPromoted']);
    const promoted = decided.reduce(evolveModels, asked);
    expect(promoted).toMatchObject({ champion: NEW, challenger: null, request: null });
    expect(promoted.earlier).toEqual([OLD]);
  });

  it('is refused to the person who asked', () => {
    const asked = after(proposed(), compared(HOLDS), ...ask(HOLDS));
    refused('second-person-needed', () => approveRequest(decision('ann'), asked));
  });

  it('needs a reason where a criterion does not hold, and records it', () => {
    const state = after(proposed(), compared(HOLDS, BROKEN));
    refused('gate-does-not-hold', () => requestPromotion(request(), state));
    const override = 'paypal is switched off next week';
    const [requested] = requestPromotion({ ...request(), override }, state);
    expect(requested?.data.override).toBe(override);
  });

  it('is only for the current challenger, compared with the current champion', () => {
    refused('no-such-challenger', () => requestPromotion(request(), NO_MODELS));
    refused('challenger-not-compared', () => requestPromotion(request(), after(proposed())));
    const other = { ...after(proposed(), compared(HOLDS)), champion: { ...OLD, modelHash: 'x' } };
    refused('comparison-outdated', () => requestPromotion(request(), other));
  });

  it('waits in one request at a time, which may be refused or repeated', () => {
    const asked = after(proposed(), compared(HOLDS), ...ask(HOLDS));
    expect(requestPromotion(request(), asked)).toEqual([]);
    refused('request-open', () => requestPromotion({ ...request(), requestId: 'r2' }, asked));
    const left = refuseRequest(decision('ann'), asked).reduce(evolveModels, asked);
    expect(left).toMatchObject({ request: null, challenger: NEW, champion: null });
    refused('no-such-request', () => approveRequest(decision('olga'), left));
  });
});

describe('rolling back', () => {
  it('brings the earlier champion back, with a second person too', () => {
    const state = promotedState();
    const asked = requestRollback({ ...request(), version: null }, state).reduce(
      evolveModels,
      state,
    );
    refused('second-person-needed', () => approveRequest(decision('ann'), asked));
    const back = approveRequest(decision('olga'), asked).reduce(evolveModels, asked);
    expect(back).toMatchObject({ champion: OLD, earlier: [], request: null });
  });

  it('needs an earlier champion', () => {
    const version = null;
    refused('nothing-to-roll-back-to', () => requestRollback({ ...request(), version }, NO_MODELS));
    const unknown = { ...request(), version: '2020-01' };
    refused('nothing-to-roll-back-to', () => requestRollback(unknown, promotedState()));
  });
});

function promotedState(): ModelState {
  const asked = after(proposed(), compared(HOLDS), ...ask(HOLDS));
  return approveRequest(decision('olga'), asked).reduce(evolveModels, asked);
}

function after(...events: readonly ModelEvent[]): ModelState {
  return events.reduce(evolveModels, NO_MODELS);
}

function ask(...criteria: readonly GateCriterion[]): ModelEvent[] {
  return requestPromotion(request(), after(proposed(), compared(...criteria)));
}

function request() {
  const reason = 'better';
  return { requestId: 'r1', version: NEW.version, reason, override: null, person: 'ann', now: NOW };
}

function decision(person: string) {
  return { requestId: 'r1', note: 'agreed', person, now: NOW };
}

function refused(code: PromotionErrorCode, decide: () => unknown): void {
  let seen: unknown;
  try {
    decide();
  } catch (error) {
    seen = error instanceof PromotionError ? error.code : error;
  }
  expect(seen).toBe(code);
}

function proposed(ref: ModelRef = NEW): ModelEvent {
  const quality = { averagePrecision: 0.5, auc: 0.9, cardPrecision: 0.2 };
  return {
    type: 'ChallengerProposed',
    data: {
      ...ref,
      champion: OLD.version,
      labels: 100,
      dataHash: 'd',
      seed: 1,
      trainedTo: '0/0',
      comparedFrom: null,
      championQuality: quality,
      challengerQuality: quality,
      proposedAt: NOW,
    },
  };
}

function compared(...criteria: readonly GateCriterion[]): ModelEvent {
  const window = { from: NOW, to: NOW, payments: 100, frauds: 10 };
  return {
    type: 'ChallengerCompared',
    data: { challenger: NEW, champion: OLD, ...window, criteria, comparedAt: NOW },
  };
}
