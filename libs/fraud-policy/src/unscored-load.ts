/** Of the card, customer or device of a payment: the highest of their counts and of their sums. */
export type UnscoredLoad = { readonly payments: number; readonly eur: number };

/** What was approved without a score so many minutes before a payment; null: not known. */
export type UnscoredBefore = (minutes: number) => UnscoredLoad | null;
