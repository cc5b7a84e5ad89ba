/**
 * The items of a source until the signal aborts; then it ends at once, and nobody waits for what
 * the source is still asking for.
 */
export async function* until<Item>(
  signal: AbortSignal,
  source: AsyncIterable<Item>,
): AsyncGenerator<Item> {
  const items = source[Symbol.asyncIterator]();
  while (!signal.aborted) {
    const item = await unlessAborted(signal, items.next());
    if (item === null || item.done === true) return;
    yield item.value;
  }
}

/** Null when the signal comes first; what the promise comes to later is of no interest then. */
function unlessAborted<Value>(signal: AbortSignal, value: Promise<Value>): Promise<Value | null> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      resolve(null);
    };
    signal.addEventListener('abort', abort);
    value.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', abort);
    });
  });
}
