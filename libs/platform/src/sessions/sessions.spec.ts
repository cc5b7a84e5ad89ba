import { Sessions } from './sessions.js';

const AMAL = { client: 'amal', role: 'analyst' } as const;

let now: number;
let sessions: Sessions;

beforeEach(() => {
  now = 1_000;
  sessions = new Sessions({ idleMs: 100, wholeMs: 250, countMax: 2, nowMs: () => now });
});

describe('a session', () => {
  it('is known by its token alone', () => {
    const token = sessions.open(AMAL, 'key');
    expect(sessions.use(token)).toMatchObject({ caller: AMAL, key: 'key' });
    expect(sessions.use(`${token}x`)).toBeNull();
    expect(token).toMatch(/^[\w-]{43}$/);
  });

  it('ends when nothing came for a while, and each request puts that off', () => {
    const token = sessions.open(AMAL, 'key');
    now += 99;
    expect(sessions.use(token)).not.toBeNull();
    now += 99;
    expect(sessions.use(token)).not.toBeNull();
    now += 100;
    expect(sessions.use(token)).toBeNull();
  });

  it('ends after its whole time, requests or not', () => {
    const token = sessions.open(AMAL, 'key');
    now += 99;
    sessions.use(token);
    now += 99;
    sessions.use(token);
    now += 52;
    expect(sessions.use(token)).toBeNull();
  });

  it('ends by signing out', () => {
    const token = sessions.open(AMAL, 'key');
    sessions.close(token);
    expect(sessions.use(token)).toBeNull();
  });

  it('gives way to newer ones when there are too many, the longest unused first', () => {
    const first = sessions.open(AMAL, 'key');
    const second = sessions.open(AMAL, 'key');
    sessions.use(first);
    sessions.open(AMAL, 'key');
    expect([sessions.use(first) === null, sessions.use(second)]).toEqual([false, null]);
  });

  it('gives way to newer ones of its caller first, so that none signs out the others', () => {
    sessions = new Sessions({ countMax: 5, ownMax: 2, nowMs: () => now });
    const bens = sessions.open({ client: 'ben', role: 'analyst' }, 'key of ben');
    const [first, ...later] = Array.from({ length: 20 }, () => sessions.open(AMAL, 'key'));
    expect(sessions.use(bens)).not.toBeNull();
    expect(sessions.use(String(first))).toBeNull();
    expect(later.filter((token) => sessions.use(token) !== null)).toHaveLength(2);
  });
});
