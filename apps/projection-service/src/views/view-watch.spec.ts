import { troubleOf } from './view-watch.js';

const LIVE = { status: 'live', trouble: null } as const;
const SEEN = {
  position: '7/7',
  caughtUp: false,
  lagMs: 4_000,
  setAside: 0,
  sinceMs: 1_000,
  seenMs: 1_000,
};

describe('a view', () => {
  it('is well when nothing waits for it, or not for long', () => {
    expect(
      troubleOf(LIVE, { ...SEEN, caughtUp: true, lagMs: 0, seenMs: 900_000 }, 900_000),
    ).toBeNull();
    expect(troubleOf(LIVE, SEEN, 2_000)).toBeNull();
  });

  it('is not well when it stands still though events wait, whatever it says of itself', () => {
    expect(troubleOf(LIVE, SEEN, 12_000)).toBe(
      'stands still at 7/7, 4 s behind the event store, for 11 s',
    );
  });

  it('is not well when it is built, or lags', () => {
    expect(troubleOf({ status: 'catching-up', trouble: null }, SEEN, 2_000)).toBe(
      'is being built: at 7/7, 4 s behind the event store',
    );
    expect(troubleOf(LIVE, { ...SEEN, lagMs: 61_000 }, 2_000)).toBe(
      'lags: at 7/7, 61 s behind the event store',
    );
  });

  it('is not well when it is not known how far it is', () => {
    expect(troubleOf(LIVE, undefined, 0)).toBe('it is not known yet how far it is');
    expect(troubleOf(LIVE, { ...SEEN, lagMs: null }, 0)).toBe(
      'the event store does not say what waits for it',
    );
  });

  it('is not well when the last look is too long ago, though that was well', () => {
    const well = { ...SEEN, caughtUp: true, lagMs: 0 };
    expect(troubleOf(LIVE, well, 21_000)).toBeNull();
    expect(troubleOf(LIVE, well, 22_000)).toBe(
      'it was at 7/7 21 s ago, and nothing was heard since',
    );
  });

  it('says its own trouble first', () => {
    expect(troubleOf({ status: 'waiting', trouble: 'no database' }, SEEN, 2_000)).toBe(
      'no database',
    );
  });
});
