import { Digests } from './digests.js';

let running = 0;
let runningMax = 0;
let made: string[];
let digests: Digests<string>;

beforeEach(() => {
  [running, runningMax, made] = [0, 0, []];
  digests = new Digests<string>();
});

describe('digests of views', () => {
  it('are made one at a time, and once for all who ask before its turn', async () => {
    const views = ['orders', 'journal', 'cases'];
    const asked = Array.from({ length: 60 }, (_, i) => ask(views[i % 3] ?? ''));
    const answers = await Promise.all(asked);
    expect(answers.slice(0, 3)).toEqual(views);
    expect(runningMax).toBe(1);
    expect(made).toHaveLength(3);
  });

  it('are made again for who asks while one is made, and no older than the question', async () => {
    const first = ask('orders');
    await settled();
    expect(made).toEqual(['orders']);
    const later = [ask('orders'), ask('orders')];
    await Promise.all([first, ...later]);
    expect(made).toEqual(['orders', 'orders']);
  });

  it('go on after one that failed', async () => {
    await expect(digests.of('orders', () => Promise.reject(new Error('away')))).rejects.toThrow(
      'away',
    );
    expect(await ask('orders')).toBe('orders');
  });
});

function ask(view: string): Promise<string> {
  return digests.of(view, async () => {
    made.push(view);
    running += 1;
    runningMax = Math.max(runningMax, running);
    await settled();
    running -= 1;
    return view;
  });
}

function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
