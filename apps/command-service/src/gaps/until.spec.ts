import { until } from './until.js';

describe('a source that is read until a signal', () => {
  it('gives every item while nobody aborts', async () => {
    expect(await all(until(new AbortController().signal, numbers(3)))).toEqual([0, 1, 2]);
  });

  it('ends at once, also while the source keeps silent or fails later', async () => {
    const stopping = new AbortController();
    const { source, fail } = silentAfter(1);
    const read = all(until(stopping.signal, source));
    stopping.abort();
    expect((await read).length).toBeLessThanOrEqual(1);
    fail(new Error('too late'));
    await new Promise((resolve) => setImmediate(resolve));
  });

  it('passes on that the source fails', async () => {
    const { source, fail } = silentAfter(1);
    const read = all(until(new AbortController().signal, source));
    fail(new Error('reset'));
    await expect(read).rejects.toThrow('reset');
  });
});

async function* numbers(count: number): AsyncGenerator<number> {
  for (let number = 0; number < count; number += 1) {
    await Promise.resolve();
    yield number;
  }
}

/** Gives some items, then nothing until it fails. */
function silentAfter(count: number): {
  readonly source: AsyncIterable<number>;
  readonly fail: (error: Error) => void;
} {
  let fail: (error: Error) => void = () => undefined;
  const silence = new Promise<never>((_, reject) => {
    fail = reject;
  });
  silence.catch(() => undefined);
  async function* source(): AsyncGenerator<number> {
    yield* numbers(count);
    await silence;
  }
  return { source: source(), fail: (error) => fail(error) };
}

async function all(items: AsyncIterable<number>): Promise<number[]> {
  const found = [];
  for await (const item of items) found.push(item);
  return found;
}
