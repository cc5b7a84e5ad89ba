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
import { BANK_LINE, findingsOfGroup, sidesOfGroup } from './bank-items.js';
import { groupOf, isOfBank } from './group-of.js';
import { exceptionResponse } from './exception-list.js';
import type {
  CertificateResponse,
  FindingResponse,
  OneExceptionResponse,
  ResolutionResponse,
  SuggestionResponse,
} from './exceptions.response.js';
import { ReconciliationMatch, type ResolutionJson } from './reconciliation.entity.js';
import { findingsOf, sidesOf } from './row-findings.js';

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
  return {
    ...exceptionResponse(row, now),
    ...(await bothBooks(manager, row, now)),
    suggestions: await suggestionsFor(manager, row),
    ...madeOf(row),
    resolution: await resolutionOf(manager, row),
  };
}

type Books = Pick<OneExceptionResponse, 'ours' | 'theirs' | 'findings'>;

/** Of a payout or a line of the bank: all that share a reference with it. */
async function bothBooks(manager: EntityManager, row: Row, now: Date): Promise<Books> {
  const group = await groupOf(manager, row);
  if (group === null) {
    const { ours, theirs } = row;
    return { ours, theirs, findings: findingsOf(row, now.getTime()).map(findingResponse) };
  }
  const sides = sidesOfGroup(group);
  return {
    ours: sides.payouts.map(({ id, amount, at }) => ({
      operationId: id,
      amount: amount.toJSON(),
      fee: null,
      at,
    })),
    theirs: sides.bankLines.map(({ id, amount, at }) => ({
      lineId: id,
      amount: amount.toJSON(),
      fee: { amount: '0', currency: amount.currency },
      at,
    })),
    findings: findingsOfGroup(group, now.getTime()).map(findingResponse),
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
  const certificate =
    matched.length > 0 ? await manualCertificate(manager, [row, ...matched]) : null;
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
  if (isOfBank(row)) return suggestedAtBank(manager, row);
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
  return found.map((other) => suggestion(row, other));
}

/** A payout that is not at the bank for a line that no payout explains, and the other way. */
async function suggestedAtBank(manager: EntityManager, row: Row): Promise<SuggestionResponse[]> {
  const { exception, stake, currency, movedAt } = row;
  const isOpen = exception === 'missing-at-bank' || exception === 'missing-internally';
  if (!isOpen || stake === null || currency === null) return [];
  const other = exception === 'missing-at-bank' ? 'missing-internally' : 'missing-at-bank';
  const kind = exception === 'missing-at-bank' ? BANK_LINE : 'payout';
  const found = await manager
    .createQueryBuilder(ReconciliationMatch, 'row')
    .where('row.stake = :stake AND row.currency = :currency', { stake, currency })
    .andWhere('row.exception = :other AND row.kind = :kind', { other, kind })
    .andWhere('abs(extract(epoch FROM row.movedAt - :movedAt)) * 1000 <= :withinMs', {
      movedAt,
      withinMs: RULE_SET.suggestedWithinMs,
    })
    .orderBy('abs(extract(epoch FROM row.movedAt - :movedAt))')
    .addOrderBy('row.reference')
    .limit(SUGGESTIONS_MAX)
    .getMany();
  return found.map((each) => suggestion(row, each));
}

function suggestion({ movedAt }: Row, other: Row): SuggestionResponse {
  const apartMs = Math.abs(other.movedAt.getTime() - movedAt.getTime());
  return { exceptionId: exceptionIdOf(other), score: scoreOf(apartMs, RULE_SET.suggestedWithinMs) };
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
async function manualCertificate(
  manager: EntityManager,
  rows: readonly Row[],
): Promise<CertificateResponse> {
  const sides = await Promise.all(rows.map((row) => amountsOf(manager, row)));
  const ours = sides.flatMap((each) => each.ours);
  const theirs = sides.flatMap((each) => each.theirs);
  return certificateResponse({
    rule: 'manual',
    ruleSet: RULE_SET.version,
    shape: shapeOf(ours.length, theirs.length),
    residual: sumsByCurrency([...theirs, ...ours.map((amount) => amount.negated())]),
    feeResidual: [],
    rejected: [],
    rejectedCount: 0,
  });
}

type Amounts = { readonly ours: readonly Money[]; readonly theirs: readonly Money[] };

async function amountsOf(manager: EntityManager, row: Row): Promise<Amounts> {
  const group = await groupOf(manager, row);
  const { ours, theirs } = group ? bankSidesOf(group) : sidesOf(row);
  return { ours: ours.map(({ amount }) => amount), theirs: theirs.map(({ amount }) => amount) };
}

function bankSidesOf(group: Parameters<typeof sidesOfGroup>[0]) {
  const { payouts: ours, bankLines: theirs } = sidesOfGroup(group);
  return { ours, theirs };
}

type Said = Pick<ResolutionResponse, 'by' | 'approvedBy' | 'at'>;

function resolutionResponse(
  { reason, note, amount, matchedWith }: ResolutionJson,
  said: Said,
): Plain<ResolutionResponse> {
  const what = { reason, note, amount, matchedWith: [...matchedWith] };
  return { ...what, ...said, certificate: null };
}
