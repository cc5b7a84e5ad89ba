import type { Repository, TidyRule } from './repository.js';

/**
 * Tables of what others decide and change without telling us: each file says of when it is and from
 * where, in a comment `As of 2026-09-03: docs.stripe.com/currencies`.
 */
const FILES: readonly string[] = [
  'libs/money/src/currencies.ts',
  'libs/payments/src/decline/network-advice.ts',
  'libs/payments/src/decline/paypal-issues.ts',
  'libs/payments/src/decline/paypal-processor-codes.ts',
  'libs/payments/src/decline/stripe-codes.ts',
  'libs/providers/src/stripe/amount.ts',
  'libs/providers/src/stripe/errors.ts',
  'libs/providers/src/paypal/amount.ts',
  'libs/providers/src/paypal/errors.ts',
  'apps/provider-sandbox/src/stripe/currencies.ts',
  'apps/provider-sandbox/src/paypal/issues.ts',
  'apps/provider-sandbox/src/paypal/money.ts',
  'apps/provider-sandbox/src/paypal/rejections.ts',
];

const AS_OF = /As of (\d{4}-\d{2}-\d{2}): \S/;
const DAY_MS = 86_400_000;
/** From here on `npm run check` warns. */
const OLD_DAYS = 365;
/** From here on the next commit has to compare the table with its source. */
const TOO_OLD_DAYS = 2 * 365;

export const datedTables: TidyRule = ({ paths, text }) =>
  FILES.filter((file) => paths.includes(file) && !AS_OF.test(text(file))).map(
    (file) => `${file}: say of when its table is and from where, "As of 2026-09-03: <source>"`,
  );

/**
 * Measured at the last commit, not by today's date: what was clean when it was committed stays
 * clean for ever, and only who goes on working is asked to look.
 */
export const youngTables: TidyRule = (repository) =>
  agedTables(repository, repository.committedAt, TOO_OLD_DAYS).map(
    (table) => `${table}: compare it with its source and renew its date`,
  );

/** Tables older than a year, for a warning. */
export function oldTables(repository: Repository, now: Date): string[] {
  return agedTables(repository, now, OLD_DAYS);
}

function agedTables({ paths, text }: Repository, at: Date | null, daysMax: number): string[] {
  if (at === null) return [];
  return FILES.filter((file) => paths.includes(file)).flatMap((file) => {
    const asOf = AS_OF.exec(text(file))?.[1];
    if (asOf === undefined) return [];
    const days = Math.floor((at.getTime() - Date.parse(asOf)) / DAY_MS);
    return days > daysMax ? [`${file} is of ${asOf}, ${days} days old`] : [];
  });
}
