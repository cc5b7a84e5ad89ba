import { assertSecondPerson } from '#governed-change';
import type { Instant } from '#payments';
import { Refusal, type RefusalDetails } from '#refusal';
import type {
  ChallengerCompared,
  ModelPromoted,
  ModelRef,
  ModelRolledBack,
  PromotionApproved,
  PromotionRefused,
  PromotionRequested,
  RollbackRequested,
} from './model-events.js';
import { refOf, type ChampionRequest, type ModelState } from './model-state.js';

/** Why a change of champion is refused; codes are API. */
export const PROMOTION_ERRORS = {
  'no-such-challenger': 'Only the current challenger can be promoted.',
  'challenger-not-compared': 'The challenger was not compared with the champion yet.',
  'comparison-outdated': 'The comparison was with another champion; compare again.',
  'gate-does-not-hold': 'A criterion of the comparison does not hold; an override needs a reason.',
  'request-open': 'Another change of champion waits for its approval.',
  'no-such-request': 'No change of champion of this id waits for approval.',
  'second-person-needed': 'Who asked for the change cannot approve it.',
  'nothing-to-roll-back-to': 'There is no such earlier champion.',
} as const;

export type PromotionErrorCode = keyof typeof PROMOTION_ERRORS;

/** A change of champion breaks a rule. */
export class PromotionError extends Refusal<PromotionErrorCode> {
  override readonly name = 'PromotionError';

  constructor(code: PromotionErrorCode, details?: RefusalDetails) {
    super(PROMOTION_ERRORS, code, details);
  }
}

type Request = {
  readonly requestId: string;
  readonly version: string;
  readonly reason: string;
  readonly person: string;
  readonly now: Instant;
};

export type RequestPromotion = Request & {
  /** Why to promote although the gate does not hold; null: only if it holds. */
  readonly override: string | null;
};

/** @throws PromotionError when the gate does not hold and no override is given. */
export function requestPromotion(
  { requestId, version, reason, override, person, now }: RequestPromotion,
  state: ModelState,
): PromotionRequested[] {
  if (state.request?.requestId === requestId) return [];
  const { challenger, champion, criteria } = comparedChallenger(version, state);
  const broken = criteria.filter(({ holds }) => !holds);
  if (broken.length > 0 && override === null) {
    const criteria = broken.map(({ because }) => because).join('; ');
    throw new PromotionError('gate-does-not-hold', { criteria });
  }
  const asked = { requestId, ...challenger, champion, reason, requestedBy: person };
  const overridden = broken.length > 0 ? override : null;
  return [
    { type: 'PromotionRequested', data: { ...asked, override: overridden, requestedAt: now } },
  ];
}

function comparedChallenger(version: string, state: ModelState): ChallengerCompared['data'] {
  if (state.request)
    throw new PromotionError('request-open', { requestId: state.request.requestId });
  if (state.challenger?.version !== version) {
    throw new PromotionError('no-such-challenger', { version });
  }
  const { comparison } = state;
  if (!comparison) throw new PromotionError('challenger-not-compared', { version });
  if (state.champion && state.champion.modelHash !== comparison.champion.modelHash) {
    throw new PromotionError('comparison-outdated', { champion: comparison.champion.version });
  }
  return comparison;
}

/** Back to an earlier champion, if no other version is named to the last one. */
export function requestRollback(
  {
    requestId,
    version,
    reason,
    person,
    now,
  }: Omit<Request, 'version'> & { version: string | null },
  state: ModelState,
): RollbackRequested[] {
  if (state.request?.requestId === requestId) return [];
  if (state.request)
    throw new PromotionError('request-open', { requestId: state.request.requestId });
  const target = state.earlier.find((each) => version === null || each.version === version);
  if (!target || !state.champion) {
    throw new PromotionError('nothing-to-roll-back-to', version === null ? {} : { version });
  }
  const asked = { requestId, ...target, champion: state.champion, reason, requestedBy: person };
  return [{ type: 'RollbackRequested', data: { ...asked, requestedAt: now } }];
}

export type DecideRequest = {
  readonly requestId: string;
  readonly note: string;
  readonly person: string;
  readonly now: Instant;
};

/** @throws PromotionError `second-person-needed` when the one who asked approves. */
export function approveRequest(
  { requestId, note, person, now }: DecideRequest,
  state: ModelState,
): (PromotionApproved | ModelPromoted | ModelRolledBack)[] {
  const request = openRequest(requestId, state);
  assertSecondPerson(request.requestedBy, person, () => new PromotionError('second-person-needed'));
  const approved = { requestId, note, approvedBy: person, decidedAt: now };
  const change = { requestId, ...refOf(request), previous: previousOf(request, state) };
  return [
    { type: 'PromotionApproved', data: approved },
    request.kind === 'promotion'
      ? { type: 'ModelPromoted', data: { ...change, promotedAt: now } }
      : { type: 'ModelRolledBack', data: { ...change, rolledBackAt: now } },
  ];
}

/** Also by the one who asked: a request binds no one. */
export function refuseRequest(
  { requestId, note, person, now }: DecideRequest,
  state: ModelState,
): PromotionRefused[] {
  openRequest(requestId, state);
  return [
    { type: 'PromotionRefused', data: { requestId, note, refusedBy: person, decidedAt: now } },
  ];
}

function openRequest(requestId: string, { request }: ModelState): ChampionRequest {
  if (request?.requestId !== requestId) throw new PromotionError('no-such-request', { requestId });
  return request;
}

function previousOf({ champion }: ChampionRequest, state: ModelState): ModelRef {
  return state.champion ?? champion;
}
