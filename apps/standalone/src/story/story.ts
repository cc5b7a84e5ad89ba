import { randomBytes } from 'node:crypto';
import type { Plan } from '../parts/parts.js';
import { playBooks } from './books.js';
import { playCards } from './cards.js';
import { CheckList } from './check-list.js';
import { leaveSomeWaiting, playHeldPayment } from './held.js';
import { playPayPal } from './paypal.js';
import { playPublicFile } from './public-file.js';
import { playRefusals } from './refusals.js';
import { Scene } from './scene.js';

export type StoryOptions = {
  /** Payments of the public file to send. */
  readonly payments: number;
  /** What programs that the story starts inherit. */
  readonly env: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
};

/**
 * Plays a day of a shop on the running system, over HTTP alone. Played again on the same data it
 * makes new payments, and the checks then hold for all days together.
 *
 * @returns whether every check held.
 */
export async function playStory(
  plan: Plan,
  { payments, env, say }: StoryOptions,
): Promise<boolean> {
  const scene = new Scene(plan, randomBytes(4).toString('hex'), env);
  const checks = new CheckList(say);
  say('');
  say(`the story of a day (${scene.run}): sandbox money, real steps`);
  try {
    await playCards(scene, checks);
    await playPayPal(scene, checks);
    await playRefusals(scene, checks);
    await playHeldPayment(scene, checks);
    await leaveSomeWaiting(scene, checks);
    await playPublicFile(scene, checks, payments);
    await playBooks(scene, checks);
  } finally {
    scene.close();
  }
  const { failed, count } = checks;
  say(
    failed.length === 0
      ? `all ${count} checks held`
      : `${failed.length} of ${count} checks did not hold: ${failed.join('; ')}`,
  );
  return failed.length === 0;
}
