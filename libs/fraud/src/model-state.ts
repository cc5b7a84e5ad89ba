import { upcastOf } from '#event-shapes';
import type { Instant } from '#payments';
import type { ChallengerCompared, ModelEvent, ModelRef } from './model-events.js';

export type ChampionRequest = ModelRef & {
  readonly requestId: string;
  readonly kind: 'promotion' | 'rollback';
  readonly requestedBy: string;
  readonly requestedAt: Instant;
  readonly champion: ModelRef;
  readonly reason: string;
  readonly override: string | null;
};

/** Where the models stand, folded from `model-fraud`. */
export type ModelState = {
  /** Null until a model was promoted: then the registry's own champion decides. */
  readonly champion: ModelRef | null;
  readonly challenger: ModelRef | null;
  /** First payment the challenger did not learn from; null when not recorded. */
  readonly comparedFrom: Instant | null;
  /** The challenger's latest comparison; null before the first. */
  readonly comparison: ChallengerCompared['data'] | null;
  /** Waits for a second person. */
  readonly request: ChampionRequest | null;
  /** Earlier champions, the last one first. */
  readonly earlier: readonly ModelRef[];
};

export const NO_MODELS: ModelState = {
  champion: null,
  challenger: null,
  comparedFrom: null,
  comparison: null,
  request: null,
  earlier: [],
};

/** How far back a rollback can go. */
const EARLIER_MAX = 5;

export function evolveModels(state: ModelState, event: ModelEvent): ModelState {
  switch (event.type) {
    case 'ChallengerProposed': {
      const { comparedFrom } = event.data;
      return { ...state, challenger: refOf(event.data), comparedFrom, comparison: null };
    }
    case 'ChallengerCompared': {
      const isCurrent = event.data.challenger.modelHash === state.challenger?.modelHash;
      return isCurrent ? { ...state, comparison: event.data } : state;
    }
    case 'PromotionRequested':
      return { ...state, request: { ...event.data, kind: 'promotion' } };
    case 'RollbackRequested':
      return { ...state, request: { ...event.data, kind: 'rollback', override: null } };
    case 'PromotionApproved':
    case 'PromotionRefused':
      return { ...state, request: null };
    case 'ModelPromoted': {
      const { previous } = event.data;
      const earlier = [previous, ...state.earlier].slice(0, EARLIER_MAX);
      return { ...state, champion: refOf(event.data), challenger: null, comparison: null, earlier };
    }
    case 'ModelRolledBack': {
      const { modelHash } = event.data;
      const from = state.earlier.findIndex((each) => each.modelHash === modelHash);
      return { ...state, champion: refOf(event.data), earlier: state.earlier.slice(from + 1) };
    }
  }
}

export const MODEL_STREAM_TYPE = {
  initial: NO_MODELS,
  evolve: evolveModels,
  upcast: upcastOf<ModelEvent>('model', {
    ChallengerProposed: { personal: {}, added: { comparedFrom: null } },
    ChallengerCompared: { personal: {} },
    PromotionRequested: { personal: { requestedBy: 'staff' } },
    RollbackRequested: { personal: { requestedBy: 'staff' } },
    PromotionApproved: { personal: { approvedBy: 'staff' } },
    PromotionRefused: { personal: { refusedBy: 'staff' } },
    ModelPromoted: { personal: {} },
    ModelRolledBack: { personal: {} },
  }),
};

export function refOf({ version, modelHash }: ModelRef): ModelRef {
  return { version, modelHash };
}
