/** Lets everything else that waits have its turn of the event loop. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** One page a turn: however much there is to read, others wait for one page of it. */
export async function* inTurns<Page>(pages: Iterable<Page>): AsyncGenerator<Page> {
  let first = true;
  for (const page of pages) {
    if (!first) await nextTurn();
    first = false;
    yield page;
  }
}
