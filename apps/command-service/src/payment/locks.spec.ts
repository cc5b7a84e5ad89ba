import { Locks } from './locks.js';

describe('locks', () => {
  it('run tasks of one key one after another', async () => {
    const locks = new Locks();
    const seen: string[] = [];
    const task = (name: string) => async (): Promise<string> => {
      seen.push(`${name} begins`);
      await Promise.resolve();
      seen.push(`${name} ends`);
      return name;
    };
    const results = await Promise.all(['a', 'b', 'c'].map((name) => locks.run('k', task(name))));
    expect(results).toEqual(['a', 'b', 'c']);
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('let other keys pass', async () => {
    const locks = new Locks();
    const never = new Promise<never>(() => undefined);
    void locks.run('k', () => never);
    await expect(locks.run('other', () => Promise.resolve('done'))).resolves.toBe('done');
  });

  it('go on after a task that failed, and forget keys at rest', async () => {
    const locks = new Locks();
    const failing = locks.run('k', () => Promise.reject(new Error('no')));
    const next = locks.run('k', () => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('no');
    await expect(next).resolves.toBe('done');
    expect(locks.size).toBe(0);
  });
});
