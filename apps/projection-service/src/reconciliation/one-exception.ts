import type { EntityManager } from 'typeorm';
import { sumsByCurrency, type Money } from '#money';
import type { Plain } from '#projections';
import {
  exceptionIdOf,
  exceptionKeyOf,
  isExceptionId,
  RULE_SET,
  scoreOf,
  shapeOf,
  type Certificate,
  type Finding,
} from '#reconciliation';
import { exceptionResponse } from './exception-list.js';
import type {
  CertificateResponse,
  FindingResponse,
  OneExceptionResponse,
  ResolutionResponse,
  SuggestionResponse,
} from './exceptions.response.js';
import { ReconciliationMatch, type ResolutionJson } from './reconciliation.entity.js';
import { differenceIn, findingsOf, sidesOf } from './row-findings.js';

type Row = Plain<ReconciliationMatch>;

const SUGGESTIONS_MAX = 3;

/** One exception with all that is known of it; null: the books never told of this object. */
export async function oneException(
  manager: EntityManager,
  exceptionId: string,
  now: Date,
): Promise<Omit<OneExceptionResponse, 'position'> | null> {
  const row = await rowOf(manager, exceptionId);
  if (!row) return null;
  const { ours, theirs } = row;
  return {
    ...exceptionResponse(row, now),
    ours,
    theirs,
    findings: findingsOf(row, now.getTime()).map(findingResponse),
    suggestions: await suggestionsFor(manager, row),
    ...madeOf(row),
    resolution: await resolutionOf(manager, row),
  };
}

type Made = Pick<OneExceptionResponse, 'notes' | 'evidence' | 'proposal'>;

function madeOf({ work }: Row): Made {
  if (work === null) return { notes: [], evidence: [], proposal: null };
  const { notes, evidence, proposal } = work;
  if (proposal === null) return { notes, evidence, proposal };
  const { resolution, proposedBy: by, proposedAt: at } = proposal;
  const said = { by, approvedBy: null, at };
  return { notes, evidence, proposal: resolutionResponse(resolution, said) };
}

async function resolutionOf(manager: EntityManager, row: Row): Promise<ResolutionResponse | null> {
  const resolved = row.work?.resolved ?? null;
  if (resolved === null) return null;
  const { resolution, resolvedBy: by, approvedBy, resolvedAt: at } = resolved;
  const matched = await rowsMatched(manager, resolution);
  const certificate = matched.length > 0 ? manualCertificate([row, ...matched]) : null;
  return { ...resolutionResponse(resolution, { by, approvedBy, at }), certificate };
}

async function rowOf(manager: EntityManager, exceptionId: string): Promise<Row | null> {
  if (!isExceptionId(exceptionId)) return null;
  return manager.findOneBy(ReconciliationMatch, { ...exceptionKeyOf(exceptionId) });
}

async function rowsMatched(manager: EntityManager, resolution: ResolutionJson): Promise<Row[]> {
  const found = await Promise.all(resolution.matchedWith.map((id) => rowOf(manager, id)));
  return found.flatMap((row) => row ?? []);
}

/** Objects with the same amount, one side of which is missing as the other one is here. */
async function suggestionsFor(manager: EntityManager, row: Row): Promise<SuggestionResponse[]> {
  const { provider, kind, stake, currency, movedAt } = row;
  const isOurs = row.theirs.length === 0;
  if (stake === null || currency === null || (!isOurs && row.ours.length > 0)) return [];
  const withinMs = RULE_SET.suggestedWithinMs;
  const found = await manager
    .createQueryBuilder(ReconciliationMatch, 'row')
    .where('row.stake = :stake AND row.currency = :currency', { stake, currency })
    .andWhere('row.exception IS NOT NULL AND row.provider = :provider', { provider })
    .andWhere('row.kind = :kind', { kind })
    .andWhere(`row.${isOurs ? 'ours' : 'theirs'} = '[]'::jsonb`)
    .andWhere('abs(extract(epoch FROM row.movedAt - :movedAt)) * 1000 <= :withinMs', {
      movedAt,
      withinMs,
    })
    .orderBy('abs(extract(epoch FROM row.movedAt - :movedAt))')
    .addOrderBy('row.reference')
    .limit(SUGGESTIONS_MAX)
    .getMany();
  return found.map((other) => ({
    exceptionId: exceptionIdOf(other),
    score: scoreOf(Math.abs(other.movedAt.getTime() - movedAt.getTime()), withinMs),
  }));
}

function findingResponse({ status, ours, theirs, atStake, certificate }: Finding): FindingResponse {
  return {
    status,
    ours: [...ours],
    theirs: [...theirs],
    atStake: atStake.toJSON(),
    certificate: certificate && certificateResponse(certificate),
  };
}

function certificateResponse(certificate: Certificate): CertificateResponse {
  const { residual, feeResidual, rejected } = certificate;
  return {
    ...certificate,
    residual: residual.map((amount) => amount.toJSON()),
    feeResidual: feeResidual.map((amount) => amount.toJSON()),
    rejected: [...rejected],
  };
}

/** What is left over of all that a person put together. */
function manualCertificate(rows: readonly Row[]): CertificateResponse {
  const sides = rows.map(sidesOf);
  const ours = sides.flatMap((each) => each.ours);
  const theirs = sides.flatMap((each) => each.theirs);
  const currencies = new Set([...ours, ...theirs].map(({ amount }) => amount.currency));
  const residual = [...currencies].flatMap((currency) =>
    sumsByCurrency(rows.map((row): Money => differenceIn(row, currency))),
  );
  return certificateResponse({
    rule: 'manual',
    ruleSet: RULE_SET.version,
    shape: shapeOf(ours.length, theirs.length),
    residual,
    feeResidual: [],
    rejected: [],
    rejectedCount: 0,
  });
}

type Said = Pick<ResolutionResponse, 'by' | 'approvedBy' | 'at'>;

function resolutionResponse(
  { reason, note, amount, matchedWith }: ResolutionJson,
  said: Said,
): Plain<ResolutionResponse> {
  const what = { reason, note, amount, matchedWith: [...matchedWith] };
  return { ...what, ...said, certificate: null };
}
