/** Most urgent first. */
export const PRIORITIES = ['P0', 'P1', 'P2', 'P3'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** Within how many minutes a person has to answer. */
export const RESPONSE_MINUTES: Readonly<Record<Priority, number>> = {
  P0: 15,
  P1: 60,
  P2: 240,
  P3: 1_440,
};

/** What an incident is about; one that touches several is about the first of them. */
export const TOPICS = ['security', 'outage', 'payment', 'other'] as const;
export type Topic = (typeof TOPICS)[number];

export const ROLES = [
  'support-engineer',
  'senior-engineer',
  'tech-lead',
  'engineering-manager',
  'cto',
] as const;
export type ResponderRole = (typeof ROLES)[number];

type Level = { readonly role: ResponderRole; readonly minutes: number | null };

/** Who hears of an incident after whom, and how long each has to end it; none is above the last. */
export const ESCALATION: readonly [Level, ...Level[]] = [
  { role: 'support-engineer', minutes: 60 },
  { role: 'senior-engineer', minutes: 120 },
  { role: 'tech-lead', minutes: 240 },
  { role: 'engineering-manager', minutes: 480 },
  { role: 'cto', minutes: null },
];

/** The more urgent of two. */
export function moreUrgent(a: Priority, b: Priority): Priority {
  return a < b ? a : b;
}
