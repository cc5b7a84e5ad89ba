import { Money, type MoneyJson } from '#money';
import type { ProviderLine } from './match.js';
import type { Movement } from './movement.js';

/** A movement of ours, as a row keeps it. */
export type MovementJson = {
  readonly operationId: string;
  readonly amount: MoneyJson;
  readonly fee: MoneyJson | null;
  readonly at: string;
};

/** A provider's line, as a row keeps it. */
export type ProviderLineJson = {
  readonly lineId: string;
  readonly amount: MoneyJson;
  readonly presented?: MoneyJson;
  readonly fee: MoneyJson;
  readonly at: string;
};

export type MatchJson = {
  readonly ours: readonly MovementJson[];
  readonly theirs: readonly ProviderLineJson[];
};

type Sides = { readonly ours: readonly Movement[]; readonly theirs: readonly ProviderLine[] };

export function sidesToJson({ ours, theirs }: Sides): MatchJson {
  return {
    ours: ours.map((one) => ({
      ...one,
      amount: one.amount.toJSON(),
      fee: one.fee?.toJSON() ?? null,
    })),
    theirs: theirs.map(({ amount, presented, fee, ...line }) => ({
      ...line,
      amount: amount.toJSON(),
      ...(presented === undefined ? {} : { presented: presented.toJSON() }),
      fee: fee.toJSON(),
    })),
  };
}

export function sidesFromJson({ ours, theirs }: MatchJson): Sides {
  return {
    ours: ours.map((one) => ({
      ...one,
      amount: Money.fromJSON(one.amount),
      fee: one.fee === null ? null : Money.fromJSON(one.fee),
    })),
    theirs: theirs.map(({ amount, presented, fee, ...line }) => ({
      ...line,
      amount: Money.fromJSON(amount),
      ...(presented === undefined ? {} : { presented: Money.fromJSON(presented) }),
      fee: Money.fromJSON(fee),
    })),
  };
}
