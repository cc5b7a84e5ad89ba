import type { RecordedEvent } from '#event-store';

/**
 * Ids that name one thing a payment went through, the most specific first: a refund names its
 * capture too.
 */
const OWN_IDS = [
  'refundId',
  'disputeId',
  'reportId',
  'contradictionId',
  'reviewId',
  'captureId',
  'voidId',
  'incrementId',
  'reauthorisationId',
  'cancellationId',
  'authorisationId',
  'operationId',
] as const;

/** Begins on a hold, which it does not name. */
const ON_A_HOLD: ReadonlySet<string> = new Set([
  'captureId',
  'voidId',
  'incrementId',
  'reauthorisationId',
]);

/** Tells more of a thing, and is no step of it. */
const ASIDE: ReadonlySet<string> = new Set(['ProviderFeeRecorded']);

type Link = { readonly from: string; readonly why: string };

/** Follows one payment's events, and says what each goes on from. */
export class ChainedEvents {
  readonly #last = new Map<string, string>();
  #hold: string | null = null;
  #held: string | null = null;

  /** @returns the events before it that it follows from by an id. */
  take({ id, type, data }: RecordedEvent): readonly Link[] {
    const fields = (data ?? {}) as Readonly<Record<string, unknown>>;
    const named = OWN_IDS.flatMap((field) => {
      const value = fields[field];
      return typeof value === 'string' ? [{ field, value }] : [];
    });
    const [own] = named;
    const links = named.flatMap(({ field, value }) => linkTo(this.#last.get(value), field));
    if (own && ON_A_HOLD.has(own.field) && !this.#last.has(own.value)) {
      links.push(...linkTo(this.#hold ?? undefined, 'authorisationId'));
    }
    if (type === 'ReviewApproved' || type === 'ReviewRejected') {
      links.push(...linkTo(this.#held ?? undefined, 'review'));
    }
    this.#note(id, type, own);
    return links;
  }

  #note(id: string, type: string, own: { field: string; value: string } | undefined): void {
    if (type === 'PaymentHeldForReview') this.#held = id;
    if (!own || ASIDE.has(type)) return;
    this.#last.set(own.value, id);
    if (own.field === 'authorisationId') this.#hold = id;
  }
}

function linkTo(from: string | undefined, why: string): Link[] {
  return from === undefined ? [] : [{ from, why }];
}
