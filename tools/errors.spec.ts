import { readFileSync } from 'node:fs';
import { ACCESS_ERRORS } from '#access';
import { CASE_ERRORS } from '#cases';
import { EXCEPTION_ERRORS } from '#reconciliation';
import { INCIDENT_ERRORS } from '#incidents';
import { PROMOTION_ERRORS } from '#fraud';
import { POLICY_ERRORS } from '#fraud-policy';
import { ADJUSTMENT_ERRORS, PERIOD_ERRORS } from '#journal';
import { ENDPOINT_ERRORS } from '#outgoing-webhooks';
import { PAYMENT_ERRORS } from '#payments';
import { HTTP_PROBLEMS } from '#platform';
import { ROUTING_ERRORS } from '#routing';
import { REFUSALS as COMMAND_REFUSALS } from '../apps/command-service/src/problem-details.js';
import { REFUSALS as OPERATIONS_REFUSALS } from '../apps/operations/src/problem-details.js';
import { REFUSALS as VIEW_REFUSALS } from '../apps/projection-service/src/problem-details.js';
import { repositoryAt } from './tidy/repository.js';

/** Every registry of refusals by a rule, as its subclass of Refusal names it. */
const REGISTRIES = {
  ADJUSTMENT_ERRORS,
  PERIOD_ERRORS,
  ACCESS_ERRORS,
  CASE_ERRORS,
  EXCEPTION_ERRORS,
  INCIDENT_ERRORS,
  PAYMENT_ERRORS,
  POLICY_ERRORS,
  PROMOTION_ERRORS,
  ROUTING_ERRORS,
  ENDPOINT_ERRORS,
};

describe('docs/errors.md', () => {
  const rows = rowsOf(readFileSync('docs/errors.md', 'utf8'));
  const documented = new Map(rows);

  it.each(Object.entries(statuses()))('documents %s with its status', (code, status) => {
    expect(documented.get(code)).toBe(status);
  });

  it('documents no code that the software does not have', () => {
    const codes = Object.keys(statuses());
    expect([...documented.keys()].filter((code) => !codes.includes(code))).toEqual([]);
  });

  it('documents each code once', () => {
    expect(rows.map(([code]) => code)).toEqual([...documented.keys()]);
  });
});

describe('the registries of refusals', () => {
  it('are all held against the document', () => {
    expect(registriesInCode()).toEqual(Object.keys(REGISTRIES).sort());
  });

  it('have each code once, so that a code has one meaning', () => {
    const codes = [...Object.values(REGISTRIES), HTTP_PROBLEMS].flatMap(Object.keys);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });

  it('have a status for each code, and no app has a status for another', () => {
    const codes = Object.values(REGISTRIES).flatMap(Object.keys);
    const answered = [COMMAND_REFUSALS, OPERATIONS_REFUSALS, VIEW_REFUSALS].flatMap(Object.keys);
    expect(answered.sort()).toEqual(codes.sort());
  });
});

/** Every code that a caller can see, with the HTTP status that the software gives it. */
function statuses(): Record<string, number> {
  const requests = Object.entries(HTTP_PROBLEMS).map(([code, [status]]) => [code, status] as const);
  const rules = { ...COMMAND_REFUSALS, ...OPERATIONS_REFUSALS, ...VIEW_REFUSALS };
  return { ...rules, ...Object.fromEntries(requests) };
}

/** What subclasses of Refusal pass on: `super(PAYMENT_ERRORS, code`. */
function registriesInCode(): string[] {
  const { paths, text } = repositoryAt(process.cwd());
  const sources = paths.filter((path) => /^(apps|libs)\/.*(?<!\.spec)\.ts$/.test(path));
  return sources
    .flatMap((path) => [...text(path).matchAll(/super\((\w+), code\b/g)])
    .map(([, registry = '']) => registry)
    .sort();
}

/** Rows as `| code | 409 | …`, the code in backticks. */
function rowsOf(document: string): (readonly [code: string, status: number])[] {
  const rows = document.matchAll(/^\| `([a-z-]+)` *\| (\d{3}) *\|/gm);
  return [...rows].map(([, code = '', status]) => [code, Number(status)]);
}
