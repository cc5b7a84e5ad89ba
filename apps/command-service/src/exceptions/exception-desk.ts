import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Money } from '#money';
import { personOf, Problem } from '#platform';
import {
  approveResolution,
  exceptionKeyOf,
  reopenException,
  resolveException,
  type Acting,
  type ExceptionEvent,
  type ExceptionWork,
  type OtherSide,
  type Resolution,
} from '#reconciliation';
import { Config } from '../config.js';
import { operationOf, type KeyedCommand } from '../http/keyed-command.js';
import { ExceptionStreams, type Evidence, type LoadedWork } from './exception-streams.js';
import type { OnExceptionRequest, ResolutionRequest } from './exceptions.request.js';
import { workResponse, type ExceptionWorkResponse } from './exceptions.response.js';
import { KnownExceptions, type KnownException } from './known-exceptions.js';

/** Who does what to which exception. */
export type Asked = {
  readonly exceptionId: string;
  readonly body: OnExceptionRequest;
  readonly command: KeyedCommand;
  /** As the caller sent it: projection-service checks the same keys. */
  readonly authorization: string;
};

type Decide = (acting: Acting, work: ExceptionWork) => readonly ExceptionEvent[];

/** Work on exceptions: each command is about one that the books know. */
@Injectable()
export class ExceptionDesk {
  constructor(
    private readonly streams: ExceptionStreams,
    private readonly known: KnownExceptions,
    private readonly config: Config,
  ) {}

  /** @param name of the command, under which a key names it. */
  async answer(name: string, asked: Asked, decide: Decide): Promise<ExceptionWorkResponse> {
    const { exceptionId, authorization } = asked;
    await this.known.find(exceptionId, authorization);
    const changed = await this.#change(name, asked, decide);
    await this.#settleOthers(asked, changed);
    return workResponse(exceptionId, changed);
  }

  /** A write-off is of what is at stake by the books, a manual match of that on both sides. */
  async resolve(
    asked: Asked & { readonly body: ResolutionRequest },
  ): Promise<ExceptionWorkResponse> {
    const { exceptionId, body, authorization } = asked;
    const known = await this.known.find(exceptionId, authorization);
    const matchedWith = body.matchedWith ?? [];
    const others: OtherSide[] = [];
    for (const other of matchedWith) {
      const { atStake } = await this.known.find(other, authorization);
      const { work } = await this.streams.load(other);
      others.push({ exceptionId: other, atStake: atStake && Money.fromJSON(atStake), work });
    }
    const resolution = resolutionOf(body, known);
    const limit = BigInt(this.config.EXCEPTION_LIMIT);
    const changed = await this.#change('exception-resolution', asked, (acting, work) =>
      resolveException({ ...acting, resolution, limit, others }, work),
    );
    await this.#settleOthers(asked, changed);
    return workResponse(exceptionId, changed);
  }

  /** What was to be matched may have been resolved by itself while the match waited. */
  async approve(asked: Asked): Promise<ExceptionWorkResponse> {
    const { work: waiting } = await this.streams.load(asked.exceptionId);
    const { matchedWith } = waiting.proposal?.resolution ?? NO_OTHERS;
    const others: Pick<OtherSide, 'exceptionId' | 'work'>[] = [];
    for (const other of matchedWith) {
      others.push({ exceptionId: other, work: (await this.streams.load(other)).work });
    }
    return this.answer('exception-approval', asked, (acting, work) =>
      approveResolution({ ...acting, others }, work),
    );
  }

  /**
   * The other side of a manual match is resolved with it and reopened with it, all of it by
   * whichever exception it is reopened; a repeat finishes what a crash left open.
   */
  async #settleOthers(
    asked: Asked,
    { work }: LoadedWork,
    settled: ReadonlySet<string> = new Set(),
  ): Promise<void> {
    const { exceptionId, command, body } = asked;
    const { matchedWith } = work.resolved?.resolution ?? work.withdrawn ?? NO_OTHERS;
    const known = new Set([...settled, exceptionId]);
    for (const other of matchedWith.filter((each) => !known.has(each))) {
      const context = operationOf(command, 'exception-matched', `exception:${other}`, body);
      const following = { exceptionId: other, by: exceptionId, person: personOf(command.caller) };
      const changed = await this.streams.change(other, context, (own, now) =>
        followed({ ...following, now }, work, own),
      );
      if (isOf(changed.work, exceptionId)) {
        await this.#settleOthers({ ...asked, exceptionId: other }, changed, known);
      }
    }
  }

  /** @throws Problem `not-found`. */
  async evidence(exceptionId: string, contentHash: string): Promise<Evidence> {
    const found = await this.streams.evidence(exceptionId, contentHash);
    if (!found) throw new Problem('not-found', 'the exception has no such evidence');
    return found;
  }

  async #change(name: string, asked: Asked, decide: Decide): Promise<LoadedWork> {
    const { exceptionId, body, command } = asked;
    const context = operationOf(command, name, `exception:${exceptionId}`, body);
    const { expectedRevision = null } = body;
    const person = personOf(command.caller);
    const openFrom = await this.streams.openFrom();
    return this.streams.change(exceptionId, context, (work, now) =>
      decide({ exceptionId, person, now, expectedRevision, openFrom }, work),
    );
  }
}

/** Whether what became of an exception last is a match with this one. */
function isOf({ resolved, withdrawn }: ExceptionWork, by: string): boolean {
  return (resolved?.resolution ?? withdrawn ?? NO_OTHERS).matchedWith.includes(by);
}

const NO_OTHERS: Pick<Resolution, 'matchedWith'> = { matchedWith: [] };

type Following = Omit<Acting, 'expectedRevision' | 'openFrom'> & { readonly by: string };

/** What the other side of a match does; what was resolved by itself stays so. */
function followed(
  { exceptionId, by, person, now }: Following,
  leading: ExceptionWork,
  own: ExceptionWork,
): readonly ExceptionEvent[] {
  const isOwn = own.resolved !== null && !own.resolved.resolution.matchedWith.includes(by);
  if (isOwn || (leading.resolved === null) === (own.resolved === null)) return [];
  if (leading.resolved === null) {
    const acting = { exceptionId, person, now, expectedRevision: null, openFrom: null };
    return reopenException({ ...acting, note: `with ${by}` }, own);
  }
  const { resolvedBy, approvedBy } = leading.resolved;
  const resolution = { ...leading.resolved.resolution, matchedWith: [by] };
  const data = { exceptionId, resolution, resolvedBy, approvedBy, resolvedAt: now };
  return [{ type: 'ExceptionResolved', data }];
}

/** SHA-256 of what a text in Base64 stands for, in hex. */
export function contentHashOf(base64: string): string {
  return createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex');
}

/** Only one book moved the money of these, or the books moved it differently. */
const WRITTEN_OFF_FROM: Readonly<Record<string, Resolution['from']>> = {
  'missing-at-provider': 'pending',
  'duplicate-internally': 'pending',
  'missing-internally': 'suspense',
  'duplicate-at-provider': 'suspense',
  'orphan-reversal': 'suspense',
  'amount-mismatch': 'suspense',
};

/** The same of payouts at our bank. */
const WRITTEN_OFF_IN_TRANSIT: Readonly<Record<string, Resolution['from']>> = {
  'missing-at-bank': 'in-transit',
  'amount-mismatch': 'bank-difference',
  'duplicate-at-bank': 'bank-difference',
};

/** Null: it cannot be, as a line of the bank that stands nowhere in the journal. */
function writtenOffFrom(exceptionId: string, kind: string): Resolution['from'] {
  const of = exceptionKeyOf(exceptionId);
  if (of.provider === 'bank') return null;
  return (of.kind === 'payout' ? WRITTEN_OFF_IN_TRANSIT : WRITTEN_OFF_FROM)[kind] ?? null;
}

function resolutionOf(
  { reason, note, matchedWith = [] }: ResolutionRequest,
  { exceptionId, kind, atStake }: KnownException,
): Resolution {
  const isOfMoney = reason === 'written-off' || reason === 'manual-match';
  const from = reason === 'written-off' ? writtenOffFrom(exceptionId, kind) : null;
  const amount = isOfMoney && atStake ? Money.fromJSON(atStake) : null;
  return { reason, note, amount, from, matchedWith };
}
