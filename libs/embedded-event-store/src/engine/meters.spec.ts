import { AppendTooLarge, ConcurrencyConflict, StreamDeleted } from '#event-store';
import { Histogram, Meters } from './meters.js';

describe('a histogram', () => {
  it('counts each value below its bound, which is inclusive, and above all bounds', () => {
    const histogram = new Histogram([1, 10]);
    for (const value of [0.5, 1, 2, 10, 11, 1_000]) histogram.observe(value);
    expect(histogram.snapshot()).toEqual({ bounds: [1, 10], counts: [2, 2, 2], sum: 1_024.5 });
  });
});

describe('the meters of a store', () => {
  it('tell appends from refused ones, by reason', () => {
    const meters = new Meters();
    meters.appended(3, 300);
    meters.appended(0, 0);
    meters.refused(new ConcurrencyConflict('stream', 'any', null));
    meters.refused(new StreamDeleted('stream'));
    meters.refused(new AppendTooLarge(1));
    meters.refused(new Error('the disk is full'));
    meters.refused(new Error('the disk is full'));
    expect(meters.snapshot(7)).toMatchObject({
      appends: 2,
      appendedEvents: 3,
      appendedBytes: 300,
      refusedAppends: { conflict: 1, deleted: 1, 'too-large': 1, failed: 2 },
      position: 7,
    });
  });

  it('count a subscription while it is open, and its end once', () => {
    const meters = new Meters();
    const [ended] = [meters.subscribed('all'), meters.subscribed('all')];
    ended();
    ended();
    expect(meters.snapshot(0).subscriptions).toEqual({ stream: 0, all: 1 });
  });

  it('do not change what was taken from them', () => {
    const meters = new Meters();
    const before = meters.snapshot(0);
    meters.committed(1.5, 10);
    meters.readFrom('stream');
    expect(before).toMatchObject({ reads: { stream: 0 }, commitMs: { sum: 0 } });
    expect(meters.snapshot(0).commitEvents.sum).toBe(10);
  });
});
