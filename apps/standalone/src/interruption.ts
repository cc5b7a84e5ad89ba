/** One Ctrl-C may arrive twice: from the terminal, and passed on by npm. */
const ECHO_MS = 1_000;

/**
 * Resolves at the first SIGINT or SIGTERM. A SIGINT well after it means that stopping takes too
 * long for the person at the terminal: then `insist` is called.
 */
export function interrupted(insist: () => void): Promise<void> {
  let firstAt: number | null = null;
  return new Promise((resolve) => {
    const onSignal = (signal: NodeJS.Signals): void => {
      if (firstAt === null) {
        firstAt = Date.now();
        resolve();
      } else if (signal === 'SIGINT' && Date.now() - firstAt > ECHO_MS) {
        insist();
      }
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
  });
}
