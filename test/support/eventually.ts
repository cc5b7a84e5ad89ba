const BOUND_MS = 120_000;
const PAUSE_MS = 20;

/**
 * Asks again and again until the answer is truthy, for at most two minutes: a machine that has
 * much else to do is slow, and that is no failure.
 *
 * @returns that answer
 * @throws Error that shows the question when it never came true
 */
export async function eventually<Answer>(
  ask: () => Answer | Promise<Answer>,
): Promise<Exclude<Answer, undefined | null | false | 0 | ''>> {
  const endMs = Date.now() + BOUND_MS;
  for (;;) {
    const answer = await ask();
    if (answer) return answer as Exclude<Answer, undefined | null | false | 0 | ''>;
    if (Date.now() > endMs) throw new Error(`it never came true: ${ask.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
