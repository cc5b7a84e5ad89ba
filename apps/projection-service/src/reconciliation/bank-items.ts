import { Money } from '#money';
import {
  bankReferenceOf,
  exceptionIdOf,
  matchPayouts,
  RULE_SET,
  type BankItem,
  type ExceptionKey,
  type Finding,
  type PayoutItem,
  type PayoutSides,
} from '#reconciliation';
import type { BankGroup, BankLineJson, PayoutJson } from './bank-leg.entity.js';

/** Under which exceptions of the bank's lines are known: they are of no provider. */
export const BANK = 'bank';
export const BANK_LINE = 'line';

export function payoutKeyOf({ provider, reference }: PayoutName): ExceptionKey {
  return { provider, kind: 'payout', reference };
}

export function bankLineKeyOf({ key }: Pick<BankLineJson, 'key'>): ExceptionKey {
  return { provider: BANK, kind: BANK_LINE, reference: key };
}

export function payoutIdOf(payout: PayoutName): string {
  return exceptionIdOf(payoutKeyOf(payout));
}

export function bankLineIdOf(line: Pick<BankLineJson, 'key'>): string {
  return exceptionIdOf(bankLineKeyOf(line));
}

/** What a bank may write of a payout: the provider's id of it. */
export function referencesOfPayout({ reference }: PayoutName): readonly string[] {
  return [bankReferenceOf(reference)];
}

type PayoutName = Pick<PayoutJson, 'provider' | 'reference'>;
type Members = Pick<BankGroup, 'payouts' | 'bankLines'>;

/** What the rules say of a group: of a time, or of when all should be there. */
export function findingsOfGroup(group: Members, now: number): readonly Finding[] {
  return matchPayouts(sidesOfGroup(group), { rules: RULE_SET, now });
}

export function sidesOfGroup({ payouts, bankLines }: Members): PayoutSides {
  return { payouts: payouts.map(payoutItem), bankLines: bankLines.map(bankItem) };
}

function payoutItem(payout: PayoutJson): PayoutItem {
  const { provider, amount, status, arrivesAt, at } = payout;
  return {
    ...{ provider, status, arrivesAt, at },
    id: payoutIdOf(payout),
    references: referencesOfPayout(payout),
    amount: Money.fromJSON(amount),
    content: null,
  };
}

function bankItem(line: BankLineJson): BankItem {
  const { key, references, amount, bookedOn } = line;
  const [account = ''] = key.split('.');
  const at = `${bookedOn}T00:00:00.000Z`;
  return { id: bankLineIdOf(line), account, references, amount: Money.fromJSON(amount), at };
}

/** From when on a payout should be at the bank. */
export function bankedBy({ arrivesAt, at }: Pick<PayoutJson, 'arrivesAt' | 'at'>): Date {
  return new Date(Date.parse(arrivesAt ?? at) + RULE_SET.bankedWithinMs);
}
