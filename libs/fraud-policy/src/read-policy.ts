import { FEATURES } from '#fraud';
import { isCurrency } from '#money';
import type { FraudPolicy } from './policy.js';
import { RULE_FIELDS, UNSCORED_MINUTES_MAX, UNSCORED_PAYMENTS_MAX } from './policy.js';

/** One thing wrong with a policy, by its path, as in `rules[2].when[0].in`. */
export type PolicyFault = { readonly field: string; readonly message: string };

const RULES_MAX = 200;
const CONDITIONS_MAX = 10;
const VALUES_MAX = 10_000;
const VERDICTS = ['approve', 'review', 'decline'];

type Json = Readonly<Record<string, unknown>>;
type Report = (field: string, message: string) => void;

/** @returns the policy, or everything that is wrong with it. */
export function readPolicy(
  value: unknown,
): { readonly policy: FraudPolicy } | { readonly faults: readonly PolicyFault[] } {
  const faults: PolicyFault[] = [];
  const report: Report = (field, message) => faults.push({ field, message });
  const parts = ['rules', 'costs', 'degraded', 'randomApprovals'];
  const optional = isObject(value) && 'reviewCapacity' in value ? ['reviewCapacity'] : [];
  if (checkObject(value, '', [...parts, ...optional], report)) {
    checkRules(value['rules'], report);
    if (value['costs'] !== null) checkCosts(value['costs'], report);
    checkDegraded(value['degraded'], report);
    checkApprovals(value['randomApprovals'], report);
    if ('reviewCapacity' in value) checkCapacity(value['reviewCapacity'], report);
  }
  return faults.length > 0 ? { faults } : { policy: value as FraudPolicy };
}

function checkRules(rules: unknown, report: Report): void {
  if (!checkList(rules, 'rules', RULES_MAX, report)) return;
  const ids = new Set<unknown>();
  rules.forEach((rule, index) => {
    const field = `rules[${index}]`;
    if (!checkObject(rule, field, ['id', 'when', 'verdict', 'reason'], report)) return;
    checkText(rule['id'], `${field}.id`, 64, report);
    checkText(rule['reason'], `${field}.reason`, 300, report);
    checkOneOf(rule['verdict'], `${field}.verdict`, VERDICTS, report);
    if (ids.has(rule['id'])) report(`${field}.id`, 'is used by another rule');
    ids.add(rule['id']);
    if (!checkList(rule['when'], `${field}.when`, CONDITIONS_MAX, report)) return;
    if (rule['when'].length === 0) report(`${field}.when`, 'must hold a condition');
    rule['when'].forEach((condition, each) => {
      checkCondition(condition, `${field}.when[${each}]`, report);
    });
  });
}

function checkCondition(condition: unknown, field: string, report: Report): void {
  if (!isObject(condition)) {
    report(field, 'must be an object');
  } else if ('field' in condition) {
    checkObject(condition, field, ['field', 'in'], report);
    checkOneOf(condition['field'], `${field}.field`, RULE_FIELDS, report);
    if (!checkList(condition['in'], `${field}.in`, VALUES_MAX, report)) return;
    condition['in'].forEach((value, index) => {
      checkText(value, `${field}.in[${index}]`, 128, report);
    });
  } else if ('amountAtLeast' in condition) {
    checkObject(condition, field, ['amountAtLeast'], report);
    checkAmount(condition['amountAtLeast'], `${field}.amountAtLeast`, report);
  } else {
    const bound = 'atMost' in condition ? 'atMost' : 'atLeast';
    checkObject(condition, field, ['feature', bound], report);
    checkOneOf(condition['feature'], `${field}.feature`, FEATURES, report);
    checkNumber(condition[bound], `${field}.${bound}`, [-1e12, 1e12], report);
  }
}

function checkAmount(value: unknown, field: string, report: Report): void {
  if (!checkObject(value, field, ['amount', 'currency'], report)) return;
  const { amount, currency } = value;
  if (typeof amount !== 'string' || !/^\d{1,18}$/.test(amount)) {
    report(`${field}.amount`, 'must be minor units as digits');
  }
  if (typeof currency !== 'string' || !isCurrency(currency)) {
    report(`${field}.currency`, 'must be an ISO 4217 code');
  }
}

function checkCosts(costs: unknown, report: Report): void {
  const shares = ['recoveryShare', 'marginShare', 'reviewMissShare'];
  const euros = ['insultEur', 'reviewMinutes', 'reviewMinuteEur'];
  if (!checkObject(costs, 'costs', [...shares, ...euros, 'reviewsPerDayMax'], report)) return;
  for (const name of shares) checkNumber(costs[name], `costs.${name}`, [0, 1], report);
  for (const name of euros) checkNumber(costs[name], `costs.${name}`, [0, 10_000], report);
  if (costs['reviewsPerDayMax'] === null) return;
  checkNumber(costs['reviewsPerDayMax'], 'costs.reviewsPerDayMax', [0, 1e6], report);
}

function checkDegraded(degraded: unknown, report: Report): void {
  if (!checkList(degraded, 'degraded', 20, report)) return;
  degraded.forEach((rule, index) => {
    const field = `degraded[${index}]`;
    const names = isObject(rule) && 'within' in rule ? ['within'] : [];
    if (!checkObject(rule, field, ['upToEur', 'verdict', ...names], report)) return;
    if ('within' in rule) checkBound(rule['within'], `${field}.within`, report);
    checkOneOf(rule['verdict'], `${field}.verdict`, VERDICTS, report);
    if (rule['upToEur'] === null) return;
    checkNumber(rule['upToEur'], `${field}.upToEur`, [0, 1e9], report);
  });
  const last: unknown = degraded.at(-1);
  if (!isObject(last) || last['upToEur'] !== null || 'within' in last) {
    report('degraded', 'must end with a rule for every amount: "upToEur": null, without "within"');
  }
}

function checkBound(bound: unknown, field: string, report: Report): void {
  if (!checkObject(bound, field, ['minutes', 'paymentsMax', 'eurMax'], report)) return;
  checkNumber(bound['minutes'], `${field}.minutes`, [1, UNSCORED_MINUTES_MAX], report);
  checkNumber(bound['paymentsMax'], `${field}.paymentsMax`, [0, UNSCORED_PAYMENTS_MAX], report);
  checkNumber(bound['eurMax'], `${field}.eurMax`, [0, 1e9], report);
}

function checkApprovals(approvals: unknown, report: Report): void {
  const field = 'randomApprovals';
  const names = ['share', 'paymentEurMax', 'dayEurMax'];
  if (!checkObject(approvals, field, names, report)) return;
  checkNumber(approvals['share'], `${field}.share`, [0, 0.01], report);
  checkNumber(approvals['paymentEurMax'], `${field}.paymentEurMax`, [0, 1e6], report);
  checkNumber(approvals['dayEurMax'], `${field}.dayEurMax`, [0, 1e6], report);
}

const CAPACITY_BOUNDS = {
  share: [0, 1],
  savedMax: [1, 1e4],
  reserved: [0, 1e4],
  sureScore: [0, 1],
  sureLossEur: [1, 1e9],
  fraudEur: [0, 1e4],
  priceEur: [0, 1e9],
  newDays: [0, 60],
  knownDays: [0, 60],
  knownPayments: [0, 1e6],
} as const;

function checkCapacity(capacity: unknown, report: Report): void {
  const at = 'reviewCapacity';
  if (!checkObject(capacity, at, Object.keys(CAPACITY_BOUNDS), report)) return;
  for (const [name, bounds] of Object.entries(CAPACITY_BOUNDS)) {
    checkNumber(capacity[name], `${at}.${name}`, bounds, report);
  }
  const above = (small: string, large: string): void => {
    if (Number(capacity[small]) <= Number(capacity[large])) return;
    report(`${at}.${small}`, `must not be above ${large}`);
  };
  above('reserved', 'savedMax');
  above('newDays', 'knownDays');
  above('priceEur', 'sureLossEur');
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reports missing and unknown fields by name. */
function checkObject(
  value: unknown,
  field: string,
  names: readonly string[],
  report: Report,
): value is Json {
  if (!isObject(value)) {
    report(field, `must be an object with ${names.join(', ')}`);
    return false;
  }
  const prefix = field === '' ? '' : `${field}.`;
  for (const name of Object.keys(value)) {
    if (!names.includes(name)) report(`${prefix}${name}`, 'is not a field of a policy');
  }
  const missing = names.filter((name) => !(name in value));
  for (const name of missing) report(`${prefix}${name}`, 'is missing');
  return missing.length === 0;
}

function checkList(
  value: unknown,
  field: string,
  max: number,
  report: Report,
): value is readonly unknown[] {
  if (Array.isArray(value) && value.length <= max) return true;
  report(field, `must be a list of at most ${max}`);
  return false;
}

/** Control characters and halves of characters, which views and screens cannot keep or show. */
const UNPRINTABLE = /\p{Control}|\p{Surrogate}/u;

function checkText(value: unknown, field: string, max: number, report: Report): void {
  if (typeof value !== 'string' || value.length === 0 || value.length > max) {
    report(field, `must be a text of 1 to ${max} characters`);
  } else if (UNPRINTABLE.test(value)) {
    report(field, 'must not hold control characters or halves of characters');
  }
}

function checkOneOf(value: unknown, field: string, among: readonly string[], report: Report): void {
  if (typeof value !== 'string' || !among.includes(value)) {
    report(field, `must be one of ${among.join(', ')}`);
  }
}

function checkNumber(
  value: unknown,
  field: string,
  [min, max]: readonly [number, number],
  report: Report,
): void {
  if (typeof value !== 'number' || !(value >= min && value <= max)) {
    report(field, `must be a number from ${min} to ${max}`);
  }
}
