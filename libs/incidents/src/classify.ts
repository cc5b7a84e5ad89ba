import { moreUrgent, TOPICS, type Priority, type Topic } from './vocabulary.js';
import { topicsOf } from './words.js';

export type Classification = { readonly topic: Topic; readonly priority: Priority };

/** People affected from which on an incident is more urgent by one step, and by two. */
const MANY = 10;
const VERY_MANY = 100;

/** By topic: for a few people, for many, for very many. */
const PRIORITY: Readonly<Record<Topic, readonly [Priority, Priority, Priority]>> = {
  security: ['P0', 'P0', 'P0'],
  outage: ['P1', 'P0', 'P0'],
  payment: ['P2', 'P1', 'P0'],
  other: ['P3', 'P2', 'P1'],
};

/**
 * What a person's report is about, and how urgent. It is as urgent as the most urgent of its
 * topics, and about the first of them: no other word takes a security word's place.
 *
 * @param kind what the reporter chose; null leaves it to the words.
 * @param affected how many people the reporter knows of; null for not known, taken as a few.
 */
export function classifyReport(report: {
  readonly kind: Topic | null;
  readonly text: string;
  readonly affected: number | null;
}): Classification {
  const { kind, text, affected } = report;
  const named = new Set<Topic>([...topicsOf(text), kind ?? 'other', 'other']);
  const topics = TOPICS.filter((topic) => named.has(topic));
  const priority = topics.map((topic) => priorityOf(topic, affected ?? 1)).reduce(moreUrgent);
  return { topic: topics[0] ?? 'other', priority };
}

function priorityOf(topic: Topic, affected: number): Priority {
  const [few, many, veryMany] = PRIORITY[topic];
  if (affected >= VERY_MANY) return veryMany;
  return affected >= MANY ? many : few;
}

/** Groups of rules whose critical alerts say that money is taken wrongly, or not at all. */
const MONEY_GROUPS = ['payments', 'ledger'];

/** How urgent an alert is. One for security is never less urgent than another of its severity. */
export function classifyAlert(alert: {
  readonly severity: 'critical' | 'warning';
  readonly group: string;
  readonly team: string | null;
}): Classification {
  const { severity, group, team } = alert;
  const isSecurity = team === 'security';
  const isMoney = MONEY_GROUPS.includes(group);
  const topic = isSecurity ? 'security' : isMoney ? 'payment' : 'outage';
  if (severity === 'warning') return { topic, priority: isSecurity ? 'P1' : 'P2' };
  return { topic, priority: isSecurity || isMoney ? 'P0' : 'P1' };
}
