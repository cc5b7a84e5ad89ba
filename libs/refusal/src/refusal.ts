/** What the rule was broken with, by name: ids and amounts, never personal data. */
export type RefusalDetails = Readonly<Record<string, string>>;

/**
 * A command broke a rule; nothing was recorded. Each subject derives its own class, with the codes
 * of its registry.
 *
 * Not for outcomes the business expects (a decline is an event), nor for bugs (assert those).
 */
export abstract class Refusal<Code extends string = string> extends Error {
  /** @param rules the registry of the code. Codes are API: add freely, never rename or reuse. */
  constructor(
    rules: Readonly<Record<Code, string>>,
    readonly code: Code,
    readonly details: RefusalDetails = {},
  ) {
    super(rules[code]);
  }
}
