import type { Dataset } from '#fraud-model';

const TRAIN_SHARE = 0.55;
const VALIDATION_SHARE = 0.15;

/** Of each kind in the comparison, or its result would be luck. */
const COMPARED_MIN = 10;

/** From this many frauds of its own, the ledger needs no made-up payments any more. */
const OWN_FRAUDS_MIN = 1000;

/** How often own payments may be repeated while few, so that made-up ones do not hide them. */
const REPEATS_MAX = 40;
const OWN_SHARE = 0.15;

type Learning = { readonly train: Dataset; readonly validation: Dataset };

export type Slices = {
  /** Later than everything learnt from. */
  readonly comparison: Dataset;
  /** Why they are not enough; null when they are. */
  readonly trouble: string | null;
  /** The ledger's slices together with made-up payments. */
  readonly beside: (worlds: Learning) => Learning;
};

/** Cuts rows, which are in order of time, into what is learnt from and what is compared on. */
export function slicesOf(data: Dataset): Slices {
  const trainEnd = Math.floor(data.length * TRAIN_SHARE);
  const validationEnd = Math.floor(data.length * (TRAIN_SHARE + VALIDATION_SHARE));
  const train = data.filter((_, row) => row < trainEnd);
  const validation = data.filter((_, row) => row >= trainEnd && row < validationEnd);
  const comparison = data.filter((_, row) => row >= validationEnd);
  return { comparison, trouble: troubleOf(comparison), beside: (worlds) => beside(worlds) };

  function beside(worlds: Learning): Learning {
    if (train.fraudCount >= OWN_FRAUDS_MIN) return { train, validation };
    const repeats = Math.ceil((worlds.train.length * OWN_SHARE) / Math.max(1, train.length));
    for (let left = Math.min(REPEATS_MAX, repeats); left > 0; left -= 1) worlds.train.append(train);
    worlds.validation.append(validation);
    return worlds;
  }
}

/** Why rows are too few to compare models on; null when they are enough. */
export function troubleOf(comparison: Dataset): string | null {
  const frauds = comparison.fraudCount;
  const honest = comparison.length - frauds;
  if (frauds >= COMPARED_MIN && honest >= COMPARED_MIN) return null;
  return (
    `the latest payments have ${frauds} frauds and ${honest} honest ones to compare models on, ` +
    `${COMPARED_MIN} of each are needed`
  );
}
