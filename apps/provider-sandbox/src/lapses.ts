import type { DueTask } from './ledger/due-task.js';
import type { Logger } from '#platform';
import { dueTasks } from './ledger/due.js';
import type { Draft } from './ledger/shelf.js';
import { PayPalDesk, type PayPalParts } from './paypal/desk.js';
import { runOut } from './paypal/disputes/resolve.js';
import { lapse as paypalLapse } from './paypal/void.js';
import { BY_ITSELF, StripeDesk, type StripeParts } from './stripe/desk.js';
import { dueDecision } from './stripe/disputes/respond.js';
import { foreseenDispute, foreseenFraud } from './stripe/foreseen.js';
import { lapse as stripeLapse, revealFee } from './stripe/lapse.js';
import { arrive, runDaily } from './stripe/payouts/run.js';
import { failRefund, settleRefund } from './stripe/refund.js';

/** How late something that happens by itself may come. */
const EVERY_MS = 200;

/** Does what is due by the sandbox's clock: holds lapse, fees become known, refunds settle. */
export class Lapses {
  readonly #stripe: StripeParts;
  readonly #paypal: PayPalParts;
  readonly #logger: Logger;
  #timer: NodeJS.Timeout | null = null;
  #underway: Promise<void> = Promise.resolve();

  constructor(parts: { stripe: StripeParts; paypal: PayPalParts; logger: Logger }) {
    this.#stripe = parts.stripe;
    this.#paypal = parts.paypal;
    this.#logger = parts.logger;
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.runDue().catch((error: unknown) => {
        this.#logger.error({ err: error }, 'what was due did not happen');
      });
    }, EVERY_MS);
  }

  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#underway;
  }

  /** Resolves when everything due by now has happened and is on disk. */
  async runDue(): Promise<void> {
    this.#underway = this.#underway.then(() => this.#run());
    await this.#underway;
  }

  async #run(): Promise<void> {
    const { shelf, clock } = this.#stripe;
    const due = dueTasks(shelf, clock.now());
    const commits: Promise<void>[] = [];
    for (const [key, task] of due) {
      // A request may have settled it since it was read from disk.
      if (shelf.get('due', key) === undefined) continue;
      const draft = shelf.draft();
      draft.remove('due', key);
      this.#happen(task, draft);
      commits.push(draft.commit());
    }
    await Promise.all(commits);
  }

  #happen({ kind, id }: DueTask, draft: Draft): void {
    const stripe = new StripeDesk(this.#stripe, draft, BY_ITSELF);
    const happenings: Record<DueTask['kind'], () => void> = {
      'stripe-authorisation-lapses': () => stripeLapse(stripe, id),
      'stripe-fee-becomes-known': () => revealFee(stripe, id),
      'stripe-refund-fails': () => failRefund(stripe, id),
      'stripe-refund-settles': () => settleRefund(stripe, id),
      'stripe-dispute-opens': () => foreseenDispute(stripe, id),
      'stripe-dispute-decided': () => dueDecision(stripe, id),
      'stripe-fraud-reported': () => foreseenFraud(stripe, id),
      'stripe-payout-arrives': () => arrive(stripe, id),
      'stripe-payouts-run': () => runDaily(stripe),
      'paypal-dispute-runs-out': () => runOut(new PayPalDesk(this.#paypal, draft), id),
      'paypal-authorisation-lapses': () => paypalLapse(new PayPalDesk(this.#paypal, draft), id),
    };
    happenings[kind]();
  }
}
