import type { Stripe } from 'stripe';
import type { StripeAccount } from './account.js';
import { isMissing } from './errors.js';
import { paymentIdIn } from './objects.js';

type Labelled = { readonly metadata: Stripe.Metadata | null };

/** Reads whose payment an object belongs to; the prefix of its id tells what it is. */
export async function paymentOf(account: StripeAccount, reference: string): Promise<string | null> {
  const labelled = await read(account, reference);
  return labelled && paymentIdIn(labelled);
}

/** Whether there is an object of this id, of ours or not. */
export async function knows(account: StripeAccount, reference: string): Promise<boolean> {
  return (await read(account, reference)) !== null;
}

/** Whether an id is of an object that has our metadata. */
export function isAskable(reference: string): boolean {
  return /^(pi|ch|py|re|pyr)_/.test(reference);
}

function read({ stripe, attempts }: StripeAccount, reference: string): Promise<Labelled | null> {
  return attempts.ask(async () => {
    try {
      return await found(stripe, reference);
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  });
}

async function found(stripe: Stripe, reference: string): Promise<Labelled | null> {
  const [prefix] = reference.split('_');
  switch (prefix) {
    case 'pi':
      return stripe.paymentIntents.retrieve(reference);
    case 'ch':
    case 'py':
      return stripe.charges.retrieve(reference);
    case 're':
    case 'pyr':
      return stripe.refunds.retrieve(reference);
    default:
      return null;
  }
}
