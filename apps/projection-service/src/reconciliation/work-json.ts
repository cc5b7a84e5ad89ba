import { Money } from '#money';
import { NO_WORK, type ExceptionWork, type Resolution } from '#reconciliation';
import type { ReconciliationMatch, ResolutionJson, WorkJson } from './reconciliation.entity.js';

/** What people made of a row so far. */
export function workOf({ work }: Pick<ReconciliationMatch, 'work'>): ExceptionWork {
  if (work === null) return NO_WORK;
  const { proposal, resolved, withdrawn } = work;
  return {
    ...work,
    proposal: proposal && { ...proposal, resolution: fromJson(proposal.resolution) },
    resolved: resolved && { ...resolved, resolution: fromJson(resolved.resolution) },
    withdrawn: withdrawn && fromJson(withdrawn),
  };
}

export function workJson({ proposal, resolved, withdrawn, ...work }: ExceptionWork): WorkJson {
  return {
    ...work,
    proposal: proposal && { ...proposal, resolution: toJson(proposal.resolution) },
    resolved: resolved && { ...resolved, resolution: toJson(resolved.resolution) },
    withdrawn: withdrawn && toJson(withdrawn),
  };
}

function fromJson({ amount, ...resolution }: ResolutionJson): Resolution {
  return { ...resolution, amount: amount && Money.fromJSON(amount) };
}

function toJson({ amount, ...resolution }: Resolution): ResolutionJson {
  return { ...resolution, amount: amount?.toJSON() ?? null };
}
