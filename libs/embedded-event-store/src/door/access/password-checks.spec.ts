import { PasswordChecks, TooManyFailures } from './password-checks.js';

let nowMs: number;
let checks: PasswordChecks;
let checked: string[];

beforeEach(() => {
  nowMs = 0;
  checks = new PasswordChecks(() => nowMs);
  checked = [];
});

describe('password checks', () => {
  it('let hosts take turns, so that 200 guesses of one keep no other out', async () => {
    const guesses = Array.from({ length: 200 }, () => attempt('guesser', false));
    const honest = attempt('shop', true);
    expect(await honest).toBe(true);
    expect(checked.indexOf('shop')).toBeLessThan(3);
    await Promise.allSettled(guesses);
  });

  it('are not made any more after ten failures, until some time has passed', async () => {
    const guesses = Array.from({ length: 200 }, () => attempt('guesser', false));
    const answers = await Promise.allSettled(guesses);
    expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(190);
    expect(checked).toHaveLength(10);
    await expect(attempt('guesser', true)).rejects.toThrow(TooManyFailures);
    nowMs += 1_000;
    expect(await attempt('guesser', true)).toBe(true);
    expect(await attempt('guesser', false)).toBe(false);
  });

  it('run one at a time', async () => {
    let running = 0;
    let most = 0;
    const check = async () => {
      most = Math.max(most, (running += 1));
      await new Promise(setImmediate);
      running -= 1;
      return true;
    };
    await Promise.all(['a', 'b', 'b', 'c'].map((host) => checks.run(host, 'admin', check)));
    expect(most).toBe(1);
  });

  it('go on after one that threw', async () => {
    const broken = checks.run('a', 'admin', () => Promise.reject(new Error('no memory')));
    await expect(broken).rejects.toThrow('no memory');
    expect(await attempt('a', true)).toBe(true);
  });
});

function attempt(host: string, isRight: boolean): Promise<boolean> {
  return checks.run(host, 'admin', () => {
    checked.push(host);
    return Promise.resolve(isRight);
  });
}
