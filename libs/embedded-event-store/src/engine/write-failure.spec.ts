import { whyNotWritten } from './write-failure.js';

describe('the reason for a write that failed', () => {
  it.each([
    ['ENOSPC', 'its disk is full, make room'],
    ['EDQUOT', 'the quota of its disk is used up'],
    ['EFBIG', 'raise it (ulimit -f)'],
    ['EROFS', 'its disk has become read-only'],
    ['EIO', 'see what the system log says of its disk'],
  ])('names the folder and the way out of %s', (code, wayOut) => {
    const reason = whyNotWritten('/data/store', Object.assign(new Error('as told'), { code }));
    expect(reason).toContain('event store /data/store could not write');
    expect(reason).toContain(wayOut);
    expect(reason).toContain('reads go on (as told)');
  });

  it('tells what is not an error too', () => {
    expect(whyNotWritten('/data/store', 'something')).toContain('(something)');
  });
});
