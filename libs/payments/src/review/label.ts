import type { ReviewApproved, ReviewRejected } from './events.js';

/** What a decision says the payment was; null when the analyst chose to say nothing. */
export function findingOf({
  type,
  data: { label },
}: ReviewApproved | ReviewRejected): 'fraud' | 'legitimate' | null {
  switch (label) {
    case undefined:
      return type === 'ReviewApproved' ? 'legitimate' : 'fraud';
    case 'none':
      return null;
    default:
      return label === 'fraud' ? 'fraud' : 'legitimate';
  }
}
