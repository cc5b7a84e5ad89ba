// Written by `npm run generate` from docs/openapi; changes here are lost.

export type paths = {
  readonly '/v1/cases': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Cases, the longest waiting first */
    readonly get: operations['cases_cases'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/cases/{paymentId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The case of one payment */
    readonly get: operations['cases_one'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/cases/{paymentId}/links': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Payments with the same card, device or customer */
    readonly get: operations['cases_links'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/cases/counts': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** How many cases each of the usual lists has for the caller */
    readonly get: operations['cases_counts'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/cases/queue': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Free cases, in the order in which the next one is given */
    readonly get: operations['cases_queue'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/contradictions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Facts of payments that cannot all be true, the oldest first */
    readonly get: operations['payments_contradictions'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/events': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Events of the whole ledger in store order */
    readonly get: operations['history_events'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/journal/accounts': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What every account stands at, now or at any point of both times */
    readonly get: operations['journal_accounts'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/journal/adjustments': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Adjustments that people made or ask for, newest first */
    readonly get: operations['journal_adjustments'];
    readonly put?: never;
    /** Book an adjustment, or ask a second person above the limit */
    readonly post: operations['journal_propose'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/journal/adjustments/{adjustmentId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** One adjustment, with who asked, who agreed and why */
    readonly get: operations['journal_adjustment'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/journal/adjustments/{adjustmentId}/approval': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Let into the books what another person asked for: an adjustment, or its reversal */
    readonly post: operations['journal_approve'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/journal/adjustments/{adjustmentId}/reverse': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Book the lines of an adjustment the other way round */
    readonly post: operations['journal_reverse'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/journal/adjustments/{adjustmentId}/withdrawal': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Take back what waits for a second person, one’s own or another’s */
    readonly post: operations['journal_withdraw'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/journal/entries': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Journal entries, newest first */
    readonly get: operations['journal_entries'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/journal/export': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The journal for other programs of accounting, oldest entry first */
    readonly get: operations['journal_export'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/journal/invariants': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Whether the journal is what it has to be, in a sample or in full */
    readonly get: operations['journal_invariants'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/journal/statement': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Why an account stands where it does, at any two times */
    readonly get: operations['journal_statement'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/journal/trial-balance': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** All debits against all credits per currency; they are equal */
    readonly get: operations['journal_trialBalance'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/journal/why': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What a balance at any two times comes from, down to commands */
    readonly get: operations['journal_why'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/orders/{orderId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** An order's money */
    readonly get: operations['orders_order'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/payments': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Payments, newest first */
    readonly get: operations['payments_payments'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/payments/{paymentId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** One payment in full */
    readonly get: operations['payments_payment'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/payments/{paymentId}/causes': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What led to what in a payment, as a graph */
    readonly get: operations['history_causes'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/payments/{paymentId}/events': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** A payment's history, event by event, with what led to each */
    readonly get: operations['history_paymentEvents'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/payouts': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What providers sent to our bank, the newest first */
    readonly get: operations['reconciliation_payouts'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/payouts/{payoutId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** One payout: its lines, its sum check, and its lines at the bank */
    readonly get: operations['reconciliation_onePayouts'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/periods': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Months of the ledger, newest first */
    readonly get: operations['journal_periods'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/periods/{period}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** One month: its checklist, its closings and what came too late */
    readonly get: operations['journal_period'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/periods/{period}/close': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Close a month; what is open has to be settled, or explained */
    readonly post: operations['journal_close'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/periods/{period}/closed-books': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What every account stood at when the month was closed */
    readonly get: operations['journal_closedBooks'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/periods/{period}/late-entries': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Entries of the month that were recorded after it was closed */
    readonly get: operations['journal_lateEntries'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/periods/{period}/reopening': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Ask for a closed month to be reopened; another person has to agree */
    readonly post: operations['journal_proposePeriods'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/periods/{period}/reopening/approval': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Reopen a month that another person asked for */
    readonly post: operations['journal_approvePeriods'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/periods/{period}/reopening/withdrawal': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Take back a reopening that waits, one’s own or another’s */
    readonly post: operations['journal_withdrawPeriods'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/reconciliation': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Our books against the providers', per provider and currency */
    readonly get: operations['reconciliation_summary'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/reconciliation/balances': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Each provider's balance from day to day, by its lines */
    readonly get: operations['reconciliation_balances'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/reconciliation/exceptions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What the books do not agree on, the longest known first */
    readonly get: operations['reconciliation_exceptions'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/reconciliation/exceptions/{exceptionId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** One exception: both books, why they met, and what people made of it */
    readonly get: operations['reconciliation_one'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/reconciliation/lines': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What was compared, newest first */
    readonly get: operations['reconciliation_lines'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/statements/{period}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The month of a merchant or of a provider, as JSON, CSV or a page */
    readonly get: operations['journal_monthlyStatement'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/stream': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * What happens at the desk, as server-sent events
     * @description `case-opened`, `case-decided`, `case-leased`, `case-released` and `case-changed` have the position of their event as id, and `{paymentId, what, by, at, position}` as data; queries take the position as `minPosition`. `view-moved` says how far the view of cases is. `missed`: too much happened since `Last-Event-ID`; read the lists again.
     */
    readonly get: operations['cases_stream'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/views': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The views this process builds, and how far they are */
    readonly get: operations['views_all'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/views/{name}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** One view, and how far it is */
    readonly get: operations['views_one'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/views/{name}/check': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Build a view again beside the live one and compare both; the live one stays
     * @description Names the rows that are not what the events say.
     */
    readonly post: operations['views_check'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/views/{name}/digest': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** One number for all rows of a view */
    readonly get: operations['views_digest'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/views/{name}/rebuild': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Build a view again beside the live one, compare both and swap them */
    readonly post: operations['views_rebuild'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/views/{name}/set-aside': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What a view could not apply and goes on without */
    readonly get: operations['views_setAside'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
};
export type webhooks = Record<string, never>;
export type components = {
  schemas: {
    readonly AccountMonth: {
      /** @example merchant:m-1:payable */
      readonly account: string;
      /** @description Minor units, as digits: at its end. */
      readonly closing: string;
      /** @example EUR */
      readonly currency: string;
      /** @description By type of event; with `opening` they come to `closing`. */
      readonly movements: readonly components['schemas']['MovementResponse'][];
      /** @description Minor units, as digits: before the month. */
      readonly opening: string;
    };
    readonly AccountResponse: {
      /** @example merchant:m-1:payable */
      readonly account: string;
      /** @description Debits less credits. */
      readonly balance: string;
      /** @description Minor units, as digits. */
      readonly credits: string;
      /** @example EUR */
      readonly currency: string;
      /** @description Minor units, as digits. */
      readonly debits: string;
    };
    readonly AccountsResponse: {
      readonly items: readonly components['schemas']['AccountResponse'][];
      /**
       * @description How far the view is.
       * @example 1042/1042
       */
      readonly position: string;
    };
    readonly AdjustmentAcceptedResponse: {
      /** Format: uuid */
      readonly adjustmentId: string;
      /**
       * @description Of the last event of the adjustment.
       * @example 1042/1042
       */
      readonly position: string;
      /** @enum {string} */
      readonly status: 'proposed' | 'booked' | 'withdrawn' | 'reversal-proposed' | 'reversed';
    };
    readonly AdjustmentLineRequest: {
      /** @example bank-charges:stripe */
      readonly account: string;
      readonly amount: components['schemas']['SignedMoneyRequest'];
    };
    readonly AdjustmentRequest: {
      /** @description What it is about, as the id of a difference with a provider. */
      readonly about?: string | null;
      /**
       * Format: date-time
       * @description The day in the books; left out: now.
       * @example 2026-12-01T00:00:00Z
       */
      readonly effectiveAt?: string | null;
      /** @description Two or more, which come to nothing in each currency. */
      readonly lines: readonly components['schemas']['AdjustmentLineRequest'][];
      /** Format: uuid */
      readonly paymentId?: string | null;
      /**
       * @description Why, for readers of the books.
       * @example the bank charged for the payout
       */
      readonly reason: string;
    };
    readonly AdjustmentResponse: {
      readonly about: string | null;
      readonly adjustmentId: string;
      /** @description Null where one person was enough, and while it waits. */
      readonly approvedBy: string | null;
      /** @description Null while it waits. */
      readonly bookedAt: string | null;
      /** Format: date-time */
      readonly effectiveAt: string;
      readonly lines: readonly components['schemas']['PostingResponse'][];
      readonly paymentId: string | null;
      /** Format: date-time */
      readonly proposedAt: string;
      readonly proposedBy: string;
      readonly reason: string;
      readonly reversal: components['schemas']['AdjustmentReversalResponse'] | null;
      /**
       * @description In the books are `booked`, `reversal-proposed` and `reversed`, the last one both ways.
       * @enum {string}
       */
      readonly status: 'proposed' | 'booked' | 'withdrawn' | 'reversal-proposed' | 'reversed';
      readonly withdrawn: components['schemas']['AdjustmentWithdrawnResponse'] | null;
    };
    readonly AdjustmentReversalResponse: {
      /** @description Null where one person was enough, and while it waits. */
      readonly approvedBy: string | null;
      /** @description Null while it waits. */
      readonly bookedAt: string | null;
      /** Format: date-time */
      readonly effectiveAt: string;
      /** Format: date-time */
      readonly proposedAt: string;
      readonly proposedBy: string;
      readonly reason: string;
    };
    readonly AdjustmentsResponse: {
      readonly items: readonly components['schemas']['AdjustmentResponse'][];
      /** @description Send as `cursor` for more. */
      readonly nextCursor: string | null;
      /**
       * @description How far the view is.
       * @example 1042/1042
       */
      readonly position: string;
    };
    readonly AdjustmentWithdrawalRequest: {
      readonly note?: string | null;
    };
    readonly AdjustmentWithdrawnResponse: {
      readonly note: string;
      /** Format: date-time */
      readonly withdrawnAt: string;
      readonly withdrawnBy: string;
    };
    readonly AssignmentResponse: {
      /** Format: date-time */
      readonly assignedAt: string;
      readonly assignedBy: string;
      readonly assignee: string;
    };
    readonly AuthorisationResponse: {
      readonly amount: components['schemas']['MoneyResponse'];
      /** Format: uuid */
      readonly authorisationId: string;
      /** Format: date-time */
      readonly expiresAt: string | null;
      /** @description The id at the provider. */
      readonly reference: string | null;
      /** @enum {string} */
      readonly status:
        | 'requested'
        | 'payer-action-required'
        | 'authorised'
        | 'declined'
        | 'voided'
        | 'expired'
        | 'cancelled';
    };
    readonly BalanceDayResponse: {
      /**
       * @description Minor units, as digits.
       * @example -1250
       */
      readonly closing: string;
      /** @example EUR */
      readonly currency: string;
      /** Format: date */
      readonly day: string;
      /**
       * @description Minor units, as digits.
       * @example -1250
       */
      readonly difference: string | null;
      readonly movements: readonly components['schemas']['BalanceMovementResponse'][];
      /**
       * @description Minor units, as digits.
       * @example -1250
       */
      readonly opening: string;
      /** @enum {string} */
      readonly provider: 'stripe' | 'paypal';
      /**
       * @description Minor units, as digits.
       * @example -1250
       */
      readonly reported: string | null;
    };
    readonly BalanceMovementResponse: {
      /**
       * @description Minor units, as digits.
       * @example -1250
       */
      readonly amount: string;
      /** @example capture */
      readonly kind: string;
    };
    readonly BalancesResponse: {
      readonly items: readonly components['schemas']['BalanceDayResponse'][];
      /**
       * @description How far the view is.
       * @example 1042/1042
       */
      readonly position: string;
    };
    readonly CapacityResponse: {
      /** @description What it was worth: the loss to be expected. */
      readonly lossEur: number;
      /** @description What a review had to be worth. */
      readonly priceEur: number;
      /** @description Reviews there was room for. */
      readonly room: number;
      /** @description Of the payments of so new a merchant, the share that may be held. */
      readonly share: number;
    };
    readonly CaptureResponse: {
      readonly amount: components['schemas']['MoneyResponse'];
      /** Format: date-time */
      readonly capturedAt: string | null;
      /**
       * Format: uuid
       * @description Name it to refund this capture.
       */
      readonly captureId: string;
      /** @description Why it failed; null when it did not. */
      readonly decline: components['schemas']['DeclineResponse'] | null;
      /** @description What the provider charged, in its currency; null until known. */
      readonly fee: components['schemas']['MoneyResponse'] | null;
      /** @description The rest of what was held is given up with it. */
      readonly final: boolean;
      /** @description The id at the provider. */
      readonly reference: string | null;
      /**
       * Format: date-time
       * @description Null for a capture that the provider told of.
       */
      readonly requestedAt: string | null;
      /** @enum {string} */
      readonly status: 'requested' | 'captured' | 'failed';
    };
    readonly CaseCountsResponse: {
      /** @description `status=open&assignee=` the caller */
      readonly assigned: number;
      /** @description `status=open&dueBefore=` an hour from now; those that are overdue as well. */
      readonly dueSoon: number;
      /** @description `status=open&escalated=true` */
      readonly escalated: number;
      /** @description `leasedBy=` the caller */
      readonly mine: number;
      /** @description `status=open` */
      readonly open: number;
      /**
       * @description How far the view is.
       * @example 1042/1042
       */
      readonly position: string;
      /** @description `status=snoozed` */
      readonly snoozed: number;
    };
    readonly CaseDeskResponse: {
      readonly assignment: components['schemas']['AssignmentResponse'] | null;
      readonly escalation: components['schemas']['EscalationResponse'] | null;
      /** @description Null: it is free. */
      readonly lease: components['schemas']['LeaseResponse'] | null;
      readonly noteCount: number;
      /** @description How many changes it saw: a decision may name it as `expectedRevision`. */
      readonly revision: number;
      /** @description Null once its time has come. */
      readonly snooze: components['schemas']['SnoozeResponse'] | null;
    };
    readonly CaseNoteResponse: {
      readonly analyst: string;
      readonly note: string;
      /** Format: date-time */
      readonly notedAt: string;
    };
    readonly CaseReasonResponse: {
      readonly feature: string;
      /** @description In words; null for a feature of an old model. */
      readonly text: components['schemas']['ReasonTextResponse'] | null;
      readonly value: number;
      /** @description Share of the score, in logits; positive means riskier. */
      readonly weight: number;
    };
    readonly CaseResponse: {
      readonly amount: components['schemas']['MoneyResponse'];
      /**
       * @description The loss to be expected in euro cents, at fixed rates: what cases are ordered by.
       * @example 98300
       */
      readonly atRisk: string;
      /** @description Whose payment it is. */
      readonly client: string;
      readonly customerId: string;
      readonly decision: components['schemas']['DecisionResponse'] | null;
      /** @description Why it was not scored in time. */
      readonly degraded: string | null;
      /** @description Who works on it. */
      readonly desk: components['schemas']['CaseDeskResponse'];
      /**
       * Format: date-time
       * @description By when it is to be decided; after it the case is escalated, never approved by itself.
       */
      readonly dueAt: string | null;
      /** Format: date-time */
      readonly endedAt: string | null;
      readonly late: components['schemas']['LateAssessmentResponse'] | null;
      readonly merchantId: string;
      readonly modelVersion: string | null;
      /**
       * Format: date-time
       * @description When the payer acted.
       */
      readonly occurredAt: string;
      /** Format: date-time */
      readonly openedAt: string | null;
      readonly orderId: string;
      /** Format: uuid */
      readonly paymentId: string;
      /** @enum {string} */
      readonly provider: 'stripe' | 'paypal';
      /** @enum {string|null} */
      readonly reason: 'score' | 'rule' | 'degraded' | null;
      readonly reasons: readonly components['schemas']['CaseReasonResponse'][];
      /** @description The rules that gave the verdict. */
      readonly rules: readonly components['schemas']['RiskRuleResponse'][];
      /** @description 0 to 1; null when not scored. */
      readonly score: number | null;
      /**
       * @description ended: its payment ended before it was decided.
       * @enum {string}
       */
      readonly status: 'open' | 'closed' | 'ended';
      /** @enum {string|null} */
      readonly verdict: 'approve' | 'review' | 'decline' | null;
    };
    readonly CasesResponse: {
      readonly items: readonly components['schemas']['CaseResponse'][];
      /** @description Send as `cursor`, with the same filters, for more. */
      readonly nextCursor: string | null;
      /**
       * @description How far the view is.
       * @example 1042/1042
       */
      readonly position: string;
      /** @description All that the filters leave, on this page or not; null when it is not known. */
      readonly total: number | null;
      /**
       * @description Why `total` is not known.
       * @enum {string|null}
       */
      readonly totalUnknown: 'not-asked' | 'took-too-long' | null;
    };
    readonly CauseEdgeResponse: {
      /** @description What led to it. */
      readonly from: string;
      readonly to: string;
      /**
       * @description The id or rule that says so: `causationId`, the name of an id, `case`.
       * @example captureId
       */
      readonly why: string;
    };
    readonly CauseNodeResponse: {
      /** Format: date-time */
      readonly at: string | null;
      readonly detail: string | null;
      /** @description Of an event its event id; else what it stands for, as in `command:…`. */
      readonly id: string;
      /** @enum {string} */
      readonly kind:
        | 'command'
        | 'delivery'
        | 'model'
        | 'policy'
        | 'event'
        | 'case-event'
        | 'posting'
        | 'settlement-line';
      /** @example PaymentCaptured */
      readonly label: string;
      /** @example 1042/1042 */
      readonly position: string | null;
    };
    readonly CauseResponse: {
      /** @description A person or service, `webhook` for what a provider told, or the process itself. */
      readonly actor: string | null;
      /** @description What led to it directly. */
      readonly causationId: string | null;
      /** @description Whose command or process it was. */
      readonly client: string | null;
      /** @description The command that led to it. */
      readonly commandId: string | null;
      /** @description Shared by all that one request did. */
      readonly correlationId: string | null;
      /** @description W3C trace context of the request. */
      readonly traceparent: string | null;
    };
    readonly CausesResponse: {
      /** @description Whether all events are in it; a payment of more than 1,000 is cut. */
      readonly complete: boolean;
      readonly edges: readonly components['schemas']['CauseEdgeResponse'][];
      /** @description Views whose part is missing, since this process does not build them. */
      readonly missing: readonly string[];
      readonly nodes: readonly components['schemas']['CauseNodeResponse'][];
      /** Format: uuid */
      readonly paymentId: string;
    };
    readonly CertificateResponse: {
      /** @description The same of fees. */
      readonly feeResidual: readonly components['schemas']['MoneyResponse'][];
      /** @description The first candidates that were not taken. */
      readonly rejected: readonly components['schemas']['RejectedResponse'][];
      /** @description How many there were. */
      readonly rejectedCount: number;
      /** @description Theirs less ours, by currency, where it is not zero. */
      readonly residual: readonly components['schemas']['MoneyResponse'][];
      /** @enum {string} */
      readonly rule:
        'provider-id' | 'linked-id' | 'our-id' | 'payment-id' | 'bank-reference' | 'manual';
      /** @description Version of the rule set. */
      readonly ruleSet: number;
      /** @enum {string} */
      readonly shape: 'one-to-one' | 'one-to-many' | 'many-to-one' | 'many-to-many';
    };
    readonly ChecklistItemResponse: {
      /** @description How much is open; null while that is not known. */
      readonly count: number | null;
      readonly detail: string;
      /** @description Whether a reason lets the period be closed although it is not done. */
      readonly explainable: boolean;
      /** @description Why the period was closed all the same. */
      readonly explanation: string | null;
      /** @enum {string} */
      readonly item:
        | 'views'
        | 'set-aside'
        | 'trial-balance'
        | 'reconciliation'
        | 'expected'
        | 'adjustments'
        | 'provider-balances';
      /**
       * @description `unknown` is never as good as done.
       * @enum {string}
       */
      readonly status: 'done' | 'open' | 'unknown';
    };
    readonly ClosedBalanceResponse: {
      /** @enum {string} */
      readonly book: 'memorandum' | 'money';
      /** @description Minor units, as digits. */
      readonly credits: string;
      /** @example EUR */
      readonly currency: string;
      /** @description Minor units, as digits. */
      readonly debits: string;
    };
    readonly ClosedBooksResponse: {
      /** @description Whether it is the digest that the closing recorded. */
      readonly asRecorded: boolean;
      /**
       * @description What was booked behind it is not in here.
       * @example 1042/1042
       */
      readonly closedAtPosition: string;
      readonly closing: number;
      /** @description SHA-256 of the accounts above. */
      readonly digest: string;
      readonly items: readonly components['schemas']['AccountResponse'][];
      /**
       * @description How far the view is.
       * @example 1042/1042
       */
      readonly position: string;
    };
    readonly CloseRequest: {
      /** @description For items of the checklist that are open and `explainable`. */
      readonly explanations?: readonly components['schemas']['ExplanationRequest'][] | null;
    };
    readonly ClosingResponse: {
      readonly accounts: number;
      readonly checklist: readonly components['schemas']['ChecklistItemResponse'][];
      /** Format: date-time */
      readonly closedAt: string;
      readonly closedBy: string;
      /** @description From 1 on. */
      readonly closing: number;
      /** @description SHA-256 of what every account stood at. */
      readonly digest: string;
      /**
       * @description How far the journal was: what it did not have then is late.
       * @example 1042/1042
       */
      readonly position: string;
      /** @description Null while the closing holds. */
      readonly reopened: components['schemas']['ReopenedResponse'] | null;
      readonly trialBalance: readonly components['schemas']['ClosedBalanceResponse'][];
    };
    readonly ContradictionResponse: {
      /** @description As it was recorded; else the rule. */
      readonly contradictionId: string;
      /** @description In one sentence. */
      readonly explanation: string;
      /** Format: date-time */
      readonly foundAt: string;
      /** Format: uuid */
      readonly paymentId: string;
      /** @description The provider's object, if named. */
      readonly reference: string | null;
      /** @enum {string} */
      readonly rule:
        | 'currency-differs'
        | 'amount-not-positive'
        | 'amount-differs'
        | 'given-back-exceeds-captured';
      /** Format: date-time */
      readonly settledAt: string | null;
      /** @enum {string|null} */
      readonly settledBy: 'fact' | 'person' | null;
    };
    readonly ContradictionsResponse: {
      readonly items: readonly components['schemas']['ContradictionResponse'][];
      readonly nextCursor: string | null;
      /**
       * @description The view’s position that the answer shows.
       * @example 1042/1042
       */
      readonly position: string;
    };
    readonly DayVolume: {
      /** @description Minor units, as digits. */
      readonly captured: string;
      /** @example EUR */
      readonly currency: string;
      /** @example 2026-11-21 */
      readonly day: string;
    };
    readonly DecisionResponse: {
      readonly analyst: string;
      /** Format: date-time */
      readonly decidedAt: string;
      /**
       * @description The label it became; null: none, as the analyst chose.
       * @enum {string|null}
       */
      readonly finding: 'fraud' | 'legitimate' | null;
      readonly note: string;
      /** @enum {string} */
      readonly outcome: 'approved' | 'rejected';
      /**
       * @description Why it was rejected; null where the analyst gave none.
       * @enum {string|null}
       */
      readonly reason:
        | 'stolen-card'
        | 'account-takeover'
        | 'false-identity'
        | 'first-party-abuse'
        | 'not-verifiable'
        | 'outside-policy'
        | 'payer-asked'
        | 'other'
        | null;
    };
    readonly DeclineResponse: {
      /**
       * @description What may help.
       * @enum {string}
       */
      readonly advice:
        'retry' | 'other-card' | 'contact-bank' | 'fix-details' | 'authenticate' | 'none';
      /**
       * Format: date-time
       * @description Null: not kept beside the payment; its history tells.
       */
      readonly at: string | null;
      readonly codes: components['schemas']['ProviderCodesResponse'] | null;
      readonly message: components['schemas']['PayerMessageResponse'];
      /**
       * @description Null: no provider was asked.
       * @enum {string|null}
       */
      readonly provider: 'stripe' | 'paypal' | null;
      /** @description The provider's own code, as it gave it; null when it was not asked. */
      readonly providerCode: string | null;
      /** @enum {string} */
      readonly reason:
        | 'insufficient-funds'
        | 'limit-exceeded'
        | 'expired-card'
        | 'incorrect-number'
        | 'incorrect-cvc'
        | 'incorrect-expiry'
        | 'incorrect-address'
        | 'incorrect-pin'
        | 'authentication-required'
        | 'authentication-failed'
        | 'do-not-honour'
        | 'instrument-declined'
        | 'lost-or-stolen'
        | 'restricted'
        | 'invalid-account'
        | 'not-permitted'
        | 'currency-not-supported'
        | 'method-not-supported'
        | 'amount-not-supported'
        | 'fraud-block'
        | 'provider-risk-block'
        | 'compliance-block'
        | 'duplicate'
        | 'try-again-later'
        | 'payer-cancelled'
        | 'disputed'
        | 'balance-insufficient'
        | 'no-longer-possible'
        | 'merchant-error'
        | 'not-carried-out'
        | 'unknown';
    };
    readonly DifferingResponse: {
      /** @description How many rows differ. */
      readonly count: number;
      /** @description The first of them, 20 at most. */
      readonly rows: readonly components['schemas']['RowDifferenceResponse'][];
    };
    readonly DigestResponse: {
      readonly rows: number;
      /** @description Of all rows; equal for views with equal rows. */
      readonly sha256: string;
    };
    readonly DisputeResponse: {
      readonly amount: components['schemas']['MoneyResponse'];
      readonly captureId: string;
      /** Format: date-time */
      readonly closedAt: string | null;
      /** @description The id at the provider. */
      readonly disputeId: string;
      /**
       * Format: date-time
       * @description Until when it can be answered.
       */
      readonly dueBy: string | null;
      /** Format: date-time */
      readonly openedAt: string;
      /** @description The provider's own word. */
      readonly reason: string;
      /** @enum {string} */
      readonly stage: 'inquiry' | 'chargeback' | 'pre-arbitration' | 'arbitration';
      /** @enum {string} */
      readonly status: 'open' | 'won' | 'lost' | 'closed';
    };
    readonly EntriesResponse: {
      readonly items: readonly components['schemas']['EntryResponse'][];
      /** @description Send as `cursor` for more. */
      readonly nextCursor: string | null;
      /**
       * @description How far the view is.
       * @example 1042/1042
       */
      readonly position: string;
    };
    readonly EntryResponse: {
      /** @description Of an adjustment that people made; null for all else. */
      readonly adjustmentId: string | null;
      /**
       * Format: date-time
       * @description When it happened at the provider.
       */
      readonly effectiveAt: string;
      /** @description The id of the event. */
      readonly entryId: string;
      /**
       * @description Where the event is in the store.
       * @example 1042/1042
       */
      readonly eventPosition: string;
      /** @example PaymentCaptured */
      readonly eventType: string;
      /**
       * @description The closed month that it belongs to and came too late for; null for all else.
       * @example null
       */
      readonly lateFor: string | null;
      /** @description The line of the provider's books that it is booked from; null for our events. */
      readonly lineId: string | null;
      /** @description Null for what is of no payment. */
      readonly paymentId: string | null;
      /** @description Null for what is no payout. */
      readonly payoutReference: string | null;
      readonly postings: readonly components['schemas']['PostingResponse'][];
      /**
       * Format: date-time
       * @description When we learnt of it.
       */
      readonly recordedAt: string;
    };
    readonly EscalationResponse: {
      /** Format: date-time */
      readonly escalatedAt: string;
      readonly escalatedBy: string;
      readonly note: string;
      /**
       * @description overdue: its time ran out before a decision.
       * @enum {string}
       */
      readonly reason: 'analyst' | 'overdue';
    };
    readonly ExceptionEvidenceResponse: {
      /** Format: date-time */
      readonly addedAt: string;
      readonly addedBy: string;
      readonly bytes: number;
      /** @description SHA-256 of the content, in hex. */
      readonly contentHash: string;
      readonly mediaType: string;
      readonly name: string;
    };
    readonly ExceptionNoteResponse: {
      readonly note: string;
      /** Format: date-time */
      readonly notedAt: string;
      readonly notedBy: string;
    };
    readonly ExceptionResponse: {
      /** @enum {string} */
      readonly ageDays: '0-1' | '2-3' | '4-7' | '8-14' | '15-30' | 'over-30';
      readonly assignee: string | null;
      /** @description Theirs less ours, or all of it where a side is missing; null where nothing is known of it. */
      readonly atStake: components['schemas']['MoneyResponse'] | null;
      /** Format: date-time */
      readonly dueAt: string;
      /**
       * @description The object: its provider, kind and id.
       * @example stripe-capture-ch_3Pq
       */
      readonly exceptionId: string;
      /** @description Its time is over, and it is not resolved. */
      readonly isOverdue: boolean;
      /** @enum {string} */
      readonly kind:
        | 'missing-at-provider'
        | 'missing-at-bank'
        | 'missing-internally'
        | 'amount-mismatch'
        | 'currency-mismatch'
        | 'exchange-mismatch'
        | 'fee-mismatch'
        | 'status-mismatch'
        | 'duplicate-at-provider'
        | 'duplicate-at-bank'
        | 'duplicate-internally'
        | 'orphan-reversal'
        | 'timing'
        | 'payout-sum-mismatch'
        | 'unreadable';
      readonly paymentId: string | null;
      /**
       * @description `bank` for a line of our bank that no payout explains.
       * @enum {string}
       */
      readonly provider: 'stripe' | 'paypal' | 'bank';
      /** @description How many changes people made. */
      readonly revision: number;
      /** @enum {string} */
      readonly severity: 'low' | 'medium' | 'high' | 'critical';
      /**
       * Format: date-time
       * @description Of its last movement.
       */
      readonly since: string;
      /** @enum {string} */
      readonly state:
        | 'open'
        | 'assigned'
        | 'investigating'
        | 'escalated'
        | 'awaiting-approval'
        | 'resolved'
        | 'reopened';
    };
    readonly ExceptionsResponse: {
      readonly items: readonly components['schemas']['ExceptionResponse'][];
      /** @description Send as `cursor`, with the same filters, for more. */
      readonly nextCursor: string | null;
      /**
       * @description How far the view is.
       * @example 1042/1042
       */
      readonly position: string;
      /** @description All that the filters leave, on this page or not; null when it is not known. */
      readonly total: number | null;
      /**
       * @description Why `total` is not known.
       * @enum {string|null}
       */
      readonly totalUnknown: 'not-asked' | 'took-too-long' | null;
    };
    readonly ExplanationRequest: {
      /** @enum {string} */
      readonly item:
        | 'views'
        | 'set-aside'
        | 'trial-balance'
        | 'reconciliation'
        | 'expected'
        | 'adjustments'
        | 'provider-balances';
      /** @description Why the period is closed although this is open. */
      readonly reason: string;
    };
    readonly FieldProblemResponse: {
      readonly field: string;
      readonly message: string;
    };
    readonly FindingResponse: {
      readonly atStake: components['schemas']['MoneyResponse'];
      /** @description Null where nothing met. */
      readonly certificate: components['schemas']['CertificateResponse'] | null;
      readonly ours: readonly string[];
      /** @enum {string} */
      readonly status:
        | 'matched'
        | 'matched-with-tolerance'
        | 'expected'
        | 'booked'
        | 'missing-at-provider'
        | 'missing-at-bank'
        | 'missing-internally'
        | 'amount-mismatch'
        | 'currency-mismatch'
        | 'exchange-mismatch'
        | 'fee-mismatch'
        | 'status-mismatch'
        | 'duplicate-at-provider'
        | 'duplicate-at-bank'
        | 'duplicate-internally'
        | 'orphan-reversal'
        | 'timing'
        | 'payout-sum-mismatch'
        | 'unreadable';
      readonly theirs: readonly string[];
    };
    readonly InvariantResponse: {
      /** @description How many entries, currencies, days, accounts or payments were looked at. */
      readonly checked: number;
      readonly holds: boolean;
      /** @enum {string} */
      readonly invariant:
        | 'entries-balance'
        | 'trial-balance'
        | 'sums-of-days'
        | 'sums-of-accounts'
        | 'held-not-negative'
        | 'streams';
      /** @description How many of them break it. */
      readonly violations: number;
    };
    readonly InvariantsResponse: {
      /** @description Whether every row was looked at, and not a sample. */
      readonly full: boolean;
      readonly holds: boolean;
      readonly items: readonly components['schemas']['InvariantResponse'][];
      /** Format: date-time */
      readonly lookedAt: string;
      /**
       * @description How far the view is.
       * @example 1042/1042
       */
      readonly position: string;
    };
    readonly LateAssessmentResponse: {
      /** Format: date-time */
      readonly assessedAt: string;
      /** @description Why it was not scored in time. */
      readonly degraded: string | null;
      readonly modelVersion: string | null;
      readonly reasons: readonly components['schemas']['CaseReasonResponse'][];
      /** @description The rules that gave the verdict. */
      readonly rules: readonly components['schemas']['RiskRuleResponse'][];
      /** @description 0 to 1; null when not scored. */
      readonly score: number | null;
      /** @enum {string|null} */
      readonly verdict: 'approve' | 'review' | 'decline' | null;
    };
    readonly LateRiskResponse: {
      /** Format: date-time */
      readonly assessedAt: string;
      /**
       * @description The part of the fraud policy that gave the verdict.
       * @enum {string}
       */
      readonly decidedBy: 'rule' | 'score' | 'degraded' | 'chance' | 'review-capacity';
      readonly modelVersion: string | null;
      readonly reasons: readonly components['schemas']['RiskReasonResponse'][];
      /** @description Null where the score wanted no review, or nothing bounds them. */
      readonly reviewCapacity: components['schemas']['CapacityResponse'] | null;
      /** @description The rules that gave it. */
      readonly rules: readonly components['schemas']['RiskRuleResponse'][];
      /** @description 0 to 1; null when not scored. */
      readonly score: number | null;
      /** @enum {string} */
      readonly verdict: 'approve' | 'review' | 'decline';
    };
    readonly LeaseResponse: {
      readonly analyst: string;
      /**
       * Format: date-time
       * @description From then on anybody may be given the case.
       */
      readonly expiresAt: string;
      /** Format: date-time */
      readonly leasedAt: string;
    };
    readonly LineResponse: {
      /** @enum {string} */
      readonly kind:
        | 'capture'
        | 'refund'
        | 'dispute'
        | 'fee'
        | 'payout'
        | 'conversion'
        | 'reserve'
        | 'adjustment'
        | 'unreadable';
      readonly ours: readonly components['schemas']['OurMovementResponse'][];
      readonly paymentId: string | null;
      /** @enum {string} */
      readonly provider: 'stripe' | 'paypal';
      /** @description The provider's id. */
      readonly reference: string;
      /** @enum {string} */
      readonly status:
        | 'matched'
        | 'expected'
        | 'amount-mismatch'
        | 'currency-mismatch'
        | 'fee-mismatch'
        | 'missing-at-provider'
        | 'missing-internally'
        | 'duplicate'
        | 'unreadable'
        | 'booked';
      readonly theirs: readonly components['schemas']['TheirLineResponse'][];
      /** @description Of a line set aside. */
      readonly unreadable: components['schemas']['UnreadableResponse'] | null;
    };
    readonly LinesResponse: {
      readonly items: readonly components['schemas']['LineResponse'][];
      /** @description Send as `cursor` for more. */
      readonly nextCursor: string | null;
      /**
       * @description How far the view is.
       * @example 1042/1042
       */
      readonly position: string;
    };
    readonly LinkCountResponse: {
      /** @description Of these, those known as fraud today. */
      readonly fraud: number | null;
      /** @description Null: the payment has nothing of this kind. Up to 1000 are looked at. */
      readonly payments: number | null;
    };
    readonly LinkCountsResponse: {
      readonly card: components['schemas']['LinkCountResponse'];
      /** @description Of the same client. */
      readonly customer: components['schemas']['LinkCountResponse'];
      readonly device: components['schemas']['LinkCountResponse'];
    };
    readonly LinkedPaymentResponse: {
      readonly amount: components['schemas']['MoneyResponse'];
      /** @description What it has in common. */
      readonly by: readonly ('card' | 'device' | 'customer')[];
      /**
       * @description Of its case; none: it was never under review.
       * @enum {string}
       */
      readonly case: 'none' | 'open' | 'closed' | 'ended';
      readonly client: string;
      readonly customerId: string;
      /** @description Whether it was fraud, by analysts, disputes and reports; null: it is not known. */
      readonly fraud: boolean | null;
      readonly merchantId: string;
      /** Format: date-time */
      readonly occurredAt: string;
      readonly orderId: string;
      /** Format: uuid */
      readonly paymentId: string;
      readonly score: number | null;
    };
    readonly LinksResponse: {
      readonly counts: components['schemas']['LinkCountsResponse'];
      /** @description The latest first, at most 100. */
      readonly items: readonly components['schemas']['LinkedPaymentResponse'][];
      /**
       * @description How far the view is.
       * @example 1042/1042
       */
      readonly position: string;
    };
    readonly MatchCounts: {
      readonly 'amount-mismatch': number;
      /** @description Of no payment, as payouts and fees of their own: booked as it is. */
      readonly booked: number;
      readonly 'currency-mismatch': number;
      readonly duplicate: number;
      /** @description The provider may still report it. */
      readonly expected: number;
      /** @description Amounts agree, and what the provider took for them does not. */
      readonly 'fee-mismatch': number;
      readonly matched: number;
      readonly 'missing-at-provider': number;
      readonly 'missing-internally': number;
      /** @description Lines that were set aside, where a currency is known of them. */
      readonly unreadable: number;
    };
    readonly MerchantFees: {
      /** @example fees:stripe */
      readonly account: string;
      /** @description Minor units, as digits; negative where more came back. */
      readonly amount: string;
      /** @example EUR */
      readonly currency: string;
    };
    readonly MethodResponse: {
      /** @enum {string} */
      readonly kind: 'card' | 'paypal';
    };
    readonly MoneyResponse: {
      /**
       * @description Minor units, as digits.
       * @example 1050
       */
      readonly amount: string;
      /**
       * @description ISO 4217.
       * @example EUR
       */
      readonly currency: string;
    };
    readonly MonthlyStatementResponse: {
      /** @description The first is the balance that the statement explains: of the merchant, or of the provider. */
      readonly accounts: readonly components['schemas']['AccountMonth'][];
      /** @description Whether the month is closed: what comes later is in a statement of now all the same. */
      readonly closed: boolean;
      /** @description What was captured each day. */
      readonly days: readonly components['schemas']['DayVolume'][];
      /** @description Of a merchant; empty for a provider, whose fees are an account above. */
      readonly fees: readonly components['schemas']['MerchantFees'][];
      readonly merchantId: string | null;
      readonly openItems: readonly components['schemas']['OpenItems'][];
      readonly payments: components['schemas']['StatementPayments'];
      /** @example 2026-11 */
      readonly period: string;
      /**
       * @description How far the journal is.
       * @example 1042/1042
       */
      readonly position: string;
      readonly provider: string | null;
    };
    readonly MovementResponse: {
      /** @description Debits less credits. */
      readonly change: string;
      /** @description Minor units, as digits. */
      readonly credits: string;
      /** @description Minor units, as digits. */
      readonly debits: string;
      /** @example PaymentCaptured */
      readonly eventType: string;
      readonly postings: number;
    };
    readonly Object: Record<string, never>;
    readonly OneCaseResponse: {
      readonly amount: components['schemas']['MoneyResponse'];
      /**
       * @description The loss to be expected in euro cents, at fixed rates: what cases are ordered by.
       * @example 98300
       */
      readonly atRisk: string;
      /** @description Whose payment it is. */
      readonly client: string;
      readonly customerId: string;
      readonly decision: components['schemas']['DecisionResponse'] | null;
      /** @description Why it was not scored in time. */
      readonly degraded: string | null;
      /** @description Who works on it. */
      readonly desk: components['schemas']['CaseDeskResponse'];
      /**
       * Format: date-time
       * @description By when it is to be decided; after it the case is escalated, never approved by itself.
       */
      readonly dueAt: string | null;
      /** Format: date-time */
      readonly endedAt: string | null;
      readonly late: components['schemas']['LateAssessmentResponse'] | null;
      readonly merchantId: string;
      readonly modelVersion: string | null;
      /** @description The first one first. */
      readonly notes: readonly components['schemas']['CaseNoteResponse'][];
      /**
       * Format: date-time
       * @description When the payer acted.
       */
      readonly occurredAt: string;
      /** Format: date-time */
      readonly openedAt: string | null;
      readonly orderId: string;
      /** Format: uuid */
      readonly paymentId: string;
      /**
       * @description How far the view is.
       * @example 1042/1042
       */
      readonly position: string;
      /** @enum {string} */
      readonly provider: 'stripe' | 'paypal';
      /** @enum {string|null} */
      readonly reason: 'score' | 'rule' | 'degraded' | null;
      readonly reasons: readonly components['schemas']['CaseReasonResponse'][];
      /** @description The rules that gave the verdict. */
      readonly rules: readonly components['schemas']['RiskRuleResponse'][];
      /** @description 0 to 1; null when not scored. */
      readonly score: number | null;
      /**
       * @description ended: its payment ended before it was decided.
       * @enum {string}
       */
      readonly status: 'open' | 'closed' | 'ended';
      /** @enum {string|null} */
      readonly verdict: 'approve' | 'review' | 'decline' | null;
    };
    readonly OneExceptionResponse: {
      /** @enum {string} */
      readonly ageDays: '0-1' | '2-3' | '4-7' | '8-14' | '15-30' | 'over-30';
      readonly assignee: string | null;
      /** @description Theirs less ours, or all of it where a side is missing; null where nothing is known of it. */
      readonly atStake: components['schemas']['MoneyResponse'] | null;
      /** Format: date-time */
      readonly dueAt: string;
      readonly evidence: readonly components['schemas']['ExceptionEvidenceResponse'][];
      /**
       * @description The object: its provider, kind and id.
       * @example stripe-capture-ch_3Pq
       */
      readonly exceptionId: string;
      /** @description What the rules say of its movements. */
      readonly findings: readonly components['schemas']['FindingResponse'][];
      /** @description Its time is over, and it is not resolved. */
      readonly isOverdue: boolean;
      /** @enum {string} */
      readonly kind:
        | 'missing-at-provider'
        | 'missing-at-bank'
        | 'missing-internally'
        | 'amount-mismatch'
        | 'currency-mismatch'
        | 'exchange-mismatch'
        | 'fee-mismatch'
        | 'status-mismatch'
        | 'duplicate-at-provider'
        | 'duplicate-at-bank'
        | 'duplicate-internally'
        | 'orphan-reversal'
        | 'timing'
        | 'payout-sum-mismatch'
        | 'unreadable';
      readonly notes: readonly components['schemas']['ExceptionNoteResponse'][];
      readonly ours: readonly components['schemas']['OurMovementResponse'][];
      readonly paymentId: string | null;
      /**
       * @description How far the view is.
       * @example 1042/1042
       */
      readonly position: string;
      /** @description A resolution that waits for a second person. */
      readonly proposal: components['schemas']['ResolutionResponse'] | null;
      /**
       * @description `bank` for a line of our bank that no payout explains.
       * @enum {string}
       */
      readonly provider: 'stripe' | 'paypal' | 'bank';
      readonly resolution: components['schemas']['ResolutionResponse'] | null;
      /** @description How many changes people made. */
      readonly revision: number;
      /** @enum {string} */
      readonly severity: 'low' | 'medium' | 'high' | 'critical';
      /**
       * Format: date-time
       * @description Of its last movement.
       */
      readonly since: string;
      /** @enum {string} */
      readonly state:
        | 'open'
        | 'assigned'
        | 'investigating'
        | 'escalated'
        | 'awaiting-approval'
        | 'resolved'
        | 'reopened';
      readonly suggestions: readonly components['schemas']['SuggestionResponse'][];
      readonly theirs: readonly components['schemas']['TheirLineResponse'][];
    };
    readonly OnePayoutResponse: {
      readonly amount: components['schemas']['MoneyResponse'];
      /**
       * Format: date-time
       * @description When the bank should have it; null where the provider does not say.
       */
      readonly arrivesAt: string | null;
      readonly bankLines: readonly components['schemas']['PayoutBankLineResponse'][];
      /**
       * @description By the lines of our bank; `expected` until `dueAt`.
       * @enum {string}
       */
      readonly bankStatus:
        | 'matched'
        | 'matched-with-tolerance'
        | 'expected'
        | 'booked'
        | 'missing-at-provider'
        | 'missing-at-bank'
        | 'missing-internally'
        | 'amount-mismatch'
        | 'currency-mismatch'
        | 'exchange-mismatch'
        | 'fee-mismatch'
        | 'status-mismatch'
        | 'duplicate-at-provider'
        | 'duplicate-at-bank'
        | 'duplicate-internally'
        | 'orphan-reversal'
        | 'timing'
        | 'payout-sum-mismatch'
        | 'unreadable';
      /** Format: date-time */
      readonly dueAt: string;
      /** @description What the rules say of all of them, with the certificate of their match. */
      readonly findings: readonly components['schemas']['FindingResponse'][];
      /** @description What the provider's books say that the payout took off its balance. */
      readonly lines: readonly components['schemas']['TheirLineResponse'][];
      /**
       * Format: date-time
       * @description When we first heard of it by the provider's clock.
       */
      readonly madeAt: string;
      /**
       * @description Its exception has the same id.
       * @example stripe-payout-po_1Qx7
       */
      readonly payoutId: string;
      /**
       * @description How far the view is.
       * @example 1042/1042
       */
      readonly position: string;
      /** @enum {string} */
      readonly provider: 'stripe' | 'paypal';
      /** @description The provider's id. */
      readonly reference: string;
      /**
       * @description By the provider.
       * @enum {string}
       */
      readonly status: 'pending' | 'in-transit' | 'paid' | 'failed' | 'cancelled';
      /** @description Lines of the bank with its amount, near in time; nothing follows from them by itself. */
      readonly suggestions: readonly components['schemas']['SuggestionResponse'][];
      readonly sumCheck: components['schemas']['SumCheckResponse'];
      /** @description Other payouts that the same lines of the bank name. */
      readonly together: readonly string[];
    };
    readonly OpenItems: {
      readonly count: number;
      /**
       * @description Days since the money moved.
       * @enum {string}
       */
      readonly days: '0-1' | '1-7' | '7-30' | '30+';
      /** @example missing-at-provider */
      readonly status: string;
    };
    readonly OrderResponse: {
      /** @description By all of its payments, per currency. */
      readonly captured: readonly components['schemas']['MoneyResponse'][];
      /** @description Whose order it is: clients number their orders each by itself. */
      readonly client: string;
      /** @description Send as `cursor` for more payments. */
      readonly nextCursor: string | null;
      readonly orderId: string;
      /** @description All payments of the order, on this page or not. */
      readonly paymentCount: number;
      /** @description Oldest first; one page of them. */
      readonly payments: readonly components['schemas']['PaymentResourceResponse'][];
      /**
       * @description How far the view is.
       * @example 1042/1042
       */
      readonly position: string;
      /** @description By all of its payments, per currency. */
      readonly refunded: readonly components['schemas']['MoneyResponse'][];
    };
    readonly OurMovementResponse: {
      readonly amount: components['schemas']['MoneyResponse'];
      /** Format: date-time */
      readonly at: string;
      /** @description Null until it is told. */
      readonly fee: components['schemas']['MoneyResponse'] | null;
      readonly operationId: string;
    };
    readonly PayerActionResponse: {
      /** @description Send the payer here. */
      readonly url: string;
    };
    readonly PayerMessageResponse: {
      /** @example الرصيد في هذه البطاقة أو هذا الحساب غير كافٍ. */
      readonly ar: string;
      /** @example There is not enough money on this card or account. */
      readonly en: string;
    };
    readonly PaymentContradictionResponse: {
      /** Format: uuid */
      readonly contradictionId: string;
      /** @description What the provider tells, and what is recorded. */
      readonly explanation: string;
      /** @enum {string} */
      readonly rule:
        | 'currency-differs'
        | 'amount-not-positive'
        | 'amount-differs'
        | 'given-back-exceeds-captured';
      /** Format: date-time */
      readonly since: string;
    };
    /**
     * @description The type of the event, as its history names it.
     * @enum {string}
     */
    readonly PaymentEventType:
      | 'PaymentInitiated'
      | 'PaymentRerouted'
      | 'RiskAssessed'
      | 'PaymentHeldForReview'
      | 'ReviewApproved'
      | 'ReviewRejected'
      | 'AuthorisationRequested'
      | 'PayerActionRequired'
      | 'PayerActionCompleted'
      | 'PaymentAuthorised'
      | 'AuthorisationDeclined'
      | 'AuthorisationExpired'
      | 'IncrementRequested'
      | 'AuthorisationIncremented'
      | 'IncrementDeclined'
      | 'ReauthorisationRequested'
      | 'PaymentReauthorised'
      | 'ReauthorisationFailed'
      | 'CancellationPlanned'
      | 'CancellationRequested'
      | 'PaymentCancelled'
      | 'CancellationFailed'
      | 'VoidRequested'
      | 'PaymentVoided'
      | 'VoidFailed'
      | 'CaptureRequested'
      | 'PaymentCaptured'
      | 'CaptureFailed'
      | 'CaptureReversed'
      | 'ProviderFeeRecorded'
      | 'RefundRequested'
      | 'PaymentRefunded'
      | 'RefundFailed'
      | 'RefundReversed'
      | 'DisputeOpened'
      | 'DisputeAdvanced'
      | 'DisputeFundsWithdrawn'
      | 'DisputeFundsReinstated'
      | 'DisputeWon'
      | 'DisputeLost'
      | 'DisputeClosed'
      | 'FraudReported'
      | 'ProviderReviewOpened'
      | 'ProviderReviewClosed'
      | 'ProviderOutcomeUnknown'
      | 'OutcomeEscalated'
      | 'ContradictionFound'
      | 'ContradictionSettled';
    readonly PaymentResourceResponse: {
      /** @description What the payer has to do now. */
      readonly action: components['schemas']['PayerActionResponse'] | null;
      readonly amount: components['schemas']['MoneyResponse'];
      readonly authorisation: components['schemas']['AuthorisationResponse'] | null;
      /** @description What is held, or was held and captured. */
      readonly authorised: components['schemas']['MoneyResponse'];
      readonly captured: components['schemas']['MoneyResponse'];
      readonly captures: readonly components['schemas']['CaptureResponse'][];
      /** @description Who initiated it. */
      readonly client: string;
      /** @description What the provider tells and the record excludes; the payment is set aside. */
      readonly contradictions: readonly components['schemas']['PaymentContradictionResponse'][];
      /**
       * Format: date-time
       * @description When it was initiated.
       */
      readonly createdAt: string;
      readonly customerId: string;
      /** @description Why it is declined or rejected; null when it is not. */
      readonly decline: components['schemas']['DeclineResponse'] | null;
      /**
       * @description Of its disputes, the one that matters most.
       * @enum {string}
       */
      readonly dispute: 'none' | 'open' | 'won' | 'lost' | 'closed';
      /** @description Taken by disputes, or contested from the chargeback on. */
      readonly disputed: components['schemas']['MoneyResponse'];
      readonly disputes: readonly components['schemas']['DisputeResponse'][];
      /**
       * Format: date-time
       * @description Until when the money is held, or the payer may act.
       */
      readonly expiresAt: string | null;
      readonly merchantId: string;
      /** @description As its client sent it. */
      readonly metadata: {
        readonly [key: string]: string;
      };
      readonly method: components['schemas']['MethodResponse'];
      readonly orderId: string;
      /** @description The provider has not said what became of an operation. */
      readonly outcomeUnknown: boolean;
      /** Format: uuid */
      readonly paymentId: string;
      /**
       * @description Where the payment goes.
       * @enum {string}
       */
      readonly provider: 'stripe' | 'paypal';
      readonly refunded: components['schemas']['MoneyResponse'];
      readonly refunds: readonly components['schemas']['RefundResponse'][];
      readonly reversals: readonly components['schemas']['ReversalResponse'][];
      /**
       * @description ended: it was held, and ended before it was decided.
       * @enum {string}
       */
      readonly review: 'none' | 'held' | 'approved' | 'rejected' | 'ended';
      /** @description Index of its last event. */
      readonly revision: number;
      readonly risk: components['schemas']['RiskResponse'] | null;
      /** @enum {string} */
      readonly status:
        | 'initiated'
        | 'held'
        | 'rejected'
        | 'declined'
        | 'authorising'
        | 'payer-action-required'
        | 'authorised'
        | 'voided'
        | 'expired'
        | 'cancelled'
        | 'capturing'
        | 'partially-captured'
        | 'captured'
        | 'partially-refunded'
        | 'refunded';
      /** @description Every event of it, in order. */
      readonly timeline: readonly components['schemas']['TimelineEntryResponse'][];
      /** @description Those operations. */
      readonly unknown: readonly components['schemas']['UnknownOperationResponse'][];
      /**
       * Format: date-time
       * @description The latest time in its timeline; what a provider tells late may lie before it.
       */
      readonly updatedAt: string;
    };
    readonly PaymentResponse: {
      /** @description What the payer has to do now. */
      readonly action: components['schemas']['PayerActionResponse'] | null;
      readonly amount: components['schemas']['MoneyResponse'];
      readonly authorisation: components['schemas']['AuthorisationResponse'] | null;
      /** @description What is held, or was held and captured. */
      readonly authorised: components['schemas']['MoneyResponse'];
      readonly captured: components['schemas']['MoneyResponse'];
      readonly captures: readonly components['schemas']['CaptureResponse'][];
      /** @description Who initiated it. */
      readonly client: string;
      /** @description What the provider tells and the record excludes; the payment is set aside. */
      readonly contradictions: readonly components['schemas']['PaymentContradictionResponse'][];
      /**
       * Format: date-time
       * @description When it was initiated.
       */
      readonly createdAt: string;
      readonly customerId: string;
      /** @description Why it is declined or rejected; null when it is not. */
      readonly decline: components['schemas']['DeclineResponse'] | null;
      /**
       * @description Of its disputes, the one that matters most.
       * @enum {string}
       */
      readonly dispute: 'none' | 'open' | 'won' | 'lost' | 'closed';
      /** @description Taken by disputes, or contested from the chargeback on. */
      readonly disputed: components['schemas']['MoneyResponse'];
      readonly disputes: readonly components['schemas']['DisputeResponse'][];
      /**
       * Format: date-time
       * @description Until when the money is held, or the payer may act.
       */
      readonly expiresAt: string | null;
      readonly merchantId: string;
      /** @description As its client sent it. */
      readonly metadata: {
        readonly [key: string]: string;
      };
      readonly method: components['schemas']['MethodResponse'];
      readonly orderId: string;
      /** @description The provider has not said what became of an operation. */
      readonly outcomeUnknown: boolean;
      /** Format: uuid */
      readonly paymentId: string;
      /**
       * @description Store position of this answer, commit/prepare.
       * @example 1042/1042
       */
      readonly position: string;
      /**
       * @description Where the payment goes.
       * @enum {string}
       */
      readonly provider: 'stripe' | 'paypal';
      readonly refunded: components['schemas']['MoneyResponse'];
      readonly refunds: readonly components['schemas']['RefundResponse'][];
      readonly reversals: readonly components['schemas']['ReversalResponse'][];
      /**
       * @description ended: it was held, and ended before it was decided.
       * @enum {string}
       */
      readonly review: 'none' | 'held' | 'approved' | 'rejected' | 'ended';
      /** @description Index of its last event. */
      readonly revision: number;
      readonly risk: components['schemas']['RiskResponse'] | null;
      /** @enum {string} */
      readonly status:
        | 'initiated'
        | 'held'
        | 'rejected'
        | 'declined'
        | 'authorising'
        | 'payer-action-required'
        | 'authorised'
        | 'voided'
        | 'expired'
        | 'cancelled'
        | 'capturing'
        | 'partially-captured'
        | 'captured'
        | 'partially-refunded'
        | 'refunded';
      /** @description Every event of it, in order. */
      readonly timeline: readonly components['schemas']['TimelineEntryResponse'][];
      /** @description Those operations. */
      readonly unknown: readonly components['schemas']['UnknownOperationResponse'][];
      /**
       * Format: date-time
       * @description The latest time in its timeline; what a provider tells late may lie before it.
       */
      readonly updatedAt: string;
    };
    readonly PaymentsResponse: {
      readonly items: readonly components['schemas']['PaymentResourceResponse'][];
      /** @description Send as `cursor`, with the same filters, for more. */
      readonly nextCursor: string | null;
      /**
       * @description How far the view is.
       * @example 1042/1042
       */
      readonly position: string;
      /** @description All that the filters leave, on this page or not; null when it is not known. */
      readonly total: number | null;
      /**
       * @description Why `total` is not known.
       * @enum {string|null}
       */
      readonly totalUnknown: 'not-asked' | 'took-too-long' | null;
    };
    readonly PayoutBankLineResponse: {
      /** @description Money to us is positive. */
      readonly amount: components['schemas']['MoneyResponse'];
      /**
       * @description The exception of the line, where it is one, has this id.
       * @example bank-line-1f0c6a2b3d4e5f60.9b1c
       */
      readonly bankLineId: string;
      readonly bankReference: string | null;
      /** Format: date */
      readonly bookedOn: string;
    };
    readonly PayoutResponse: {
      readonly amount: components['schemas']['MoneyResponse'];
      /**
       * Format: date-time
       * @description When the bank should have it; null where the provider does not say.
       */
      readonly arrivesAt: string | null;
      /**
       * @description By the lines of our bank; `expected` until `dueAt`.
       * @enum {string}
       */
      readonly bankStatus:
        | 'matched'
        | 'matched-with-tolerance'
        | 'expected'
        | 'booked'
        | 'missing-at-provider'
        | 'missing-at-bank'
        | 'missing-internally'
        | 'amount-mismatch'
        | 'currency-mismatch'
        | 'exchange-mismatch'
        | 'fee-mismatch'
        | 'status-mismatch'
        | 'duplicate-at-provider'
        | 'duplicate-at-bank'
        | 'duplicate-internally'
        | 'orphan-reversal'
        | 'timing'
        | 'payout-sum-mismatch'
        | 'unreadable';
      /** Format: date-time */
      readonly dueAt: string;
      /**
       * Format: date-time
       * @description When we first heard of it by the provider's clock.
       */
      readonly madeAt: string;
      /**
       * @description Its exception has the same id.
       * @example stripe-payout-po_1Qx7
       */
      readonly payoutId: string;
      /** @enum {string} */
      readonly provider: 'stripe' | 'paypal';
      /** @description The provider's id. */
      readonly reference: string;
      /**
       * @description By the provider.
       * @enum {string}
       */
      readonly status: 'pending' | 'in-transit' | 'paid' | 'failed' | 'cancelled';
    };
    readonly PayoutsResponse: {
      readonly items: readonly components['schemas']['PayoutResponse'][];
      /** @description Send as `cursor`, with the same filters, for more. */
      readonly nextCursor: string | null;
      /**
       * @description How far the view is.
       * @example 1042/1042
       */
      readonly position: string;
      /** @description All that the filters leave, on this page or not; null when it is not known. */
      readonly total: number | null;
      /**
       * @description Why `total` is not known.
       * @enum {string|null}
       */
      readonly totalUnknown: 'not-asked' | 'took-too-long' | null;
    };
    readonly PeriodResponse: {
      /** @description As it is now. */
      readonly checklist: readonly components['schemas']['ChecklistItemResponse'][];
      /** @description How often it was closed. */
      readonly closings: number;
      /** Format: date-time */
      readonly from: string;
      /** @description Every closing there ever was, the first one first. */
      readonly history: readonly components['schemas']['ClosingResponse'][];
      /** @description Entries that happened in it and were recorded after it was closed. */
      readonly lateEntries: number;
      /** @example 2026-11 */
      readonly period: string;
      /**
       * @description How far the view is.
       * @example 1042/1042
       */
      readonly position: string;
      readonly reopening: components['schemas']['ReopeningResponse'] | null;
      /**
       * @description `running` until the month is over.
       * @enum {string}
       */
      readonly status: 'running' | 'open' | 'closed';
      /**
       * Format: date-time
       * @description The first instant after it.
       */
      readonly to: string;
    };
    readonly PeriodsResponse: {
      /** @description The last closed month, with all before it; null while none is. */
      readonly closedThrough: string | null;
      /** @description From the first month with an entry to this one, the newest first. */
      readonly items: readonly components['schemas']['PeriodSummary'][];
      /**
       * @description How far the view is.
       * @example 1042/1042
       */
      readonly position: string;
    };
    readonly PeriodSummary: {
      /** @description How often it was closed. */
      readonly closings: number;
      /** @description Entries that happened in it and were recorded after it was closed. */
      readonly lateEntries: number;
      /** @example 2026-11 */
      readonly period: string;
      /**
       * @description `running` until the month is over.
       * @enum {string}
       */
      readonly status: 'running' | 'open' | 'closed';
    };
    readonly PostingResponse: {
      /** @example provider:stripe:pending */
      readonly account: string;
      /** @description Debits are positive, credits negative. */
      readonly amount: components['schemas']['MoneyResponse'];
    };
    readonly ProblemResponse: {
      /** @example payment-held */
      readonly code: string;
      readonly detail?: string;
      /** @description Of a refusal by a rule: ids, amounts, people and times it names, which `detail` also has. */
      readonly details?: {
        readonly [key: string]: string;
      };
      readonly errors?: readonly components['schemas']['FieldProblemResponse'][];
      /** @description Whether the same request may succeed later. */
      readonly retryable: boolean;
      readonly status: number;
      readonly title: string;
      /** @example urn:assay:problem:payment-held */
      readonly type: string;
    };
    readonly ProviderCodesResponse: {
      /**
       * @description What the provider advises.
       * @example try_again_later
       */
      readonly advice?: string;
      /** @description Of the check of the address. */
      readonly avs?: string;
      /** @description Of the check of the card's security code. */
      readonly cvv?: string;
      /**
       * @description Of its answer.
       * @example card_declined
       */
      readonly error?: string;
      /**
       * @description The answer of the card's network or the processor.
       * @example 51
       */
      readonly network?: string;
      /** @description What the card's network advises. */
      readonly networkAdvice?: string;
    };
    readonly QueueResponse: {
      readonly items: readonly components['schemas']['CaseResponse'][];
      /**
       * @description How far the view is.
       * @example 1042/1042
       */
      readonly position: string;
    };
    readonly ReasonTextResponse: {
      /** @example 6.2 × متوسطه خلال 30 يومًا */
      readonly ar: string;
      /** @example 6.2 × own 30-day mean */
      readonly en: string;
    };
    readonly RebuildResponse: {
      /** @description Of the rebuilt view. */
      readonly after: components['schemas']['DigestResponse'] | null;
      /** @description Of the view replaced. */
      readonly before: components['schemas']['DigestResponse'] | null;
      /** @description Whether nothing in the store was left to apply. */
      readonly caughtUp: boolean | null;
      /** @description Live rows that were not what the events say. */
      readonly differing: components['schemas']['DifferingResponse'] | null;
      /** @description Whether both digests are equal. */
      readonly equal: boolean | null;
      readonly events: number | null;
      readonly ms: number | null;
      /** @enum {string} */
      readonly name: 'orders' | 'journal' | 'reconciliation' | 'cases';
      /** @description Where both were compared. */
      readonly position: string | null;
      /** @description Payments and lines that could not be applied. */
      readonly setAside: number | null;
      /** Format: date-time */
      readonly startedAt: string;
      /** @enum {string} */
      readonly status: 'done' | 'failed' | 'running';
      /** @description Whether the rebuilt view took the place of the live one; a check only compares. */
      readonly swapped: boolean | null;
      /** @description Why it failed. */
      readonly trouble: string | null;
    };
    readonly ReconciliationResponse: {
      readonly items: readonly components['schemas']['SummaryResponse'][];
      /** @description Over all providers; see there. */
      readonly matchRate: number | null;
      /**
       * @description How far the view is.
       * @example 1042/1042
       */
      readonly position: string;
      /** @description Lines that could not be read and wait, over all providers. */
      readonly unreadable: number;
    };
    readonly RecordedEventResponse: {
      /**
       * @description Its amounts to read, by field.
       * @example {
       *       "amount": "10.50 EUR"
       *     }
       */
      readonly amounts: {
        readonly [key: string]: string;
      };
      readonly cause: components['schemas']['CauseResponse'];
      /** @description As stored, in the shape of then; amounts are minor units. */
      readonly data: {
        readonly [key: string]: unknown;
      };
      /** Format: uuid */
      readonly eventId: string;
      /** @example 1042/1042 */
      readonly position: string;
      /** Format: date-time */
      readonly recordedAt: string;
      /** @description Index in its stream, from 0. */
      readonly revision: number;
      /** @example payment-5b8d3b5e-0000-5000-8000-000000000001 */
      readonly stream: string;
      /** @example PaymentCaptured */
      readonly type: string;
    };
    readonly RecordedEventsResponse: {
      readonly items: readonly components['schemas']['RecordedEventResponse'][];
      /** @description Send as `cursor` for more; null at the end. A page may be empty before the end. */
      readonly nextCursor: string | null;
    };
    readonly RefundResponse: {
      readonly amount: components['schemas']['MoneyResponse'];
      /**
       * Format: uuid
       * @description The capture whose money it gives back.
       */
      readonly captureId: string | null;
      /** @description Why it failed or came back; null when it did not. */
      readonly decline: components['schemas']['DeclineResponse'] | null;
      /** @description The id at the provider. */
      readonly reference: string | null;
      /** Format: date-time */
      readonly refundedAt: string | null;
      /** Format: uuid */
      readonly refundId: string;
      /**
       * Format: date-time
       * @description Null for a refund that the provider told of.
       */
      readonly requestedAt: string | null;
      /**
       * @description failed: also when it came back after it had succeeded.
       * @enum {string}
       */
      readonly status: 'requested' | 'refunded' | 'failed';
    };
    readonly RejectedResponse: {
      readonly id: string;
      /** @enum {string} */
      readonly why: 'met-another' | 'other-currency' | 'other-amount' | 'further-apart';
    };
    readonly ReopenedResponse: {
      readonly approvedBy: string;
      readonly proposedBy: string;
      readonly reason: string;
      /** Format: date-time */
      readonly reopenedAt: string;
    };
    readonly ReopeningRequest: {
      /** @description Why, for the second person. */
      readonly reason: string;
    };
    readonly ReopeningResponse: {
      /** Format: date-time */
      readonly proposedAt: string;
      readonly proposedBy: string;
      readonly reason: string;
    };
    readonly ReopeningWithdrawalRequest: {
      readonly note?: string | null;
    };
    readonly ResolutionResponse: {
      /** @description Of a write-off or a manual match. */
      readonly amount: components['schemas']['MoneyResponse'] | null;
      /** @description The second person; null below the limit, or as long as it waits. */
      readonly approvedBy: string | null;
      /** Format: date-time */
      readonly at: string;
      readonly by: string;
      /** @description Of a manual match: what is left over of all that were matched; null for other reasons. */
      readonly certificate: components['schemas']['CertificateResponse'] | null;
      readonly matchedWith: readonly string[];
      readonly note: string;
      /** @enum {string} */
      readonly reason:
        | 'corrected-entry'
        | 'provider-error'
        | 'written-off'
        | 'timing'
        | 'duplicate'
        | 'manual-match';
    };
    readonly ReversalRequest: {
      /**
       * Format: date-time
       * @description The day in the books; left out: now.
       */
      readonly effectiveAt?: string | null;
      /** @example booked twice */
      readonly reason: string;
    };
    readonly ReversalResponse: {
      readonly amount: components['schemas']['MoneyResponse'];
      readonly captureId: string;
      /** @description The id at the provider. */
      readonly reference: string;
      /** Format: date-time */
      readonly reversedAt: string;
    };
    readonly RiskReasonResponse: {
      readonly feature: string;
      readonly value: number;
      /** @description Share of the score, in logits; positive means riskier. */
      readonly weight: number;
    };
    readonly RiskResponse: {
      /** Format: date-time */
      readonly assessedAt: string;
      /**
       * @description The part of the fraud policy that gave the verdict.
       * @enum {string}
       */
      readonly decidedBy: 'rule' | 'score' | 'degraded' | 'chance' | 'review-capacity';
      /** @description Why it was not scored in time. */
      readonly degraded: string | null;
      /** @description The score that came after the decision; it may hold the payment, no more. */
      readonly late: components['schemas']['LateRiskResponse'] | null;
      readonly modelVersion: string | null;
      readonly reasons: readonly components['schemas']['RiskReasonResponse'][];
      /** @description Null where the score wanted no review, or nothing bounds them. */
      readonly reviewCapacity: components['schemas']['CapacityResponse'] | null;
      /** @description The rules that gave it. */
      readonly rules: readonly components['schemas']['RiskRuleResponse'][];
      /** @description 0 to 1; null when not scored. */
      readonly score: number | null;
      /** @enum {string} */
      readonly verdict: 'approve' | 'review' | 'decline';
    };
    readonly RiskRuleResponse: {
      /** @description The rule's own sentence, as it was then. */
      readonly reason?: string;
      /** @example block-stolen-device */
      readonly ruleId: string;
      /** @enum {string} */
      readonly verdict: 'approve' | 'review' | 'decline';
    };
    readonly RowDifferenceResponse: {
      /** @description Whose values differ. */
      readonly columns: readonly string[];
      /** @description The columns of its primary key, with their values. */
      readonly key: {
        readonly [key: string]: string;
      };
      /**
       * @description `extra`: no event says so; `missing`: an event does.
       * @enum {string}
       */
      readonly kind: 'changed' | 'extra' | 'missing';
      readonly table: string;
    };
    readonly SetAsideResponse: {
      /** @example PaymentRefunded */
      readonly eventType: string;
      /**
       * @description Where that event is in the store.
       * @example 1042/1042
       */
      readonly position: string;
      /** @description Why it cannot be applied. */
      readonly reason: string;
      /** Format: date-time */
      readonly recordedAt: string;
      /** @description Index in its stream of the first event that is not applied. */
      readonly revision: string;
      /** @example payment-5b8d3b5e-0000-5000-8000-000000000001 */
      readonly stream: string;
      /** @description Events that are not applied, this one included. */
      readonly waiting: number;
    };
    readonly SetAsidesResponse: {
      /** @description The oldest first. */
      readonly items: readonly components['schemas']['SetAsideResponse'][];
      /** @enum {string} */
      readonly name: 'orders' | 'journal' | 'reconciliation' | 'cases';
    };
    readonly SignedMoneyRequest: {
      /**
       * @description Minor units as digits: a debit is positive, a credit negative.
       * @example -1050
       */
      readonly amount: string;
      /**
       * @description ISO 4217.
       * @example EUR
       * @enum {string}
       */
      readonly currency:
        | 'AED'
        | 'AFN'
        | 'ALL'
        | 'AMD'
        | 'ANG'
        | 'AOA'
        | 'ARS'
        | 'AUD'
        | 'AWG'
        | 'AZN'
        | 'BAM'
        | 'BBD'
        | 'BDT'
        | 'BGN'
        | 'BHD'
        | 'BIF'
        | 'BMD'
        | 'BND'
        | 'BOB'
        | 'BOV'
        | 'BRL'
        | 'BSD'
        | 'BTN'
        | 'BWP'
        | 'BYN'
        | 'BZD'
        | 'CAD'
        | 'CDF'
        | 'CHE'
        | 'CHF'
        | 'CHW'
        | 'CLF'
        | 'CLP'
        | 'CNY'
        | 'COP'
        | 'COU'
        | 'CRC'
        | 'CUC'
        | 'CUP'
        | 'CVE'
        | 'CZK'
        | 'DJF'
        | 'DKK'
        | 'DOP'
        | 'DZD'
        | 'EGP'
        | 'ERN'
        | 'ETB'
        | 'EUR'
        | 'FJD'
        | 'FKP'
        | 'GBP'
        | 'GEL'
        | 'GHS'
        | 'GIP'
        | 'GMD'
        | 'GNF'
        | 'GTQ'
        | 'GYD'
        | 'HKD'
        | 'HNL'
        | 'HTG'
        | 'HUF'
        | 'IDR'
        | 'ILS'
        | 'INR'
        | 'IQD'
        | 'IRR'
        | 'ISK'
        | 'JMD'
        | 'JOD'
        | 'JPY'
        | 'KES'
        | 'KGS'
        | 'KHR'
        | 'KMF'
        | 'KPW'
        | 'KRW'
        | 'KWD'
        | 'KYD'
        | 'KZT'
        | 'LAK'
        | 'LBP'
        | 'LKR'
        | 'LRD'
        | 'LSL'
        | 'LYD'
        | 'MAD'
        | 'MDL'
        | 'MGA'
        | 'MKD'
        | 'MMK'
        | 'MNT'
        | 'MOP'
        | 'MRU'
        | 'MUR'
        | 'MVR'
        | 'MWK'
        | 'MXN'
        | 'MXV'
        | 'MYR'
        | 'MZN'
        | 'NAD'
        | 'NGN'
        | 'NIO'
        | 'NOK'
        | 'NPR'
        | 'NZD'
        | 'OMR'
        | 'PAB'
        | 'PEN'
        | 'PGK'
        | 'PHP'
        | 'PKR'
        | 'PLN'
        | 'PYG'
        | 'QAR'
        | 'RON'
        | 'RSD'
        | 'RUB'
        | 'RWF'
        | 'SAR'
        | 'SBD'
        | 'SCR'
        | 'SDG'
        | 'SEK'
        | 'SGD'
        | 'SHP'
        | 'SLE'
        | 'SOS'
        | 'SRD'
        | 'SSP'
        | 'STN'
        | 'SVC'
        | 'SYP'
        | 'SZL'
        | 'THB'
        | 'TJS'
        | 'TMT'
        | 'TND'
        | 'TOP'
        | 'TRY'
        | 'TTD'
        | 'TWD'
        | 'TZS'
        | 'UAH'
        | 'UGX'
        | 'USD'
        | 'USN'
        | 'UYI'
        | 'UYU'
        | 'UYW'
        | 'UZS'
        | 'VED'
        | 'VES'
        | 'VND'
        | 'VUV'
        | 'WST'
        | 'XAF'
        | 'XCD'
        | 'XCG'
        | 'XOF'
        | 'XPF'
        | 'YER'
        | 'ZAR'
        | 'ZMW'
        | 'ZWG';
    };
    readonly SnoozeResponse: {
      readonly analyst: string;
      readonly note: string;
      /** Format: date-time */
      readonly snoozedAt: string;
      /**
       * Format: date-time
       * @description The case is off the open list until then.
       */
      readonly until: string;
    };
    readonly StatementLine: {
      /** @description Of an adjustment that people made; null for all else. */
      readonly adjustmentId: string | null;
      /** @description Minor units, as digits; a credit is negative. */
      readonly amount: string;
      /** @description What the account stood at after it, in minor units. */
      readonly balance: string;
      /**
       * Format: date-time
       * @description When it happened at the provider.
       */
      readonly effectiveAt: string;
      /** @description The id of the event. */
      readonly entryId: string;
      /**
       * @description Where the event is in the store.
       * @example 1042/1042
       */
      readonly eventPosition: string;
      /** @example PaymentCaptured */
      readonly eventType: string;
      /** @description The line of the provider's books that it is booked from; null for our events. */
      readonly lineId: string | null;
      /** @description Null for what is of no payment. */
      readonly paymentId: string | null;
      /** @description Null for what is no payout. */
      readonly payoutReference: string | null;
      /**
       * Format: date-time
       * @description When we learnt of it.
       */
      readonly recordedAt: string;
    };
    readonly StatementPayments: {
      readonly byStatus: readonly components['schemas']['StatusCount'][];
      readonly initiated: number;
      /** @description Authorised among those that were authorised or refused, 0 to 1; null when none was. */
      readonly successRate: number | null;
    };
    readonly StatementResponse: {
      /** @example provider:stripe:pending */
      readonly account: string;
      readonly closing: string;
      /** @example EUR */
      readonly currency: string;
      /** @description Every posting, the first to happen first. */
      readonly items: readonly components['schemas']['StatementLine'][];
      /**
       * @description What was learnt after `asOfRecorded` and belongs before `to`: a later statement of the same
       *     time has these too. Null without `asOfRecorded`.
       */
      readonly learntLater: readonly components['schemas']['MovementResponse'][] | null;
      /** @description What changed it, by type of event; with `opening` they come to `closing`. */
      readonly movements: readonly components['schemas']['MovementResponse'][];
      /** @description Send as `cursor` for more. */
      readonly nextCursor: string | null;
      /** @description What it stood at before `from`; zero without it, since every account begins at zero. */
      readonly opening: string;
      /**
       * @description How far the view is.
       * @example 1042/1042
       */
      readonly position: string;
    };
    readonly StatusCount: {
      readonly count: number;
      /** @example captured */
      readonly status: string;
    };
    readonly SuggestionResponse: {
      readonly exceptionId: string;
      /** @description 45 to 90: the nearer in time, the higher. */
      readonly score: number;
    };
    readonly SumCheckResponse: {
      /** @description What its lines come to beyond its amount, by currency. */
      readonly residual: readonly components['schemas']['MoneyResponse'][];
      /**
       * @description `unknown`: the provider has listed no line of it yet.
       * @enum {string}
       */
      readonly state: 'holds' | 'differs' | 'unknown';
    };
    readonly SummaryResponse: {
      readonly counts: components['schemas']['MatchCounts'];
      /** @example EUR */
      readonly currency: string;
      /** @description Theirs less ours; zero when the books agree. */
      readonly difference: string;
      /** @description Came from another currency's balance; negative: went. */
      readonly exchanged: string;
      /** @description Matched among all that is due, 0 to 1; null when nothing is. */
      readonly matchRate: number | null;
      /** @description Fees in the journal: of our events, and of the provider's lines alone. */
      readonly ourFees: string;
      /** @description Captured less refunded, before fees, by our events, as payers saw it. */
      readonly ours: string;
      /** @description Minor units, as digits. */
      readonly paidOut: string;
      /** @enum {string} */
      readonly provider: 'stripe' | 'paypal';
      /** @description Held back by the provider. */
      readonly reserved: string;
      /** @description Minor units, as digits. */
      readonly theirFees: string;
      /** @description The same by the provider's books. */
      readonly theirs: string;
    };
    readonly TheirLineResponse: {
      /** @description What moved the provider's balance. */
      readonly amount: components['schemas']['MoneyResponse'];
      /** Format: date-time */
      readonly at: string;
      /** @description Negative where a fee was given back. */
      readonly fee: components['schemas']['MoneyResponse'];
      readonly lineId: string;
      /** @description What the payer saw, where it settles in another currency. */
      readonly presented?: components['schemas']['MoneyResponse'];
    };
    readonly TimelineEntryResponse: {
      /** @description What it was about; null for what is about no amount. */
      readonly amount: components['schemas']['MoneyResponse'] | null;
      /**
       * Format: date-time
       * @description When it happened; by the provider's clock where it tells.
       */
      readonly at: string;
      /** @description The type of the event, as its history names it. */
      readonly kind: components['schemas']['PaymentEventType'];
    };
    readonly TrialBalanceLine: {
      /**
       * @description Money, or promises of money.
       * @enum {string}
       */
      readonly book: 'memorandum' | 'money';
      /** @description Minor units, as digits. */
      readonly credits: string;
      /** @example EUR */
      readonly currency: string;
      /** @description Minor units, as digits. */
      readonly debits: string;
      /**
       * @description Debits less credits: always zero.
       * @example 0
       */
      readonly difference: string;
    };
    readonly TrialBalanceResponse: {
      /** @description Whether every difference is zero. */
      readonly balanced: boolean;
      readonly items: readonly components['schemas']['TrialBalanceLine'][];
      /**
       * @description How far the view is.
       * @example 1042/1042
       */
      readonly position: string;
    };
    readonly UnknownOperationResponse: {
      /** @description A person was asked to look. */
      readonly escalated: boolean;
      /** @enum {string} */
      readonly operation:
        'authorise' | 'increment' | 'reauthorise' | 'cancel' | 'capture' | 'void' | 'refund';
      /** Format: uuid */
      readonly operationId: string;
      /** Format: date-time */
      readonly since: string | null;
    };
    readonly UnreadableResponse: {
      /** @description The provider's own JSON, whole. */
      readonly raw: string;
      /** @description Why the line could not be read. */
      readonly reason: string;
    };
    readonly ViewDigestResponse: {
      /** @enum {string} */
      readonly name: 'orders' | 'journal' | 'reconciliation' | 'cases';
      /**
       * @description How far the view is.
       * @example 1042/1042
       */
      readonly position: string;
      /** @example order-view-4 */
      readonly projection: string;
      readonly rows: number;
      /** @description Of all rows; equal for views with equal rows. */
      readonly sha256: string;
    };
    readonly ViewResponse: {
      /** @description Whether nothing in the store is left to apply. */
      readonly caughtUp: boolean;
      /** @description Only with ?digest=true. */
      readonly digest: components['schemas']['DigestResponse'] | null;
      /** @description Age of the oldest event it has not applied, in milliseconds; 0 when caught up. */
      readonly lagMs: number | null;
      /** @enum {string} */
      readonly name: 'orders' | 'journal' | 'reconciliation' | 'cases';
      /**
       * @description How far the view is.
       * @example 1042/1042
       */
      readonly position: string;
      /** @example order-view-4 */
      readonly projection: string;
      /** @description The last rebuild or check here. */
      readonly rebuild: components['schemas']['RebuildResponse'] | null;
      /** @description Payments and lines that it could not apply; see `set-aside`. */
      readonly setAside: number;
      /** @enum {string} */
      readonly status: 'standing-by' | 'catching-up' | 'live' | 'waiting' | 'stopped';
      /** @description Why it waits or is stopped. */
      readonly trouble: string | null;
    };
    readonly ViewsResponse: {
      /** @description Where the event store ends. */
      readonly head: string | null;
      readonly items: readonly components['schemas']['ViewResponse'][];
    };
    readonly WhyCauseResponse: {
      readonly actor: string | null;
      /** @description The id of the command or the webhook. */
      readonly causationId: string | null;
      /** @description Whose command it was, or which process acted by itself. */
      readonly client: string | null;
      readonly correlationId: string | null;
      /**
       * @description The stream that the event is in.
       * @example payment-6f1c…
       */
      readonly stream: string;
    };
    readonly WhyLine: {
      /** @description Of an adjustment that people made; null for all else. */
      readonly adjustmentId: string | null;
      /** @description Minor units, as digits; a credit is negative. */
      readonly amount: string;
      /** @description What the account stood at after it, in minor units. */
      readonly balance: string;
      /** @description Null for an event that the event store does not have at its place: see the audit. */
      readonly cause: components['schemas']['WhyCauseResponse'] | null;
      /**
       * Format: date-time
       * @description When it happened at the provider.
       */
      readonly effectiveAt: string;
      /** @description The id of the event. */
      readonly entryId: string;
      /**
       * @description Where the event is in the store.
       * @example 1042/1042
       */
      readonly eventPosition: string;
      /** @example PaymentCaptured */
      readonly eventType: string;
      /** @description The line of the provider's books that it is booked from; null for our events. */
      readonly lineId: string | null;
      /** @description Null for what is of no payment. */
      readonly paymentId: string | null;
      /** @description Null for what is no payout. */
      readonly payoutReference: string | null;
      /**
       * Format: date-time
       * @description When we learnt of it.
       */
      readonly recordedAt: string;
    };
    readonly WhyResponse: {
      /** @example merchant:m-1:payable */
      readonly account: string;
      /** @description Minor units, as digits. */
      readonly balance: string;
      /** @example EUR */
      readonly currency: string;
      /** @description Every posting with what led to it, the first to happen first. */
      readonly items: readonly components['schemas']['WhyLine'][];
      /** @description What was learnt after `asOfRecorded`; null without it. */
      readonly learntLater: readonly components['schemas']['MovementResponse'][] | null;
      /** @description What it comes from, by type of event. */
      readonly movements: readonly components['schemas']['MovementResponse'][];
      /** @description Send as `cursor` for more. */
      readonly nextCursor: string | null;
      /**
       * @description How far the view is.
       * @example 1042/1042
       */
      readonly position: string;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: {
    /** @description Weak tag of the answer, for `If-None-Match`. */
    readonly ETag: string;
    /** @description The command was recorded before; a first answer has no such header. */
    readonly 'Idempotent-Replayed': 'true';
    /** @description Names the request in the log of the service. A `Request-Id` that the caller sends, of up to 128 letters, digits and `_.:-`, is taken over. */
    readonly 'Request-Id': string;
    /** @description In how many seconds to try again. */
    readonly 'Retry-After': string;
  };
  pathItems: never;
};
export type $defs = Record<string, never>;
export interface operations {
  readonly cases_cases: {
    readonly parameters: {
      readonly query?: {
        /** @description At most so many minor units of `currency`, which it needs. */
        readonly amountMax?: string;
        /** @description At least so many minor units of `currency`, which it needs. */
        readonly amountMin?: string;
        /** @description The analyst who decided it. */
        readonly analyst?: string;
        /** @description The analyst whose work it is to be. */
        readonly assignee?: string;
        /** @description Only what is of this client. A service sees its own only. */
        readonly client?: string;
        /** @description ISO 4217. */
        readonly currency?:
          | 'AED'
          | 'AFN'
          | 'ALL'
          | 'AMD'
          | 'ANG'
          | 'AOA'
          | 'ARS'
          | 'AUD'
          | 'AWG'
          | 'AZN'
          | 'BAM'
          | 'BBD'
          | 'BDT'
          | 'BGN'
          | 'BHD'
          | 'BIF'
          | 'BMD'
          | 'BND'
          | 'BOB'
          | 'BOV'
          | 'BRL'
          | 'BSD'
          | 'BTN'
          | 'BWP'
          | 'BYN'
          | 'BZD'
          | 'CAD'
          | 'CDF'
          | 'CHE'
          | 'CHF'
          | 'CHW'
          | 'CLF'
          | 'CLP'
          | 'CNY'
          | 'COP'
          | 'COU'
          | 'CRC'
          | 'CUC'
          | 'CUP'
          | 'CVE'
          | 'CZK'
          | 'DJF'
          | 'DKK'
          | 'DOP'
          | 'DZD'
          | 'EGP'
          | 'ERN'
          | 'ETB'
          | 'EUR'
          | 'FJD'
          | 'FKP'
          | 'GBP'
          | 'GEL'
          | 'GHS'
          | 'GIP'
          | 'GMD'
          | 'GNF'
          | 'GTQ'
          | 'GYD'
          | 'HKD'
          | 'HNL'
          | 'HTG'
          | 'HUF'
          | 'IDR'
          | 'ILS'
          | 'INR'
          | 'IQD'
          | 'IRR'
          | 'ISK'
          | 'JMD'
          | 'JOD'
          | 'JPY'
          | 'KES'
          | 'KGS'
          | 'KHR'
          | 'KMF'
          | 'KPW'
          | 'KRW'
          | 'KWD'
          | 'KYD'
          | 'KZT'
          | 'LAK'
          | 'LBP'
          | 'LKR'
          | 'LRD'
          | 'LSL'
          | 'LYD'
          | 'MAD'
          | 'MDL'
          | 'MGA'
          | 'MKD'
          | 'MMK'
          | 'MNT'
          | 'MOP'
          | 'MRU'
          | 'MUR'
          | 'MVR'
          | 'MWK'
          | 'MXN'
          | 'MXV'
          | 'MYR'
          | 'MZN'
          | 'NAD'
          | 'NGN'
          | 'NIO'
          | 'NOK'
          | 'NPR'
          | 'NZD'
          | 'OMR'
          | 'PAB'
          | 'PEN'
          | 'PGK'
          | 'PHP'
          | 'PKR'
          | 'PLN'
          | 'PYG'
          | 'QAR'
          | 'RON'
          | 'RSD'
          | 'RUB'
          | 'RWF'
          | 'SAR'
          | 'SBD'
          | 'SCR'
          | 'SDG'
          | 'SEK'
          | 'SGD'
          | 'SHP'
          | 'SLE'
          | 'SOS'
          | 'SRD'
          | 'SSP'
          | 'STN'
          | 'SVC'
          | 'SYP'
          | 'SZL'
          | 'THB'
          | 'TJS'
          | 'TMT'
          | 'TND'
          | 'TOP'
          | 'TRY'
          | 'TTD'
          | 'TWD'
          | 'TZS'
          | 'UAH'
          | 'UGX'
          | 'USD'
          | 'USN'
          | 'UYI'
          | 'UYU'
          | 'UYW'
          | 'UZS'
          | 'VED'
          | 'VES'
          | 'VND'
          | 'VUV'
          | 'WST'
          | 'XAF'
          | 'XCD'
          | 'XCG'
          | 'XOF'
          | 'XPF'
          | 'YER'
          | 'ZAR'
          | 'ZMW'
          | 'ZWG';
        /** @description `nextCursor` of the page before, with the same filters; opaque. */
        readonly cursor?: string;
        readonly customerId?: string;
        /** @description To be decided before this time. */
        readonly dueBefore?: string;
        /** @description Those that ask for a senior, or only the others. */
        readonly escalated?: boolean;
        /**
         * @description Counts more than the header `Accept`. `csv` and `jsonl` are the whole list in one answer, as of
         *     one position, without `limit`, `cursor` and `total`. In CSV a text that a spreadsheet would run
         *     as a formula begins with an apostrophe.
         */
        readonly format?: 'json' | 'csv' | 'jsonl';
        /** @description From this time on, itself included. */
        readonly from?: string;
        /** @description The analyst who has it now. */
        readonly leasedBy?: string;
        readonly limit?: number;
        readonly merchantId?: string;
        /** @description A position that a command returned: wait until the view is that far. */
        readonly minPosition?: string;
        readonly orderId?: string;
        readonly provider?: 'stripe' | 'paypal';
        /** @description What held it. */
        readonly reason?: 'score' | 'rule' | 'degraded';
        /** @description At most this score, 0 to 1. */
        readonly scoreMax?: string;
        /** @description At least this score, 0 to 1. A case that was not scored has none. */
        readonly scoreMin?: string;
        /**
         * @description The longest waiting first, the newest, those due first, most money at risk first, the riskiest,
         *     or the largest, which needs `currency`.
         */
        readonly sort?: 'oldest' | 'newest' | 'due' | 'at-risk' | 'riskiest' | 'largest';
        /** @description One or several, each as a parameter of its own. */
        readonly status?: readonly ('open' | 'snoozed' | 'closed' | 'ended')[];
        /** @description Before this time. */
        readonly to?: string;
        /**
         * @description Whether to count all that the filters leave. A count that takes too long is not given, see
         *     `totalUnknown`.
         */
        readonly total?: boolean;
        /** @description Longest wait for it, in milliseconds. */
        readonly waitMs?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A page, or an export, whose header Assay-Position says as of which position */
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['CasesResponse'];
          readonly 'application/jsonl': string;
          readonly 'text/csv': string;
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly cases_one: {
    readonly parameters: {
      readonly query?: {
        /** @description A position that a command returned: wait until the view is that far. */
        readonly minPosition?: string;
        /** @description Longest wait for it, in milliseconds. */
        readonly waitMs?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        readonly paymentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OneCaseResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly cases_links: {
    readonly parameters: {
      readonly query?: {
        /** @description A position that a command returned: wait until the view is that far. */
        readonly minPosition?: string;
        /** @description Longest wait for it, in milliseconds. */
        readonly waitMs?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        readonly paymentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['LinksResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly cases_counts: {
    readonly parameters: {
      readonly query?: {
        /** @description A position that a command returned: wait until the view is that far. */
        readonly minPosition?: string;
        /** @description Longest wait for it, in milliseconds. */
        readonly waitMs?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['CaseCountsResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly cases_queue: {
    readonly parameters: {
      readonly query?: {
        /** @description At most so many minor units of `currency`, which it needs. */
        readonly amountMax?: string;
        /** @description At least so many minor units of `currency`, which it needs. */
        readonly amountMin?: string;
        /** @description Only what is of this client. A service sees its own only. */
        readonly client?: string;
        /** @description ISO 4217. */
        readonly currency?:
          | 'AED'
          | 'AFN'
          | 'ALL'
          | 'AMD'
          | 'ANG'
          | 'AOA'
          | 'ARS'
          | 'AUD'
          | 'AWG'
          | 'AZN'
          | 'BAM'
          | 'BBD'
          | 'BDT'
          | 'BGN'
          | 'BHD'
          | 'BIF'
          | 'BMD'
          | 'BND'
          | 'BOB'
          | 'BOV'
          | 'BRL'
          | 'BSD'
          | 'BTN'
          | 'BWP'
          | 'BYN'
          | 'BZD'
          | 'CAD'
          | 'CDF'
          | 'CHE'
          | 'CHF'
          | 'CHW'
          | 'CLF'
          | 'CLP'
          | 'CNY'
          | 'COP'
          | 'COU'
          | 'CRC'
          | 'CUC'
          | 'CUP'
          | 'CVE'
          | 'CZK'
          | 'DJF'
          | 'DKK'
          | 'DOP'
          | 'DZD'
          | 'EGP'
          | 'ERN'
          | 'ETB'
          | 'EUR'
          | 'FJD'
          | 'FKP'
          | 'GBP'
          | 'GEL'
          | 'GHS'
          | 'GIP'
          | 'GMD'
          | 'GNF'
          | 'GTQ'
          | 'GYD'
          | 'HKD'
          | 'HNL'
          | 'HTG'
          | 'HUF'
          | 'IDR'
          | 'ILS'
          | 'INR'
          | 'IQD'
          | 'IRR'
          | 'ISK'
          | 'JMD'
          | 'JOD'
          | 'JPY'
          | 'KES'
          | 'KGS'
          | 'KHR'
          | 'KMF'
          | 'KPW'
          | 'KRW'
          | 'KWD'
          | 'KYD'
          | 'KZT'
          | 'LAK'
          | 'LBP'
          | 'LKR'
          | 'LRD'
          | 'LSL'
          | 'LYD'
          | 'MAD'
          | 'MDL'
          | 'MGA'
          | 'MKD'
          | 'MMK'
          | 'MNT'
          | 'MOP'
          | 'MRU'
          | 'MUR'
          | 'MVR'
          | 'MWK'
          | 'MXN'
          | 'MXV'
          | 'MYR'
          | 'MZN'
          | 'NAD'
          | 'NGN'
          | 'NIO'
          | 'NOK'
          | 'NPR'
          | 'NZD'
          | 'OMR'
          | 'PAB'
          | 'PEN'
          | 'PGK'
          | 'PHP'
          | 'PKR'
          | 'PLN'
          | 'PYG'
          | 'QAR'
          | 'RON'
          | 'RSD'
          | 'RUB'
          | 'RWF'
          | 'SAR'
          | 'SBD'
          | 'SCR'
          | 'SDG'
          | 'SEK'
          | 'SGD'
          | 'SHP'
          | 'SLE'
          | 'SOS'
          | 'SRD'
          | 'SSP'
          | 'STN'
          | 'SVC'
          | 'SYP'
          | 'SZL'
          | 'THB'
          | 'TJS'
          | 'TMT'
          | 'TND'
          | 'TOP'
          | 'TRY'
          | 'TTD'
          | 'TWD'
          | 'TZS'
          | 'UAH'
          | 'UGX'
          | 'USD'
          | 'USN'
          | 'UYI'
          | 'UYU'
          | 'UYW'
          | 'UZS'
          | 'VED'
          | 'VES'
          | 'VND'
          | 'VUV'
          | 'WST'
          | 'XAF'
          | 'XCD'
          | 'XCG'
          | 'XOF'
          | 'XPF'
          | 'YER'
          | 'ZAR'
          | 'ZMW'
          | 'ZWG';
        /** @description Those that ask for a senior, or only the others. */
        readonly escalated?: boolean;
        readonly limit?: number;
        readonly merchantId?: string;
        /** @description A position that a command returned: wait until the view is that far. */
        readonly minPosition?: string;
        readonly provider?: 'stripe' | 'paypal';
        /** @description What held it. */
        readonly reason?: 'score' | 'rule' | 'degraded';
        /** @description At most this score, 0 to 1. */
        readonly scoreMax?: string;
        /** @description At least this score, 0 to 1. A case that was not scored has none. */
        readonly scoreMin?: string;
        /** @description Longest wait for it, in milliseconds. */
        readonly waitMs?: components['schemas']['Object'];
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['QueueResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly payments_contradictions: {
    readonly parameters: {
      readonly query: {
        /** @description `nextCursor` of the page before, with the same filters; opaque. */
        readonly cursor?: string;
        readonly limit?: number;
        /** @description A position that a command returned: wait until the view is that far. */
        readonly minPosition?: string;
        readonly status: 'open' | 'settled';
        /** @description Longest wait for it, in milliseconds. */
        readonly waitMs?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ContradictionsResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly history_events: {
    readonly parameters: {
      readonly query?: {
        /** @description Whose command or process led to it. */
        readonly client?: string;
        /** @description `nextCursor` of the page before, with the same filters. */
        readonly cursor?: string;
        readonly direction?: 'forwards' | 'backwards';
        /** @description Recorded at or after. */
        readonly from?: string;
        /** @description At this position or after it. */
        readonly fromPosition?: string;
        readonly limit?: number;
        readonly stream?: string;
        /** @description Recorded before. */
        readonly to?: string;
        /** @description Before this position. */
        readonly toPosition?: string;
        readonly type?: string;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['RecordedEventsResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly journal_accounts: {
    readonly parameters: {
      readonly query?: {
        /** @description Count only what had happened at the provider by then (inclusive). */
        readonly asOfEffective?: string;
        /** @description Count only what we had learnt by then (inclusive). */
        readonly asOfRecorded?: string;
        /** @description A position that a command returned: wait until the view is that far. */
        readonly minPosition?: string;
        /** @description Longest wait for it, in milliseconds. */
        readonly waitMs?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AccountsResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly journal_adjustments: {
    readonly parameters: {
      readonly query?: {
        /** @description What it is about, as it was sent. */
        readonly about?: string;
        /** @description `nextCursor` of the page before, with the same filters; opaque. */
        readonly cursor?: string;
        readonly limit?: number;
        /** @description A position that a command returned: wait until the view is that far. */
        readonly minPosition?: string;
        readonly status?: 'proposed' | 'booked' | 'withdrawn' | 'reversal-proposed' | 'reversed';
        /** @description Longest wait for it, in milliseconds. */
        readonly waitMs?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AdjustmentsResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly journal_propose: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description Names the adjustment; a repeat changes nothing. */
        readonly 'Idempotency-Key': string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['AdjustmentRequest'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AdjustmentAcceptedResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description At odds with its state */
      readonly 409: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too long a body */
      readonly 413: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not JSON */
      readonly 415: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Breaks a rule of the books */
      readonly 422: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly journal_adjustment: {
    readonly parameters: {
      readonly query?: {
        /** @description A position that a command returned: wait until the view is that far. */
        readonly minPosition?: string;
        /** @description Longest wait for it, in milliseconds. */
        readonly waitMs?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        readonly adjustmentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AdjustmentResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly journal_approve: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Names the request of its person; a repeat changes nothing. */
        readonly 'Idempotency-Key'?: string;
      };
      readonly path: {
        readonly adjustmentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AdjustmentAcceptedResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description At odds with its state */
      readonly 409: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Breaks a rule of the books */
      readonly 422: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly journal_reverse: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Names the request of its person; a repeat changes nothing. */
        readonly 'Idempotency-Key'?: string;
      };
      readonly path: {
        readonly adjustmentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ReversalRequest'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AdjustmentAcceptedResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description At odds with its state */
      readonly 409: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too long a body */
      readonly 413: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not JSON */
      readonly 415: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Breaks a rule of the books */
      readonly 422: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly journal_withdraw: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Names the request of its person; a repeat changes nothing. */
        readonly 'Idempotency-Key'?: string;
      };
      readonly path: {
        readonly adjustmentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['AdjustmentWithdrawalRequest'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AdjustmentAcceptedResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description At odds with its state */
      readonly 409: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too long a body */
      readonly 413: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not JSON */
      readonly 415: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Breaks a rule of the books */
      readonly 422: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly journal_entries: {
    readonly parameters: {
      readonly query?: {
        readonly account?: string;
        /** @description `nextCursor` of the page before, with the same filters; opaque. */
        readonly cursor?: string;
        readonly limit?: number;
        /** @description A position that a command returned: wait until the view is that far. */
        readonly minPosition?: string;
        readonly paymentId?: string;
        /** @description The provider's id of a payout. */
        readonly payoutReference?: string;
        /** @description Longest wait for it, in milliseconds. */
        readonly waitMs?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['EntriesResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly journal_export: {
    readonly parameters: {
      readonly query: {
        /** @description Count only what had happened at the provider by then (inclusive). */
        readonly asOfEffective?: string;
        /** @description Count only what we had learnt by then (inclusive). */
        readonly asOfRecorded?: string;
        /** @description Memorandum accounts count promises of money; they are left out unless asked for. */
        readonly book?: 'money' | 'all';
        /** @description `ledger` is read by ledger and hledger; in CSV each posting has a line. */
        readonly format: 'beancount' | 'ledger' | 'csv' | 'jsonl';
        /** @description A position that a command returned: wait until the view is that far. */
        readonly minPosition?: string;
        /**
         * @description Only what we learnt from this time on, itself included: a millisecond after the `asOfRecorded`
         *     of the last export, a file goes on where that one ended. That is so when the view was past that
         *     time: what it had not read yet (see `GET /v1/views`) would be in neither.
         */
        readonly recordedFrom?: string;
        /** @description Longest wait for it, in milliseconds. */
        readonly waitMs?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A file, whose header Assay-Position says as of which position it is */
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/jsonl': string;
          readonly 'text/csv': string;
          readonly 'text/plain': string;
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly journal_invariants: {
    readonly parameters: {
      readonly query?: {
        /** @description Look at every row, and at the streams of more payments; takes time. */
        readonly full?: 'true' | 'false';
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['InvariantsResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly journal_statement: {
    readonly parameters: {
      readonly query: {
        readonly account: string;
        /**
         * @description Count only what we had learnt by then (inclusive). Pages of a statement without it may show
         *     what was learnt between them.
         */
        readonly asOfRecorded?: string;
        /** @description ISO 4217. */
        readonly currency:
          | 'AED'
          | 'AFN'
          | 'ALL'
          | 'AMD'
          | 'ANG'
          | 'AOA'
          | 'ARS'
          | 'AUD'
          | 'AWG'
          | 'AZN'
          | 'BAM'
          | 'BBD'
          | 'BDT'
          | 'BGN'
          | 'BHD'
          | 'BIF'
          | 'BMD'
          | 'BND'
          | 'BOB'
          | 'BOV'
          | 'BRL'
          | 'BSD'
          | 'BTN'
          | 'BWP'
          | 'BYN'
          | 'BZD'
          | 'CAD'
          | 'CDF'
          | 'CHE'
          | 'CHF'
          | 'CHW'
          | 'CLF'
          | 'CLP'
          | 'CNY'
          | 'COP'
          | 'COU'
          | 'CRC'
          | 'CUC'
          | 'CUP'
          | 'CVE'
          | 'CZK'
          | 'DJF'
          | 'DKK'
          | 'DOP'
          | 'DZD'
          | 'EGP'
          | 'ERN'
          | 'ETB'
          | 'EUR'
          | 'FJD'
          | 'FKP'
          | 'GBP'
          | 'GEL'
          | 'GHS'
          | 'GIP'
          | 'GMD'
          | 'GNF'
          | 'GTQ'
          | 'GYD'
          | 'HKD'
          | 'HNL'
          | 'HTG'
          | 'HUF'
          | 'IDR'
          | 'ILS'
          | 'INR'
          | 'IQD'
          | 'IRR'
          | 'ISK'
          | 'JMD'
          | 'JOD'
          | 'JPY'
          | 'KES'
          | 'KGS'
          | 'KHR'
          | 'KMF'
          | 'KPW'
          | 'KRW'
          | 'KWD'
          | 'KYD'
          | 'KZT'
          | 'LAK'
          | 'LBP'
          | 'LKR'
          | 'LRD'
          | 'LSL'
          | 'LYD'
          | 'MAD'
          | 'MDL'
          | 'MGA'
          | 'MKD'
          | 'MMK'
          | 'MNT'
          | 'MOP'
          | 'MRU'
          | 'MUR'
          | 'MVR'
          | 'MWK'
          | 'MXN'
          | 'MXV'
          | 'MYR'
          | 'MZN'
          | 'NAD'
          | 'NGN'
          | 'NIO'
          | 'NOK'
          | 'NPR'
          | 'NZD'
          | 'OMR'
          | 'PAB'
          | 'PEN'
          | 'PGK'
          | 'PHP'
          | 'PKR'
          | 'PLN'
          | 'PYG'
          | 'QAR'
          | 'RON'
          | 'RSD'
          | 'RUB'
          | 'RWF'
          | 'SAR'
          | 'SBD'
          | 'SCR'
          | 'SDG'
          | 'SEK'
          | 'SGD'
          | 'SHP'
          | 'SLE'
          | 'SOS'
          | 'SRD'
          | 'SSP'
          | 'STN'
          | 'SVC'
          | 'SYP'
          | 'SZL'
          | 'THB'
          | 'TJS'
          | 'TMT'
          | 'TND'
          | 'TOP'
          | 'TRY'
          | 'TTD'
          | 'TWD'
          | 'TZS'
          | 'UAH'
          | 'UGX'
          | 'USD'
          | 'USN'
          | 'UYI'
          | 'UYU'
          | 'UYW'
          | 'UZS'
          | 'VED'
          | 'VES'
          | 'VND'
          | 'VUV'
          | 'WST'
          | 'XAF'
          | 'XCD'
          | 'XCG'
          | 'XOF'
          | 'XPF'
          | 'YER'
          | 'ZAR'
          | 'ZMW'
          | 'ZWG';
        /** @description `nextCursor` of the page before, with the same filters; opaque. */
        readonly cursor?: string;
        /** @description From this time of the provider's on, itself included. */
        readonly from?: string;
        readonly limit?: number;
        /** @description A position that a command returned: wait until the view is that far. */
        readonly minPosition?: string;
        /** @description Before this time of the provider's. */
        readonly to?: string;
        /** @description Longest wait for it, in milliseconds. */
        readonly waitMs?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['StatementResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly journal_trialBalance: {
    readonly parameters: {
      readonly query?: {
        /** @description Count only what had happened at the provider by then (inclusive). */
        readonly asOfEffective?: string;
        /** @description Count only what we had learnt by then (inclusive). */
        readonly asOfRecorded?: string;
        /** @description A position that a command returned: wait until the view is that far. */
        readonly minPosition?: string;
        /** @description Longest wait for it, in milliseconds. */
        readonly waitMs?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['TrialBalanceResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly journal_why: {
    readonly parameters: {
      readonly query: {
        readonly account: string;
        /** @description What had happened at the provider by then (inclusive). */
        readonly asOfEffective?: string;
        /** @description What we had learnt by then (inclusive). */
        readonly asOfRecorded?: string;
        /** @description ISO 4217. */
        readonly currency:
          | 'AED'
          | 'AFN'
          | 'ALL'
          | 'AMD'
          | 'ANG'
          | 'AOA'
          | 'ARS'
          | 'AUD'
          | 'AWG'
          | 'AZN'
          | 'BAM'
          | 'BBD'
          | 'BDT'
          | 'BGN'
          | 'BHD'
          | 'BIF'
          | 'BMD'
          | 'BND'
          | 'BOB'
          | 'BOV'
          | 'BRL'
          | 'BSD'
          | 'BTN'
          | 'BWP'
          | 'BYN'
          | 'BZD'
          | 'CAD'
          | 'CDF'
          | 'CHE'
          | 'CHF'
          | 'CHW'
          | 'CLF'
          | 'CLP'
          | 'CNY'
          | 'COP'
          | 'COU'
          | 'CRC'
          | 'CUC'
          | 'CUP'
          | 'CVE'
          | 'CZK'
          | 'DJF'
          | 'DKK'
          | 'DOP'
          | 'DZD'
          | 'EGP'
          | 'ERN'
          | 'ETB'
          | 'EUR'
          | 'FJD'
          | 'FKP'
          | 'GBP'
          | 'GEL'
          | 'GHS'
          | 'GIP'
          | 'GMD'
          | 'GNF'
          | 'GTQ'
          | 'GYD'
          | 'HKD'
          | 'HNL'
          | 'HTG'
          | 'HUF'
          | 'IDR'
          | 'ILS'
          | 'INR'
          | 'IQD'
          | 'IRR'
          | 'ISK'
          | 'JMD'
          | 'JOD'
          | 'JPY'
          | 'KES'
          | 'KGS'
          | 'KHR'
          | 'KMF'
          | 'KPW'
          | 'KRW'
          | 'KWD'
          | 'KYD'
          | 'KZT'
          | 'LAK'
          | 'LBP'
          | 'LKR'
          | 'LRD'
          | 'LSL'
          | 'LYD'
          | 'MAD'
          | 'MDL'
          | 'MGA'
          | 'MKD'
          | 'MMK'
          | 'MNT'
          | 'MOP'
          | 'MRU'
          | 'MUR'
          | 'MVR'
          | 'MWK'
          | 'MXN'
          | 'MXV'
          | 'MYR'
          | 'MZN'
          | 'NAD'
          | 'NGN'
          | 'NIO'
          | 'NOK'
          | 'NPR'
          | 'NZD'
          | 'OMR'
          | 'PAB'
          | 'PEN'
          | 'PGK'
          | 'PHP'
          | 'PKR'
          | 'PLN'
          | 'PYG'
          | 'QAR'
          | 'RON'
          | 'RSD'
          | 'RUB'
          | 'RWF'
          | 'SAR'
          | 'SBD'
          | 'SCR'
          | 'SDG'
          | 'SEK'
          | 'SGD'
          | 'SHP'
          | 'SLE'
          | 'SOS'
          | 'SRD'
          | 'SSP'
          | 'STN'
          | 'SVC'
          | 'SYP'
          | 'SZL'
          | 'THB'
          | 'TJS'
          | 'TMT'
          | 'TND'
          | 'TOP'
          | 'TRY'
          | 'TTD'
          | 'TWD'
          | 'TZS'
          | 'UAH'
          | 'UGX'
          | 'USD'
          | 'USN'
          | 'UYI'
          | 'UYU'
          | 'UYW'
          | 'UZS'
          | 'VED'
          | 'VES'
          | 'VND'
          | 'VUV'
          | 'WST'
          | 'XAF'
          | 'XCD'
          | 'XCG'
          | 'XOF'
          | 'XPF'
          | 'YER'
          | 'ZAR'
          | 'ZMW'
          | 'ZWG';
        /** @description `nextCursor` of the page before, with the same filters; opaque. */
        readonly cursor?: string;
        readonly limit?: number;
        /** @description A position that a command returned: wait until the view is that far. */
        readonly minPosition?: string;
        /** @description Longest wait for it, in milliseconds. */
        readonly waitMs?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['WhyResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly orders_order: {
    readonly parameters: {
      readonly query?: {
        /** @description Only what is of this client. A service sees its own only. */
        readonly client?: string;
        /** @description `nextCursor` of the page before, with the same filters; opaque. */
        readonly cursor?: string;
        readonly limit?: number;
        /** @description A position that a command returned: wait until the view is that far. */
        readonly minPosition?: string;
        /** @description Longest wait for it, in milliseconds. */
        readonly waitMs?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        readonly orderId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OrderResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly payments_payments: {
    readonly parameters: {
      readonly query?: {
        /** @description At most so many minor units of `currency`, which it needs. */
        readonly amountMax?: string;
        /** @description At least so many minor units of `currency`, which it needs. */
        readonly amountMin?: string;
        /** @description Only what is of this client. A service sees its own only. */
        readonly client?: string;
        /** @description ISO 4217. */
        readonly currency?:
          | 'AED'
          | 'AFN'
          | 'ALL'
          | 'AMD'
          | 'ANG'
          | 'AOA'
          | 'ARS'
          | 'AUD'
          | 'AWG'
          | 'AZN'
          | 'BAM'
          | 'BBD'
          | 'BDT'
          | 'BGN'
          | 'BHD'
          | 'BIF'
          | 'BMD'
          | 'BND'
          | 'BOB'
          | 'BOV'
          | 'BRL'
          | 'BSD'
          | 'BTN'
          | 'BWP'
          | 'BYN'
          | 'BZD'
          | 'CAD'
          | 'CDF'
          | 'CHE'
          | 'CHF'
          | 'CHW'
          | 'CLF'
          | 'CLP'
          | 'CNY'
          | 'COP'
          | 'COU'
          | 'CRC'
          | 'CUC'
          | 'CUP'
          | 'CVE'
          | 'CZK'
          | 'DJF'
          | 'DKK'
          | 'DOP'
          | 'DZD'
          | 'EGP'
          | 'ERN'
          | 'ETB'
          | 'EUR'
          | 'FJD'
          | 'FKP'
          | 'GBP'
          | 'GEL'
          | 'GHS'
          | 'GIP'
          | 'GMD'
          | 'GNF'
          | 'GTQ'
          | 'GYD'
          | 'HKD'
          | 'HNL'
          | 'HTG'
          | 'HUF'
          | 'IDR'
          | 'ILS'
          | 'INR'
          | 'IQD'
          | 'IRR'
          | 'ISK'
          | 'JMD'
          | 'JOD'
          | 'JPY'
          | 'KES'
          | 'KGS'
          | 'KHR'
          | 'KMF'
          | 'KPW'
          | 'KRW'
          | 'KWD'
          | 'KYD'
          | 'KZT'
          | 'LAK'
          | 'LBP'
          | 'LKR'
          | 'LRD'
          | 'LSL'
          | 'LYD'
          | 'MAD'
          | 'MDL'
          | 'MGA'
          | 'MKD'
          | 'MMK'
          | 'MNT'
          | 'MOP'
          | 'MRU'
          | 'MUR'
          | 'MVR'
          | 'MWK'
          | 'MXN'
          | 'MXV'
          | 'MYR'
          | 'MZN'
          | 'NAD'
          | 'NGN'
          | 'NIO'
          | 'NOK'
          | 'NPR'
          | 'NZD'
          | 'OMR'
          | 'PAB'
          | 'PEN'
          | 'PGK'
          | 'PHP'
          | 'PKR'
          | 'PLN'
          | 'PYG'
          | 'QAR'
          | 'RON'
          | 'RSD'
          | 'RUB'
          | 'RWF'
          | 'SAR'
          | 'SBD'
          | 'SCR'
          | 'SDG'
          | 'SEK'
          | 'SGD'
          | 'SHP'
          | 'SLE'
          | 'SOS'
          | 'SRD'
          | 'SSP'
          | 'STN'
          | 'SVC'
          | 'SYP'
          | 'SZL'
          | 'THB'
          | 'TJS'
          | 'TMT'
          | 'TND'
          | 'TOP'
          | 'TRY'
          | 'TTD'
          | 'TWD'
          | 'TZS'
          | 'UAH'
          | 'UGX'
          | 'USD'
          | 'USN'
          | 'UYI'
          | 'UYU'
          | 'UYW'
          | 'UZS'
          | 'VED'
          | 'VES'
          | 'VND'
          | 'VUV'
          | 'WST'
          | 'XAF'
          | 'XCD'
          | 'XCG'
          | 'XOF'
          | 'XPF'
          | 'YER'
          | 'ZAR'
          | 'ZMW'
          | 'ZWG';
        /** @description `nextCursor` of the page before, with the same filters; opaque. */
        readonly cursor?: string;
        readonly customerId?: string;
        /**
         * @description Counts more than the header `Accept`. `csv` and `jsonl` are the whole list in one answer, as of
         *     one position, without `limit`, `cursor` and `total`. In CSV a text that a spreadsheet would run
         *     as a formula begins with an apostrophe.
         */
        readonly format?: 'json' | 'csv' | 'jsonl';
        /** @description From this time on, itself included. */
        readonly from?: string;
        readonly limit?: number;
        readonly merchantId?: string;
        /** @description `key=value`, or `key` for any value; several must all be there. A key ends at the first `=`. */
        readonly metadata?: readonly string[];
        /** @description A position that a command returned: wait until the view is that far. */
        readonly minPosition?: string;
        readonly orderId?: string;
        readonly provider?: 'stripe' | 'paypal';
        /** @description Any id that a provider has of it: of an order, authorisation, capture, refund or dispute. */
        readonly reference?: string;
        /** @description By the time or the amount of the initiation; amounts need `currency`. */
        readonly sort?: 'newest' | 'oldest' | 'largest' | 'smallest';
        /** @description One or several, each as a parameter of its own. */
        readonly status?: readonly (
          | 'initiated'
          | 'held'
          | 'rejected'
          | 'declined'
          | 'authorising'
          | 'payer-action-required'
          | 'authorised'
          | 'voided'
          | 'expired'
          | 'cancelled'
          | 'capturing'
          | 'partially-captured'
          | 'captured'
          | 'partially-refunded'
          | 'refunded'
        )[];
        /** @description Before this time. */
        readonly to?: string;
        /**
         * @description Whether to count all that the filters leave. A count that takes too long is not given, see
         *     `totalUnknown`.
         */
        readonly total?: boolean;
        /** @description Longest wait for it, in milliseconds. */
        readonly waitMs?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A page, or an export, whose header Assay-Position says as of which position */
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PaymentsResponse'];
          readonly 'application/jsonl': string;
          readonly 'text/csv': string;
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly payments_payment: {
    readonly parameters: {
      readonly query?: {
        /** @description A position that a command returned: wait until the view is that far. */
        readonly minPosition?: string;
        /** @description Longest wait for it, in milliseconds. */
        readonly waitMs?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        readonly paymentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PaymentResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly history_causes: {
    readonly parameters: {
      readonly query?: {
        /** @description `dot` for Graphviz, `svg` as a picture. */
        readonly format?: 'json' | 'dot' | 'svg';
        /** @description A position that a command returned: wait until the view is that far. */
        readonly minPosition?: string;
        /** @description Longest wait for it, in milliseconds. */
        readonly waitMs?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        readonly paymentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The graph; as a text for Graphviz or a picture where `format` says so */
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['CausesResponse'];
          readonly 'image/svg+xml': string;
          readonly 'text/vnd.graphviz': string;
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly history_paymentEvents: {
    readonly parameters: {
      readonly query?: {
        /** @description `nextCursor` of the page before. */
        readonly cursor?: string;
        readonly limit?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        readonly paymentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['RecordedEventsResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly reconciliation_payouts: {
    readonly parameters: {
      readonly query?: {
        /** @description At most so many minor units of `currency`, which it needs. */
        readonly amountMax?: string;
        /** @description At least so many minor units of `currency`, which it needs. */
        readonly amountMin?: string;
        /** @description By the lines of our bank. */
        readonly bankStatus?:
          | 'matched'
          | 'matched-with-tolerance'
          | 'expected'
          | 'booked'
          | 'missing-at-provider'
          | 'missing-at-bank'
          | 'missing-internally'
          | 'amount-mismatch'
          | 'currency-mismatch'
          | 'exchange-mismatch'
          | 'fee-mismatch'
          | 'status-mismatch'
          | 'duplicate-at-provider'
          | 'duplicate-at-bank'
          | 'duplicate-internally'
          | 'orphan-reversal'
          | 'timing'
          | 'payout-sum-mismatch'
          | 'unreadable';
        /** @description ISO 4217. */
        readonly currency?:
          | 'AED'
          | 'AFN'
          | 'ALL'
          | 'AMD'
          | 'ANG'
          | 'AOA'
          | 'ARS'
          | 'AUD'
          | 'AWG'
          | 'AZN'
          | 'BAM'
          | 'BBD'
          | 'BDT'
          | 'BGN'
          | 'BHD'
          | 'BIF'
          | 'BMD'
          | 'BND'
          | 'BOB'
          | 'BOV'
          | 'BRL'
          | 'BSD'
          | 'BTN'
          | 'BWP'
          | 'BYN'
          | 'BZD'
          | 'CAD'
          | 'CDF'
          | 'CHE'
          | 'CHF'
          | 'CHW'
          | 'CLF'
          | 'CLP'
          | 'CNY'
          | 'COP'
          | 'COU'
          | 'CRC'
          | 'CUC'
          | 'CUP'
          | 'CVE'
          | 'CZK'
          | 'DJF'
          | 'DKK'
          | 'DOP'
          | 'DZD'
          | 'EGP'
          | 'ERN'
          | 'ETB'
          | 'EUR'
          | 'FJD'
          | 'FKP'
          | 'GBP'
          | 'GEL'
          | 'GHS'
          | 'GIP'
          | 'GMD'
          | 'GNF'
          | 'GTQ'
          | 'GYD'
          | 'HKD'
          | 'HNL'
          | 'HTG'
          | 'HUF'
          | 'IDR'
          | 'ILS'
          | 'INR'
          | 'IQD'
          | 'IRR'
          | 'ISK'
          | 'JMD'
          | 'JOD'
          | 'JPY'
          | 'KES'
          | 'KGS'
          | 'KHR'
          | 'KMF'
          | 'KPW'
          | 'KRW'
          | 'KWD'
          | 'KYD'
          | 'KZT'
          | 'LAK'
          | 'LBP'
          | 'LKR'
          | 'LRD'
          | 'LSL'
          | 'LYD'
          | 'MAD'
          | 'MDL'
          | 'MGA'
          | 'MKD'
          | 'MMK'
          | 'MNT'
          | 'MOP'
          | 'MRU'
          | 'MUR'
          | 'MVR'
          | 'MWK'
          | 'MXN'
          | 'MXV'
          | 'MYR'
          | 'MZN'
          | 'NAD'
          | 'NGN'
          | 'NIO'
          | 'NOK'
          | 'NPR'
          | 'NZD'
          | 'OMR'
          | 'PAB'
          | 'PEN'
          | 'PGK'
          | 'PHP'
          | 'PKR'
          | 'PLN'
          | 'PYG'
          | 'QAR'
          | 'RON'
          | 'RSD'
          | 'RUB'
          | 'RWF'
          | 'SAR'
          | 'SBD'
          | 'SCR'
          | 'SDG'
          | 'SEK'
          | 'SGD'
          | 'SHP'
          | 'SLE'
          | 'SOS'
          | 'SRD'
          | 'SSP'
          | 'STN'
          | 'SVC'
          | 'SYP'
          | 'SZL'
          | 'THB'
          | 'TJS'
          | 'TMT'
          | 'TND'
          | 'TOP'
          | 'TRY'
          | 'TTD'
          | 'TWD'
          | 'TZS'
          | 'UAH'
          | 'UGX'
          | 'USD'
          | 'USN'
          | 'UYI'
          | 'UYU'
          | 'UYW'
          | 'UZS'
          | 'VED'
          | 'VES'
          | 'VND'
          | 'VUV'
          | 'WST'
          | 'XAF'
          | 'XCD'
          | 'XCG'
          | 'XOF'
          | 'XPF'
          | 'YER'
          | 'ZAR'
          | 'ZMW'
          | 'ZWG';
        /** @description `nextCursor` of the page before, with the same filters; opaque. */
        readonly cursor?: string;
        /**
         * @description Counts more than the header `Accept`. `csv` and `jsonl` are the whole list in one answer, as of
         *     one position, without `limit`, `cursor` and `total`. In CSV a text that a spreadsheet would run
         *     as a formula begins with an apostrophe.
         */
        readonly format?: 'json' | 'csv' | 'jsonl';
        /** @description From this time on, itself included. */
        readonly from?: string;
        readonly limit?: number;
        /** @description A position that a command returned: wait until the view is that far. */
        readonly minPosition?: string;
        readonly provider?: 'stripe' | 'paypal';
        /** @description By the provider. */
        readonly status?: 'pending' | 'in-transit' | 'paid' | 'failed' | 'cancelled';
        /** @description Before this time. */
        readonly to?: string;
        /**
         * @description Whether to count all that the filters leave. A count that takes too long is not given, see
         *     `totalUnknown`.
         */
        readonly total?: boolean;
        /** @description Longest wait for it, in milliseconds. */
        readonly waitMs?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A page, or an export, whose header Assay-Position says as of which position */
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PayoutsResponse'];
          readonly 'application/jsonl': string;
          readonly 'text/csv': string;
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly reconciliation_onePayouts: {
    readonly parameters: {
      readonly query?: {
        /** @description A position that a command returned: wait until the view is that far. */
        readonly minPosition?: string;
        /** @description Longest wait for it, in milliseconds. */
        readonly waitMs?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        readonly payoutId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OnePayoutResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly journal_periods: {
    readonly parameters: {
      readonly query?: {
        /** @description A position that a command returned: wait until the view is that far. */
        readonly minPosition?: string;
        /** @description Longest wait for it, in milliseconds. */
        readonly waitMs?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PeriodsResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly journal_period: {
    readonly parameters: {
      readonly query?: {
        /** @description A position that a command returned: wait until the view is that far. */
        readonly minPosition?: string;
        /** @description Longest wait for it, in milliseconds. */
        readonly waitMs?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        /** @description A calendar month in UTC. */
        readonly period: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PeriodResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly journal_close: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Names the request of its person; a repeat changes nothing. */
        readonly 'Idempotency-Key'?: string;
      };
      readonly path: {
        /** @description A calendar month in UTC. */
        readonly period: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['CloseRequest'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PeriodResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description At odds with its state */
      readonly 409: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too long a body */
      readonly 413: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not JSON */
      readonly 415: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly journal_closedBooks: {
    readonly parameters: {
      readonly query?: {
        /** @description Which closing of the period, from 1 on; left out: the last. */
        readonly closing?: number;
        /** @description A position that a command returned: wait until the view is that far. */
        readonly minPosition?: string;
        /** @description Longest wait for it, in milliseconds. */
        readonly waitMs?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        /** @description A calendar month in UTC. */
        readonly period: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ClosedBooksResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly journal_lateEntries: {
    readonly parameters: {
      readonly query?: {
        /** @description `nextCursor` of the page before, with the same filters; opaque. */
        readonly cursor?: string;
        readonly limit?: number;
        /** @description A position that a command returned: wait until the view is that far. */
        readonly minPosition?: string;
        /** @description Longest wait for it, in milliseconds. */
        readonly waitMs?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        /** @description A calendar month in UTC. */
        readonly period: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['EntriesResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly journal_proposePeriods: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Names the request of its person; a repeat changes nothing. */
        readonly 'Idempotency-Key'?: string;
      };
      readonly path: {
        /** @description A calendar month in UTC. */
        readonly period: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ReopeningRequest'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PeriodResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description At odds with its state */
      readonly 409: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too long a body */
      readonly 413: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not JSON */
      readonly 415: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly journal_approvePeriods: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Names the request of its person; a repeat changes nothing. */
        readonly 'Idempotency-Key'?: string;
      };
      readonly path: {
        /** @description A calendar month in UTC. */
        readonly period: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PeriodResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description At odds with its state */
      readonly 409: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly journal_withdrawPeriods: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Names the request of its person; a repeat changes nothing. */
        readonly 'Idempotency-Key'?: string;
      };
      readonly path: {
        /** @description A calendar month in UTC. */
        readonly period: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ReopeningWithdrawalRequest'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PeriodResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description At odds with its state */
      readonly 409: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too long a body */
      readonly 413: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not JSON */
      readonly 415: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly reconciliation_summary: {
    readonly parameters: {
      readonly query?: {
        /** @description A position that a command returned: wait until the view is that far. */
        readonly minPosition?: string;
        /** @description Longest wait for it, in milliseconds. */
        readonly waitMs?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ReconciliationResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly reconciliation_balances: {
    readonly parameters: {
      readonly query?: {
        /** @description ISO 4217. */
        readonly currency?:
          | 'AED'
          | 'AFN'
          | 'ALL'
          | 'AMD'
          | 'ANG'
          | 'AOA'
          | 'ARS'
          | 'AUD'
          | 'AWG'
          | 'AZN'
          | 'BAM'
          | 'BBD'
          | 'BDT'
          | 'BGN'
          | 'BHD'
          | 'BIF'
          | 'BMD'
          | 'BND'
          | 'BOB'
          | 'BOV'
          | 'BRL'
          | 'BSD'
          | 'BTN'
          | 'BWP'
          | 'BYN'
          | 'BZD'
          | 'CAD'
          | 'CDF'
          | 'CHE'
          | 'CHF'
          | 'CHW'
          | 'CLF'
          | 'CLP'
          | 'CNY'
          | 'COP'
          | 'COU'
          | 'CRC'
          | 'CUC'
          | 'CUP'
          | 'CVE'
          | 'CZK'
          | 'DJF'
          | 'DKK'
          | 'DOP'
          | 'DZD'
          | 'EGP'
          | 'ERN'
          | 'ETB'
          | 'EUR'
          | 'FJD'
          | 'FKP'
          | 'GBP'
          | 'GEL'
          | 'GHS'
          | 'GIP'
          | 'GMD'
          | 'GNF'
          | 'GTQ'
          | 'GYD'
          | 'HKD'
          | 'HNL'
          | 'HTG'
          | 'HUF'
          | 'IDR'
          | 'ILS'
          | 'INR'
          | 'IQD'
          | 'IRR'
          | 'ISK'
          | 'JMD'
          | 'JOD'
          | 'JPY'
          | 'KES'
          | 'KGS'
          | 'KHR'
          | 'KMF'
          | 'KPW'
          | 'KRW'
          | 'KWD'
          | 'KYD'
          | 'KZT'
          | 'LAK'
          | 'LBP'
          | 'LKR'
          | 'LRD'
          | 'LSL'
          | 'LYD'
          | 'MAD'
          | 'MDL'
          | 'MGA'
          | 'MKD'
          | 'MMK'
          | 'MNT'
          | 'MOP'
          | 'MRU'
          | 'MUR'
          | 'MVR'
          | 'MWK'
          | 'MXN'
          | 'MXV'
          | 'MYR'
          | 'MZN'
          | 'NAD'
          | 'NGN'
          | 'NIO'
          | 'NOK'
          | 'NPR'
          | 'NZD'
          | 'OMR'
          | 'PAB'
          | 'PEN'
          | 'PGK'
          | 'PHP'
          | 'PKR'
          | 'PLN'
          | 'PYG'
          | 'QAR'
          | 'RON'
          | 'RSD'
          | 'RUB'
          | 'RWF'
          | 'SAR'
          | 'SBD'
          | 'SCR'
          | 'SDG'
          | 'SEK'
          | 'SGD'
          | 'SHP'
          | 'SLE'
          | 'SOS'
          | 'SRD'
          | 'SSP'
          | 'STN'
          | 'SVC'
          | 'SYP'
          | 'SZL'
          | 'THB'
          | 'TJS'
          | 'TMT'
          | 'TND'
          | 'TOP'
          | 'TRY'
          | 'TTD'
          | 'TWD'
          | 'TZS'
          | 'UAH'
          | 'UGX'
          | 'USD'
          | 'USN'
          | 'UYI'
          | 'UYU'
          | 'UYW'
          | 'UZS'
          | 'VED'
          | 'VES'
          | 'VND'
          | 'VUV'
          | 'WST'
          | 'XAF'
          | 'XCD'
          | 'XCG'
          | 'XOF'
          | 'XPF'
          | 'YER'
          | 'ZAR'
          | 'ZMW'
          | 'ZWG';
        readonly format?: 'json' | 'csv';
        /** @description The first day, in UTC. */
        readonly from?: string;
        /** @description A position that a command returned: wait until the view is that far. */
        readonly minPosition?: string;
        readonly provider?: 'stripe' | 'paypal';
        /** @description The day after the last one. */
        readonly to?: string;
        /** @description Longest wait for it, in milliseconds. */
        readonly waitMs?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['BalancesResponse'];
          readonly 'text/csv': string;
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly reconciliation_exceptions: {
    readonly parameters: {
      readonly query?: {
        /** @description At most so many minor units of `currency`, which it needs. */
        readonly amountMax?: string;
        /** @description At least so many minor units of `currency`, which it needs. */
        readonly amountMin?: string;
        /** @description The name that the person's keys have. */
        readonly assignee?: string;
        /** @description ISO 4217. */
        readonly currency?:
          | 'AED'
          | 'AFN'
          | 'ALL'
          | 'AMD'
          | 'ANG'
          | 'AOA'
          | 'ARS'
          | 'AUD'
          | 'AWG'
          | 'AZN'
          | 'BAM'
          | 'BBD'
          | 'BDT'
          | 'BGN'
          | 'BHD'
          | 'BIF'
          | 'BMD'
          | 'BND'
          | 'BOB'
          | 'BOV'
          | 'BRL'
          | 'BSD'
          | 'BTN'
          | 'BWP'
          | 'BYN'
          | 'BZD'
          | 'CAD'
          | 'CDF'
          | 'CHE'
          | 'CHF'
          | 'CHW'
          | 'CLF'
          | 'CLP'
          | 'CNY'
          | 'COP'
          | 'COU'
          | 'CRC'
          | 'CUC'
          | 'CUP'
          | 'CVE'
          | 'CZK'
          | 'DJF'
          | 'DKK'
          | 'DOP'
          | 'DZD'
          | 'EGP'
          | 'ERN'
          | 'ETB'
          | 'EUR'
          | 'FJD'
          | 'FKP'
          | 'GBP'
          | 'GEL'
          | 'GHS'
          | 'GIP'
          | 'GMD'
          | 'GNF'
          | 'GTQ'
          | 'GYD'
          | 'HKD'
          | 'HNL'
          | 'HTG'
          | 'HUF'
          | 'IDR'
          | 'ILS'
          | 'INR'
          | 'IQD'
          | 'IRR'
          | 'ISK'
          | 'JMD'
          | 'JOD'
          | 'JPY'
          | 'KES'
          | 'KGS'
          | 'KHR'
          | 'KMF'
          | 'KPW'
          | 'KRW'
          | 'KWD'
          | 'KYD'
          | 'KZT'
          | 'LAK'
          | 'LBP'
          | 'LKR'
          | 'LRD'
          | 'LSL'
          | 'LYD'
          | 'MAD'
          | 'MDL'
          | 'MGA'
          | 'MKD'
          | 'MMK'
          | 'MNT'
          | 'MOP'
          | 'MRU'
          | 'MUR'
          | 'MVR'
          | 'MWK'
          | 'MXN'
          | 'MXV'
          | 'MYR'
          | 'MZN'
          | 'NAD'
          | 'NGN'
          | 'NIO'
          | 'NOK'
          | 'NPR'
          | 'NZD'
          | 'OMR'
          | 'PAB'
          | 'PEN'
          | 'PGK'
          | 'PHP'
          | 'PKR'
          | 'PLN'
          | 'PYG'
          | 'QAR'
          | 'RON'
          | 'RSD'
          | 'RUB'
          | 'RWF'
          | 'SAR'
          | 'SBD'
          | 'SCR'
          | 'SDG'
          | 'SEK'
          | 'SGD'
          | 'SHP'
          | 'SLE'
          | 'SOS'
          | 'SRD'
          | 'SSP'
          | 'STN'
          | 'SVC'
          | 'SYP'
          | 'SZL'
          | 'THB'
          | 'TJS'
          | 'TMT'
          | 'TND'
          | 'TOP'
          | 'TRY'
          | 'TTD'
          | 'TWD'
          | 'TZS'
          | 'UAH'
          | 'UGX'
          | 'USD'
          | 'USN'
          | 'UYI'
          | 'UYU'
          | 'UYW'
          | 'UZS'
          | 'VED'
          | 'VES'
          | 'VND'
          | 'VUV'
          | 'WST'
          | 'XAF'
          | 'XCD'
          | 'XCG'
          | 'XOF'
          | 'XPF'
          | 'YER'
          | 'ZAR'
          | 'ZMW'
          | 'ZWG';
        /** @description `nextCursor` of the page before, with the same filters; opaque. */
        readonly cursor?: string;
        /** @description At least so many whole days old. */
        readonly daysMin?: number;
        /**
         * @description Counts more than the header `Accept`. `csv` and `jsonl` are the whole list in one answer, as of
         *     one position, without `limit`, `cursor` and `total`. In CSV a text that a spreadsheet would run
         *     as a formula begins with an apostrophe.
         */
        readonly format?: 'json' | 'csv' | 'jsonl';
        /** @description From this time on, itself included. */
        readonly from?: string;
        readonly kind?:
          | 'missing-at-provider'
          | 'missing-at-bank'
          | 'missing-internally'
          | 'amount-mismatch'
          | 'currency-mismatch'
          | 'exchange-mismatch'
          | 'fee-mismatch'
          | 'status-mismatch'
          | 'duplicate-at-provider'
          | 'duplicate-at-bank'
          | 'duplicate-internally'
          | 'orphan-reversal'
          | 'timing'
          | 'payout-sum-mismatch'
          | 'unreadable';
        readonly limit?: number;
        /** @description A position that a command returned: wait until the view is that far. */
        readonly minPosition?: string;
        /** @description `bank`: lines of our bank that no payout explains. */
        readonly provider?: 'stripe' | 'paypal' | 'bank';
        /** @description By amount or age, whichever is worse. */
        readonly severity?: 'low' | 'medium' | 'high' | 'critical';
        /** @description Left out: all but the resolved ones; one is back when another amount is at stake by now. */
        readonly state?:
          | 'open'
          | 'assigned'
          | 'investigating'
          | 'escalated'
          | 'awaiting-approval'
          | 'resolved'
          | 'reopened';
        /** @description Before this time. */
        readonly to?: string;
        /**
         * @description Whether to count all that the filters leave. A count that takes too long is not given, see
         *     `totalUnknown`.
         */
        readonly total?: boolean;
        /** @description Longest wait for it, in milliseconds. */
        readonly waitMs?: components['schemas']['Object'];
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A page, or an export, whose header Assay-Position says as of which position */
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ExceptionsResponse'];
          readonly 'application/jsonl': string;
          readonly 'text/csv': string;
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly reconciliation_one: {
    readonly parameters: {
      readonly query?: {
        /** @description A position that a command returned: wait until the view is that far. */
        readonly minPosition?: string;
        /** @description Longest wait for it, in milliseconds. */
        readonly waitMs?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        readonly exceptionId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OneExceptionResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly reconciliation_lines: {
    readonly parameters: {
      readonly query?: {
        /** @description `nextCursor` of the page before, with the same filters; opaque. */
        readonly cursor?: string;
        readonly limit?: number;
        /** @description A position that a command returned: wait until the view is that far. */
        readonly minPosition?: string;
        readonly provider?: 'stripe' | 'paypal';
        readonly status?:
          | 'matched'
          | 'expected'
          | 'amount-mismatch'
          | 'currency-mismatch'
          | 'fee-mismatch'
          | 'missing-at-provider'
          | 'missing-internally'
          | 'duplicate'
          | 'unreadable'
          | 'booked';
        /** @description Longest wait for it, in milliseconds. */
        readonly waitMs?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['LinesResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly journal_monthlyStatement: {
    readonly parameters: {
      readonly query?: {
        /** @description The books as they were known then; payments and open items are as they are now. */
        readonly asOfRecorded?: string;
        readonly format?: 'json' | 'csv' | 'html';
        readonly merchantId?: string;
        /** @description A position that a command returned: wait until the view is that far. */
        readonly minPosition?: string;
        readonly provider?: 'stripe' | 'paypal';
        /** @description Longest wait for it, in milliseconds. */
        readonly waitMs?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        /** @description A calendar month in UTC. */
        readonly period: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['MonthlyStatementResponse'];
          readonly 'text/csv': string;
          readonly 'text/html': string;
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly cases_stream: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
        /** @description The last id that was read: what happened since comes first. */
        readonly 'Last-Event-ID'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Never ends by itself */
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'text/event-stream': string;
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many streams */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly views_all: {
    readonly parameters: {
      readonly query?: {
        /** @description Also hash all rows; takes time. */
        readonly digest?: 'true' | 'false';
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ViewsResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly views_one: {
    readonly parameters: {
      readonly query?: {
        /** @description Also hash all rows; takes time. */
        readonly digest?: 'true' | 'false';
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        readonly name: 'orders' | 'journal' | 'reconciliation' | 'cases';
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ViewResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly views_check: {
    readonly parameters: {
      readonly query?: {
        /** @description Longest wait for the end, in milliseconds; it goes on after that. */
        readonly waitMs?: number;
      };
      readonly header?: never;
      readonly path: {
        readonly name: 'orders' | 'journal' | 'reconciliation' | 'cases';
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description It has ended. */
      readonly 200: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['RebuildResponse'];
        };
      };
      /** @description It goes on; see the view. */
      readonly 202: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['RebuildResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description It is being rebuilt already. */
      readonly 409: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly views_digest: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        readonly name: 'orders' | 'journal' | 'reconciliation' | 'cases';
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ViewDigestResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly views_rebuild: {
    readonly parameters: {
      readonly query?: {
        /** @description Longest wait for the end, in milliseconds; it goes on after that. */
        readonly waitMs?: number;
      };
      readonly header?: never;
      readonly path: {
        readonly name: 'orders' | 'journal' | 'reconciliation' | 'cases';
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description It has ended. */
      readonly 200: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['RebuildResponse'];
        };
      };
      /** @description It goes on; see the view. */
      readonly 202: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['RebuildResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description It is being rebuilt already. */
      readonly 409: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly views_setAside: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        readonly name: 'orders' | 'journal' | 'reconciliation' | 'cases';
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SetAsidesResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing there */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description The view is behind minPosition, or the database is away */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
}
