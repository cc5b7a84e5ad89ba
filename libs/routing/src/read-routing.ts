import { isCurrency } from '#money';
import { PROVIDERS } from '#provider-port';
import { METHOD_KINDS, type RoutingPolicy } from './policy.js';

/** One thing wrong with a policy, by its path, as in `rules[2].when.currencies[0]`. */
export type RoutingFault = { readonly field: string; readonly message: string };

const RULES_MAX = 100;
const CURRENCIES_MAX = 200;
const RULE_ID = /^[a-z0-9][a-z0-9-]{0,63}$/;
const CONDITIONS = ['currencies', 'methods', 'amountAtLeast', 'amountAtMost'];

type Json = Readonly<Record<string, unknown>>;
type Report = (field: string, message: string) => void;

/** @returns the policy, or everything that is wrong with it. */
export function readRouting(
  value: unknown,
): { readonly policy: RoutingPolicy } | { readonly faults: readonly RoutingFault[] } {
  const faults: RoutingFault[] = [];
  const report: Report = (field, message) => faults.push({ field, message });
  if (!isObject(value)) {
    report('', 'must be an object with rules and failover');
  } else {
    checkFields(value, '', ['rules', 'failover'], report);
    if (typeof value['failover'] !== 'boolean') report('failover', 'must be true or false');
    checkRules(value['rules'], report);
  }
  return faults.length > 0 ? { faults } : { policy: value as RoutingPolicy };
}

function checkRules(rules: unknown, report: Report): void {
  if (!Array.isArray(rules) || rules.length > RULES_MAX) {
    report('rules', `must be a list of at most ${RULES_MAX} rules`);
    return;
  }
  const ids = new Set<unknown>();
  (rules as unknown[]).forEach((rule, index) => {
    const field = `rules[${index}]`;
    if (!isObject(rule)) {
      report(field, 'must be an object with id, when and prefer');
      return;
    }
    checkFields(rule, field, ['id', 'when', 'prefer'], report);
    const { id, when, prefer } = rule;
    if (typeof id !== 'string' || !RULE_ID.test(id)) {
      report(`${field}.id`, 'must be 1 to 64 lower-case letters, digits and hyphens');
    }
    if (ids.has(id)) report(`${field}.id`, 'is used by another rule');
    ids.add(id);
    checkSome(prefer, `${field}.prefer`, PROVIDERS, report);
    checkCondition(when, `${field}.when`, report);
  });
}

function checkCondition(when: unknown, field: string, report: Report): void {
  if (!isObject(when)) {
    report(field, 'must be an object; {} holds for every payment');
    return;
  }
  checkFields(when, field, CONDITIONS, report);
  const { currencies, methods, amountAtLeast, amountAtMost } = when;
  if (currencies !== undefined) checkCurrencies(currencies, `${field}.currencies`, report);
  if (methods !== undefined) checkSome(methods, `${field}.methods`, METHOD_KINDS, report);
  if (amountAtLeast !== undefined) checkAmount(amountAtLeast, `${field}.amountAtLeast`, report);
  if (amountAtMost !== undefined) checkAmount(amountAtMost, `${field}.amountAtMost`, report);
}

function checkCurrencies(value: unknown, field: string, report: Report): void {
  if (!Array.isArray(value) || value.length === 0 || value.length > CURRENCIES_MAX) {
    report(field, `must be a list of 1 to ${CURRENCIES_MAX} currencies`);
    return;
  }
  (value as unknown[]).forEach((code, index) => {
    if (isCode(code)) return;
    report(`${field}[${index}]`, 'must be an ISO 4217 currency code, as in "EUR"');
  });
}

function checkAmount(value: unknown, field: string, report: Report): void {
  if (!isObject(value)) {
    report(field, 'must be an object with amount and currency');
    return;
  }
  checkFields(value, field, ['amount', 'currency'], report);
  const { amount, currency } = value;
  if (typeof amount !== 'string' || !/^(0|[1-9]\d{0,17})$/.test(amount)) {
    report(`${field}.amount`, 'must be minor units as digits without leading zeros, as in "1050"');
  }
  if (!isCode(currency)) report(`${field}.currency`, 'must be an ISO 4217 currency code');
}

function checkSome(value: unknown, field: string, words: readonly string[], report: Report): void {
  const known =
    Array.isArray(value) && value.length > 0 && value.every((word) => isOneOf(word, words));
  if (known && new Set(value).size === value.length) return;
  report(field, `must be a list of some of ${words.join(', ')}, each once`);
}

function checkFields(value: Json, field: string, known: readonly string[], report: Report): void {
  for (const name of Object.keys(value)) {
    if (!known.includes(name)) report(field === '' ? name : `${field}.${name}`, 'is not a field');
  }
}

function isOneOf(word: unknown, words: readonly string[]): boolean {
  return typeof word === 'string' && words.includes(word);
}

function isCode(value: unknown): boolean {
  return typeof value === 'string' && isCurrency(value);
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
