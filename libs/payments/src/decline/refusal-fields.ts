import type { Refusal, RefusalCodes } from '#provider-port';

/** As long as a code of a provider may be; more is text. */
const CODE_LENGTH_MAX = 100;
const REASON_LENGTH_MAX = 500;

/** As long as card numbers are, in one row or in groups. */
const LONG_NUMBER = /\p{Nd}(?:[ \-\u00a0]?\p{Nd}){11,}/gu;

type RefusalFields = {
  readonly code: string;
  readonly reason: string;
  readonly codes?: RefusalCodes;
};

/** What is stored of a provider's refusal: its words, bounded, with no long number among them. */
export function refusalFields({ code, reason, codes }: RefusalFields): RefusalFields {
  const beside = Object.entries(codes ?? {}).map(([name, each]) => [name, asCode(each)] as const);
  return {
    code: asCode(code),
    reason: boundedText(reason),
    ...(codes && { codes: Object.fromEntries(beside) }),
  };
}

/** A provider's text, as much of it as is stored. */
export function boundedText(text: string): string {
  return bounded(text, REASON_LENGTH_MAX);
}

/** What a provider tells of a refusal later, as if it had answered it. */
export function refusalOf({ code, reason, codes, at }: Omit<Refusal, 'status'>): Refusal {
  return { status: 'refused', code, reason, ...(codes && { codes }), at };
}

function asCode(code: string): string {
  return bounded(code, CODE_LENGTH_MAX);
}

/** Masked before it is cut, so that no part of a number is left at the end. */
function bounded(text: string, lengthMax: number): string {
  const masked = text.replace(LONG_NUMBER, '…');
  return masked.length <= lengthMax ? masked : `${masked.slice(0, lengthMax - 1)}…`;
}
