import { TokenBuckets } from './token-buckets.js';

const TEN_A_SECOND = { count: 10, seconds: 1 };

let now: number;
let buckets: TokenBuckets;

beforeEach(() => {
  now = 0;
  buckets = new TokenBuckets({ bucketsMax: 2, nowMs: () => now });
});

const takenOf = (tries: number): number =>
  Array.from({ length: tries }, () => buckets.take('shop', TEN_A_SECOND)).filter(
    ({ isTaken }) => isTaken,
  ).length;

describe('a bucket of tokens', () => {
  it('gives what it holds at once, then as fast as it fills', () => {
    expect(takenOf(15)).toBe(10);
    now = 500;
    expect(takenOf(15)).toBe(5);
    now = 100_000;
    expect(takenOf(15)).toBe(10);
  });

  it('says what is left, and how long to wait for more', () => {
    const rate = { count: 2, seconds: 60 };
    expect(buckets.take('shop', rate)).toMatchObject({ left: 1, waitSeconds: 0, fullSeconds: 30 });
    buckets.take('shop', rate);
    expect(buckets.take('shop', rate)).toMatchObject({ isTaken: false, left: 0, waitSeconds: 30 });
  });

  it('takes many together or none, and at most a full bucket', () => {
    buckets.take('shop', TEN_A_SECOND, 8);
    expect(buckets.take('shop', TEN_A_SECOND, 5).isTaken).toBe(false);
    expect(buckets.take('shop', TEN_A_SECOND, 2).isTaken).toBe(true);
    now = 1_000;
    expect(buckets.take('shop', TEN_A_SECOND, 1_000).isTaken).toBe(true);
  });

  it('is of one name, and the oldest is forgotten when there are too many', () => {
    const once = { count: 1, seconds: 60 };
    const isTaken = (name: string): boolean => buckets.take(name, once).isTaken;
    expect(['a', 'b', 'a', 'b'].map(isTaken)).toEqual([true, true, false, false]);
    expect(['c', 'b', 'a'].map(isTaken)).toEqual([true, false, true]);
  });
});
