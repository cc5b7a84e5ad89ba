import type { Case } from './cases.js';
import type { FuzzResponse } from './request.js';
import type { SchemaCheck } from './schema-check.js';

type Named = { readonly field: string; readonly message: string };
type Problem = {
  readonly type?: unknown;
  readonly title?: unknown;
  readonly status?: unknown;
  readonly code?: unknown;
  readonly errors?: readonly Named[];
};
type BatchAnswer = { readonly results?: readonly { readonly problem: Problem | null }[] };

/** Refusals that say in their title all that can be said. */
const WITHOUT_FIELDS = ['webhook-rejected'];

/** Times out by itself, as asked; and eight at once ask for more exports than there may be. */
const HONEST_503: readonly unknown[] = ['position-not-reached', 'exports-busy'];

type Known = { readonly schemas: SchemaCheck; readonly marker: string };

/** What is wrong with an answer, in words; an empty list when nothing is. */
export function faultsOf(each: Case, response: FuzzResponse, known: Known): string[] {
  if (response.status < 400) return faultsOfTaking(each, response, known);
  const problem = problemIn(response);
  if (problem !== null) return faultsOfRefusing(each, problem, response.status, known);
  return [`${response.status} without a problem document: ${response.text.slice(0, 200)}`];
}

function faultsOfTaking(
  { operation, json }: Case,
  { text }: FuzzResponse,
  { schemas, marker }: Known,
): string[] {
  const refused = batchRefusals(operation.path, text);
  if (refused.length > 0) return refused.flatMap((problem) => formFaults(problem, marker, null));
  return json === undefined ? [] : forbidden(schemas.faultsOf(operation, json));
}

function faultsOfRefusing(
  { operation, field, json, what }: Case,
  problem: Problem,
  status: number,
  { schemas, marker }: Known,
): string[] {
  const faults = formFaults(problem, marker, field);
  if (status >= 500 && !HONEST_503.includes(problem.code)) faults.push(`answered ${status}`);
  if (problem.status !== status) faults.push('the document has another status');
  const isAboutBody = problem.code === 'request-invalid' && json !== undefined;
  if (isAboutBody && !isLoose(what) && schemas.faultsOf(operation, json).length === 0) {
    faults.push(`refuses what the document allows: ${JSON.stringify(problem.errors)}`);
  }
  return faults;
}

/** What a schema cannot say, and the document says in words: which policies hold together. */
const LOOSE =
  /^body (accountColumn|account|alert|timeZone|credit|currencyColumn|currency|debit|debitSign|signColumn|filter|reason|policy|costs|url|commands|imported|reviewMin|declineMin)\b|\b(token|amount) (left out|= null)$/;

/** Fields that only make sense together: without one, the other is wrong. */
const TOGETHER = [
  ['reviewMin', 'declineMin'],
  ['imported', 'occurredAt'],
  ['amount', 'credit', 'debit'],
  ['account', 'accountColumn'],
  ['currency', 'currencyColumn'],
  ['signColumn', 'debitSign'],
  ['policy.reviewCapacity.reserved', 'policy.reviewCapacity.savedMax'],
  ['policy.reviewCapacity.newDays', 'policy.reviewCapacity.knownDays'],
  ['policy.reviewCapacity.priceEur', 'policy.reviewCapacity.sureLossEur'],
];

function isLoose(what: string): boolean {
  return LOOSE.test(what);
}

function forbidden(faults: readonly string[]): string[] {
  return faults.length === 0 ? [] : [`takes what the document forbids: ${faults.join('; ')}`];
}

function batchRefusals(path: string, text: string): Problem[] {
  if (path !== '/v1/batch') return [];
  const { results = [] } = JSON.parse(text) as BatchAnswer;
  return results.flatMap(({ problem }) => problem ?? []);
}

function problemIn({ type, text }: FuzzResponse): Problem | null {
  if (!type.startsWith('application/problem+json')) return null;
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return null;
  }
}

function formFaults(problem: Problem, marker: string, field: string | null): string[] {
  const { type, title, code, status, errors = [] } = problem;
  const faults: string[] = [];
  if (type !== `urn:assay:problem:${String(code)}`) faults.push('type and code differ');
  if (typeof title !== 'string' || title === '') faults.push('no title');
  if (JSON.stringify(problem).includes(marker)) faults.push('repeats what was sent');
  if (status === 400 && !WITHOUT_FIELDS.includes(String(code))) {
    faults.push(...namingFaults(errors, field));
  }
  return faults;
}

function namingFaults(errors: readonly Named[], field: string | null): string[] {
  if (errors.length === 0) return ['names no field'];
  const silent = errors.filter(({ field: name, message }) => name === '' || message === '');
  const faults = silent.length > 0 ? ['an error without field or message'] : [];
  if (field !== null && !errors.some(({ field: name }) => related(name, field))) {
    faults.push(`names ${errors.map(({ field: name }) => name).join(', ')} instead of ${field}`);
  }
  return faults;
}

/** The field itself, one in it or the one it stands in; lists are written `a.0` or `a[0]`. */
function related(named: string, field: string): boolean {
  const name = named.replaceAll(/\[(\w*)\]/g, '.$1').replace(/\.$/, '');
  // Names of headers are the same in any case.
  if (name.toLowerCase() === field.toLowerCase()) return true;
  return (
    name === field ||
    name.startsWith(`${field}.`) ||
    TOGETHER.some((fields) => fields.includes(name) && fields.includes(field)) ||
    field.startsWith(`${name}.`) ||
    // What is no JSON or no address has no fields yet.
    ['body', 'address', 'request'].includes(name)
  );
}
