// Written by `npm run generate` from docs/openapi; changes here are lost.

export type paths = {
  readonly '/v1/access/bootstrap': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Invite the first administrator, as long as there is none */
    readonly post: operations['accessPeople_bootstrap'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/access/keys': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Every key, without the keys themselves */
    readonly get: operations['accessKeys_all'];
    readonly put?: never;
    /**
     * Make a key; it is shown once and counts in every service within moments
     * @description Two of a client and role are live at most: make the second, have the client use it, revoke the first.
     */
    readonly post: operations['accessKeys_make'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/access/keys/{keyId}/revocation': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Revoke a key, in every service within moments and for good */
    readonly post: operations['accessKeys_revoke'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/access/log': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Who read raw events, exported, or changed who may do what; the latest first
     * @description An access comes into the log within about a second.
     */
    readonly get: operations['accessLog_log'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/access/people': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Everybody who was invited, and what they may do */
    readonly get: operations['accessPeople_all'];
    readonly put?: never;
    /**
     * Invite a person; a repeat begins again with a person who lost what they sign in with
     * @description The invitation is shown once and sets a password within 72 hours.
     */
    readonly post: operations['accessPeople_invite'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/access/people/{person}/disabling': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** End all sessions and keys of a person, until they are invited again */
    readonly post: operations['accessPeople_disable'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/access/people/{person}/grants': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Give a role, for some time or until it is taken back */
    readonly post: operations['accessPeople_grant'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/access/people/{person}/grants/{role}/revocation': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Take a role back, in every service within moments */
    readonly post: operations['accessPeople_revoke'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/access/sessions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Open sessions: your own, or everybody’s for an administrator */
    readonly get: operations['accessSessions_sessions'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/access/sessions/{sessionId}/end': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** End a session, in every service within moments */
    readonly post: operations['accessSessions_end'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/attention': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Unfinished payments and deliveries, the longest quiet first */
    readonly get: operations['operation_attention'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/attention/deliveries/{provider}/{eventId}/dismissal': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Take an abandoned delivery off the list, for a recorded reason */
    readonly post: operations['operation_dismiss'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/attention/deliveries/{provider}/{eventId}/retry': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Apply an abandoned delivery once more */
    readonly post: operations['operation_retry'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/batch': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Up to 1,000 commands; each is recorded before the answer, or refused by itself */
    readonly post: operations['commands_batch'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/cases/{paymentId}/assignment': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Make a case one analyst’s work */
    readonly post: operations['commands_assign'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/cases/{paymentId}/assignment/withdrawal': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Let any analyst be given a case again */
    readonly post: operations['commands_unassign'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/cases/{paymentId}/escalation': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Pass a case on to a senior */
    readonly post: operations['commands_escalate'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/cases/{paymentId}/escalation/withdrawal': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Take an escalation back */
    readonly post: operations['commands_withdraw'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/cases/{paymentId}/lease': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Take this case, or keep it longer */
    readonly post: operations['commands_lease'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/cases/{paymentId}/lease/release': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Put a case back; it is free for others */
    readonly post: operations['commands_releaseLease'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/cases/{paymentId}/notes': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Add a note to a case, also to a decided one */
    readonly post: operations['commands_note'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/cases/{paymentId}/snooze': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Put a case off until a time */
    readonly post: operations['commands_snooze'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/cases/{paymentId}/snooze/withdrawal': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Take a snooze back; the case is on the open list again */
    readonly post: operations['commands_wake'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/cases/next': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Be given the next case: the most money at risk for the time left, of those free */
    readonly post: operations['commands_nextCase'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/orders/{orderId}/cancel': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** End every payment of an order that took no money, and take no more */
    readonly post: operations['commands_cancelOrder'];
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
    readonly get?: never;
    readonly put?: never;
    /** Initiate a payment and take it as far as its intent says */
    readonly post: operations['commands_initiate'];
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
    /** A payment as its stream says, up to the last event */
    readonly get: operations['payments_payment'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/payments/{paymentId}/authorise': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Hold the money; also to go on after the payer has acted */
    readonly post: operations['commands_authorise'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/payments/{paymentId}/cancel': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** End a payment that took no money, wherever it stands */
    readonly post: operations['commands_cancel'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/payments/{paymentId}/capture': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Take authorised money, all of it or a part */
    readonly post: operations['commands_capture'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/payments/{paymentId}/increment': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Raise what is held to a new total, before anything is captured */
    readonly post: operations['commands_increment'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/payments/{paymentId}/operations/{operationId}/resolve': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Say what became of an operation, from the provider's own desk */
    readonly post: operations['commands_resolve'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/payments/{paymentId}/reauthorise': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Hold the money anew, before the first hold lapses (PayPal) */
    readonly post: operations['commands_reauthorise'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/payments/{paymentId}/refund': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Give captured money back, all of it or a part */
    readonly post: operations['commands_refund'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/payments/{paymentId}/release': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Give up what is held beside what was captured */
    readonly post: operations['commands_release'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/payments/{paymentId}/review': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Decide a held payment; the decision is a label for the fraud model */
    readonly post: operations['commands_review'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/payments/{paymentId}/void': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Give up an authorisation before capture */
    readonly post: operations['commands_void'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/privacy/subjects/{customerId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Whether a customer’s texts are sealed, and were erased */
    readonly get: operations['privacy_status'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/privacy/subjects/{customerId}/erasure': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Destroy the keys of a customer’s personal texts
     * @description A repeat answers what was done. Refused while money of the customer is open.
     */
    readonly post: operations['privacy_erase'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/privacy/subjects/{customerId}/export': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** All that is kept of a customer */
    readonly get: operations['privacy_export'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/privacy/subjects/{customerId}/page': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The same as a page to read */
    readonly get: operations['privacy_page'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/reconciliation/exceptions/{exceptionId}/assignment': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Make an exception one person’s work */
    readonly post: operations['commands_assignExceptions'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/reconciliation/exceptions/{exceptionId}/escalation': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Pass an exception on to a senior */
    readonly post: operations['commands_escalateExceptions'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/reconciliation/exceptions/{exceptionId}/evidence': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Keep a file that shows something of an exception */
    readonly post: operations['commands_addEvidence'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/reconciliation/exceptions/{exceptionId}/evidence/{contentHash}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** A file that was kept of an exception */
    readonly get: operations['commands_evidence'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/reconciliation/exceptions/{exceptionId}/investigation': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Say that one looks into an exception */
    readonly post: operations['commands_investigate'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/reconciliation/exceptions/{exceptionId}/notes': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Add a note to an exception, also to a resolved one */
    readonly post: operations['commands_noteExceptions'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/reconciliation/exceptions/{exceptionId}/reopening': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Take a resolution back, so that a manual match holds no more */
    readonly post: operations['commands_reopen'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/reconciliation/exceptions/{exceptionId}/resolution': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Resolve an exception; above the limit, a second person has to agree */
    readonly post: operations['commands_resolveExceptions'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/reconciliation/exceptions/{exceptionId}/resolution/approval': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Agree to a resolution that another person proposed */
    readonly post: operations['commands_approve'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/reconciliation/exceptions/{exceptionId}/resolution/refusal': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Refuse a resolution that waits, or take one’s own back */
    readonly post: operations['commands_refuse'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/routing-policy': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The routing policy that decides, and all that were proposed */
    readonly get: operations['operation_policy'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/routing-policy/proposals': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Propose a routing policy; another person has to activate it */
    readonly post: operations['operation_propose'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/routing-policy/proposals/{policyHash}/activation': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Let a policy decide that another person proposed */
    readonly post: operations['operation_activate'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/routing-policy/proposals/{policyHash}/withdrawal': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Take a proposal back, one’s own or another’s */
    readonly post: operations['operation_withdraw'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/routing-policy/rollbacks': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Propose an earlier policy again; another person has to activate it */
    readonly post: operations['operation_rollBack'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/webhooks/{provider}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Signed webhooks of Stripe and PayPal */
    readonly post: operations['webhooks_receive'];
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
    readonly AbandonedDeliveryResponse: {
      /** @enum {string} */
      readonly outcome: 'applied' | 'dismissed' | 'ignored';
      readonly reason: string;
    };
    readonly AccessEntryResponse: {
      /** Format: date-time */
      readonly at: string;
      readonly client: string;
      /** @example GET /v1/events */
      readonly operation: string;
      /** @description Without its query, which may hold what is personal. */
      readonly path: string;
      /** @description Whose decision or reading it was, whichever key it came with. */
      readonly person: string;
      /** @description The role by which it was let in. */
      readonly role: string;
    };
    readonly AccessLogResponse: {
      /** @description The latest first. */
      readonly items: readonly components['schemas']['AccessEntryResponse'][];
      /** @description Null: there are none before. */
      readonly nextCursor: string | null;
    };
    readonly AlternativeRequest: {
      readonly method: components['schemas']['PaymentMethodRequest'];
      /** @enum {string|null} */
      readonly provider?: 'stripe' | 'paypal' | null;
    };
    readonly AssignmentRequest: {
      /**
       * @description The name that the analyst's keys have.
       * @example amal
       */
      readonly assignee: string;
    };
    readonly AssignmentResponse: {
      /** Format: date-time */
      readonly assignedAt: string;
      readonly assignedBy: string;
      readonly assignee: string;
    };
    readonly AttentionResponse: {
      readonly items: readonly components['schemas']['UnfinishedResponse'][];
      /** @description Of all; null until history is read. */
      readonly unfinished: number | null;
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
    readonly BatchCommandRequest: {
      /** @description The body of the same command sent alone. */
      readonly body?: {
        readonly [key: string]: unknown;
      };
      /** @description As the Idempotency-Key header of the same command sent alone. */
      readonly idempotencyKey: string;
      /** @enum {string} */
      readonly operation: 'initiate' | 'capture' | 'void' | 'release' | 'refund' | 'cancel';
      /**
       * Format: uuid
       * @description For every operation but initiate.
       */
      readonly paymentId?: string;
    };
    readonly BatchRequest: {
      readonly commands: readonly components['schemas']['BatchCommandRequest'][];
    };
    readonly BatchResponse: {
      /**
       * @description Store position that holds them all.
       * @example 42/42
       */
      readonly position: string;
      readonly results: readonly components['schemas']['BatchResult'][];
    };
    readonly BatchResult: {
      /** @enum {string} */
      readonly outcome: 'accepted' | 'refused';
      /** Format: uuid */
      readonly paymentId: string | null;
      /** @description Why it was refused. */
      readonly problem: components['schemas']['ProblemResponse'] | null;
    };
    readonly CancelledOrderResponse: {
      /**
       * Format: date-time
       * @description When it was first asked for.
       */
      readonly cancelledAt: string;
      readonly orderId: string;
      /** @description All of the order. */
      readonly payments: readonly components['schemas']['CancelledPaymentResponse'][];
      /**
       * @description Store position of this answer, commit/prepare.
       * @example 42/42
       */
      readonly position: string;
    };
    readonly CancelledPaymentResponse: {
      readonly payment: components['schemas']['PaymentResponse'];
      /**
       * @description cancelled: nothing is held. cancelling: the provider is asked, or will be once what is under way has its outcome. not-cancelled: the provider refused; what it holds lapses. captured: money was taken before; refund it. refunded: it was given back before.
       * @enum {string}
       */
      readonly result: 'cancelled' | 'cancelling' | 'not-cancelled' | 'captured' | 'refunded';
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
    readonly CaptureRequest: {
      /** @description Default: all that is left. */
      readonly amount?: components['schemas']['MoneyRequest'] | null;
      /**
       * @description Whether the rest of the authorisation is given up.
       * @default true
       */
      readonly final?: boolean | null;
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
    readonly CardRequest: {
      /** @example OM */
      readonly country?: string | null;
      /** @description The provider's fingerprint of the card, equal for equal cards. */
      readonly fingerprint?: string | null;
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
    readonly DeskResponse: {
      readonly desk: components['schemas']['CaseDeskResponse'];
      /** Format: uuid */
      readonly paymentId: string;
      /**
       * @description Queries take it as `minPosition`.
       * @example 1042/1042
       */
      readonly position: string;
    };
    readonly DismissalRequest: {
      /** @description Why nothing is to be done. */
      readonly note: string;
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
    readonly ErasureRequest: {
      /**
       * @description Whose customer it is: two clients may use one id for two people.
       * @example shop
       */
      readonly client: string;
      /** @description Why, for who checks on erasures; it is kept. No personal data. */
      readonly reason: string;
    };
    readonly ErasureResponse: {
      readonly client: string;
      readonly customerId: string;
      /** Format: date-time */
      readonly erasedAt: string;
      readonly erasureId: string;
      /** @description How many payments it was about; they stay, without the words that were erased. */
      readonly payments: number;
      readonly reason: string;
      /** @description A signed note (c2sp.org/signed-note) that says so. */
      readonly receipt: string;
      /** Format: date-time */
      readonly requestedAt: string;
      readonly requestedBy: string;
      /** @description What verifies the receipt, as in `name+hash+base64`. */
      readonly verifierKey: string;
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
    readonly ExceptionAssignmentRequest: {
      /**
       * @description The name that the person's keys have.
       * @example amal
       */
      readonly assignee: string;
      /** @description The revision that the caller saw: the command is refused when another came since. */
      readonly expectedRevision?: number | null;
    };
    readonly ExceptionFileRequest: {
      /**
       * @description The file in Base64; at most 66,000 bytes. No personal data.
       * @example SGVsbG8=
       */
      readonly contentBase64: string;
      /** @description The revision that the caller saw: the command is refused when another came since. */
      readonly expectedRevision?: number | null;
      /** @example text/plain */
      readonly mediaType: string;
      /** @example answer.txt */
      readonly name: string;
    };
    readonly ExceptionFileResponse: {
      readonly contentBase64: string;
      /** @description SHA-256 of the content, in hex. */
      readonly contentHash: string;
      readonly mediaType: string;
      readonly name: string;
    };
    readonly ExceptionNoteRequest: {
      /** @description The revision that the caller saw: the command is refused when another came since. */
      readonly expectedRevision?: number | null;
      /** @description No personal data. */
      readonly note: string;
    };
    readonly ExceptionWorkResponse: {
      readonly assignee: string | null;
      /** @example stripe-capture-ch_3Pq */
      readonly exceptionId: string;
      /**
       * @description Queries take it as `minPosition`.
       * @example 1042/1042
       */
      readonly position: string;
      readonly revision: number;
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
    readonly ExportedEventResponse: {
      readonly data: {
        readonly [key: string]: unknown;
      };
      /** Format: date-time */
      readonly recordedAt: string;
      readonly type: string;
    };
    readonly ExportedPaymentResponse: {
      /** @description What analysts wrote to its case. */
      readonly caseEvents: readonly components['schemas']['ExportedEventResponse'][];
      /** @description What providers delivered about it, as they wrote it. */
      readonly deliveries: readonly components['schemas']['ExportedEventResponse'][];
      readonly events: readonly components['schemas']['ExportedEventResponse'][];
      readonly paymentId: string;
    };
    readonly FieldProblemResponse: {
      readonly field: string;
      readonly message: string;
    };
    readonly FirstAdminRequest: {
      /** @description The name that decisions are recorded under, for good. */
      readonly person: string;
    };
    readonly GrantRequest: {
      /** @enum {string} */
      readonly role:
        'analyst' | 'senior-analyst' | 'auditor' | 'reconciler' | 'approver' | 'operator' | 'admin';
      /**
       * Format: date-time
       * @description It lapses then by itself, as for an auditor from outside. Left out: it stays.
       */
      readonly until?: string | null;
    };
    readonly GrantResponse: {
      /** @description Whether it counts by now. */
      readonly inForce: boolean;
      /** @enum {string} */
      readonly role:
        | 'service'
        | 'analyst'
        | 'senior-analyst'
        | 'auditor'
        | 'reconciler'
        | 'approver'
        | 'operator'
        | 'admin';
      /**
       * Format: date-time
       * @description Null: until it is taken back.
       */
      readonly until: string | null;
    };
    readonly IncrementRequest: {
      /** @description The new total to hold, not the difference. */
      readonly amount: components['schemas']['MoneyRequest'];
    };
    readonly InitiateRequest: {
      /**
       * @description Other ways that the payer agreed to, best first. The routing policy may prefer one of them, and
       *     the payment goes there while its provider certainly took nothing. Without any it never does.
       */
      readonly alternatives?: readonly components['schemas']['AlternativeRequest'][] | null;
      readonly amount: components['schemas']['MoneyRequest'];
      readonly card?: components['schemas']['CardRequest'] | null;
      /** @example customer-7 */
      readonly customerId: string;
      readonly deviceId?: string | null;
      /**
       * @description True for a payment of the past that is sent again, as from a file: it counts for fraud at its
       *     `occurredAt`, which it has to name. Only for clients that the operator lets import.
       * @default false
       */
      readonly imported?: boolean | null;
      /**
       * @description How far the payment goes by itself once its risk allows it.
       * @default authorise
       * @enum {string|null}
       */
      readonly intent?: 'initiate' | 'authorise' | 'capture' | null;
      /** @example OM */
      readonly ipCountry?: string | null;
      /** @example merchant-1 */
      readonly merchantId: string;
      /** @description At most 50 entries; keys up to 40 characters, values up to 500. No personal data. */
      readonly metadata?: {
        readonly [key: string]: string;
      } | null;
      readonly method: components['schemas']['PaymentMethodRequest'];
      /**
       * Format: date-time
       * @description When the payer acted, if it was before now: at most 24 hours ago, unless the operator set other
       *     bounds. Only an imported payment may be older.
       */
      readonly occurredAt?: string | null;
      /** @example order-1001 */
      readonly orderId: string;
      /**
       * @description Default: the one that takes the method: Stripe cards, PayPal accounts.
       * @enum {string|null}
       */
      readonly provider?: 'stripe' | 'paypal' | null;
      /**
       * Format: uri
       * @description Where the payer comes back to after 3-D Secure or an approval, with `payment` added to its
       *     query. Of an origin that the operator allows, over https. Default: the operator's. The provider
       *     may add a secret of its own to the query; keep it out of logs.
       * @example https://shop.example/orders/1001/return
       */
      readonly returnUrl?: string | null;
      /** @example OM */
      readonly shippingCountry?: string | null;
    };
    readonly InvitedResponse: {
      /** Format: date-time */
      readonly disabledAt: string | null;
      readonly grants: readonly components['schemas']['GrantResponse'][];
      /** @description Sets a password, once; shown this once. */
      readonly invitation: string;
      /** Format: date-time */
      readonly invitationEndsAt: string;
      /** Format: date-time */
      readonly invitedAt: string;
      /** @description Null: those of all merchants. */
      readonly merchants: readonly string[] | null;
      readonly person: string;
    };
    readonly KeyRequest: {
      /** @description Who will call; payments and orders are of a client. */
      readonly client: string;
      /** Format: date-time */
      readonly expiresAt?: string | null;
      /**
       * @description The only merchants whose payments it sees and commands.
       * @example [
       *       "merchant-1"
       *     ]
       */
      readonly merchants?: readonly string[] | null;
      /**
       * @description The only operations it may call, as `POST /v1/payments/{paymentId}/capture`.
       * @example [
       *       "GET /v1/payments"
       *     ]
       */
      readonly operations?: readonly string[] | null;
      /** @description Whose it is; has to be said for every role but `service`. */
      readonly person?: string | null;
      /** @enum {string} */
      readonly role:
        | 'service'
        | 'analyst'
        | 'senior-analyst'
        | 'auditor'
        | 'reconciler'
        | 'approver'
        | 'operator'
        | 'admin';
    };
    readonly KeyResponse: {
      readonly client: string;
      /** Format: date-time */
      readonly createdAt: string;
      readonly createdBy: string;
      /** Format: date-time */
      readonly expiresAt: string | null;
      readonly keyId: string;
      /**
       * Format: date-time
       * @description Last seen by this process; null: not since it started, which may be a use elsewhere.
       */
      readonly lastUsedAt: string | null;
      /** @description Null: those of all merchants. */
      readonly merchants: readonly string[] | null;
      /** @description Null: all of its role. */
      readonly operations: readonly string[] | null;
      /**
       * @description `variable`: it is from API_KEYS, and counts where that still names it.
       * @enum {string}
       */
      readonly origin: 'made' | 'variable';
      /** @description Whose it is; null: the person of the client's name. */
      readonly person: string | null;
      /** Format: date-time */
      readonly revokedAt: string | null;
      readonly revokedBy: string | null;
      /** @enum {string} */
      readonly role:
        | 'service'
        | 'analyst'
        | 'senior-analyst'
        | 'auditor'
        | 'reconciler'
        | 'approver'
        | 'operator'
        | 'admin';
      /** @enum {string} */
      readonly status: 'live' | 'expired' | 'revoked';
    };
    readonly KeyRevocationRequest: {
      readonly note?: string | null;
    };
    readonly KeysResponse: {
      /** @description The one made last first. */
      readonly items: readonly components['schemas']['KeyResponse'][];
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
    readonly LeaseRequest: {
      /** @description How long from now; left out: as the operator set it. */
      readonly minutes?: number | null;
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
    readonly MadeKeyResponse: {
      readonly client: string;
      /** Format: date-time */
      readonly createdAt: string;
      readonly createdBy: string;
      /** Format: date-time */
      readonly expiresAt: string | null;
      /** @description Shown this once; null at a repeat, which makes none. */
      readonly key: string | null;
      readonly keyId: string;
      /**
       * Format: date-time
       * @description Last seen by this process; null: not since it started, which may be a use elsewhere.
       */
      readonly lastUsedAt: string | null;
      /** @description Null: those of all merchants. */
      readonly merchants: readonly string[] | null;
      /** @description Null: all of its role. */
      readonly operations: readonly string[] | null;
      /**
       * @description `variable`: it is from API_KEYS, and counts where that still names it.
       * @enum {string}
       */
      readonly origin: 'made' | 'variable';
      /** @description Whose it is; null: the person of the client's name. */
      readonly person: string | null;
      /** Format: date-time */
      readonly revokedAt: string | null;
      readonly revokedBy: string | null;
      /** @enum {string} */
      readonly role:
        | 'service'
        | 'analyst'
        | 'senior-analyst'
        | 'auditor'
        | 'reconciler'
        | 'approver'
        | 'operator'
        | 'admin';
      /** @enum {string} */
      readonly status: 'live' | 'expired' | 'revoked';
    };
    readonly MethodResponse: {
      /** @enum {string} */
      readonly kind: 'card' | 'paypal';
    };
    readonly MoneyRequest: {
      /**
       * @description Minor units as digits: "1050" is 10.50 EUR, 1050 JPY, or 1.050 OMR.
       * @example 1050
       */
      readonly amount: string;
      /**
       * @description ISO 4217.
       * @example EUR
       */
      readonly currency: string;
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
    readonly NextCaseFilter: {
      /**
       * @description At most so many minor units of `currency`.
       * @example 5000
       */
      readonly amountMax?: string | null;
      /**
       * @description At least so many minor units of `currency`.
       * @example 1000
       */
      readonly amountMin?: string | null;
      readonly client?: string | null;
      /** @example EUR */
      readonly currency?: string | null;
      /**
       * @description Escalated cases instead of the others.
       * @default false
       */
      readonly escalated?: boolean | null;
      readonly merchantId?: string | null;
      readonly provider?: string | null;
      /** @enum {string|null} */
      readonly reason?: 'score' | 'rule' | 'degraded' | null;
      /**
       * @description At most this score, 0 to 1.
       * @example 0.9
       */
      readonly scoreMax?: string | null;
      /**
       * @description At least this score, 0 to 1.
       * @example 0.7
       */
      readonly scoreMin?: string | null;
    };
    readonly NextCaseRequest: {
      /** @description Of which cases; filters add up. */
      readonly filter?: components['schemas']['NextCaseFilter'] | null;
      /** @description How long the case is the caller's; left out: as the operator set it. */
      readonly minutes?: number | null;
    };
    readonly NextCaseResponse: {
      /** @description The case that is now the caller's; null when none is free. */
      readonly taken: components['schemas']['DeskResponse'] | null;
    };
    readonly NoFieldsRequest: Record<string, never>;
    readonly NoteRequest: {
      /** @description No personal data. */
      readonly note: string;
    };
    readonly OnExceptionRequest: {
      /** @description The revision that the caller saw: the command is refused when another came since. */
      readonly expectedRevision?: number | null;
    };
    readonly OptionalNoteRequest: {
      /** @description Why. No personal data. */
      readonly note?: string | null;
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
    readonly PaymentMethodRequest: {
      /** @enum {string} */
      readonly kind: 'card' | 'paypal';
      /**
       * @description The provider's token of the card, as in `pm_…`. Cards only.
       * @example pm_card_visa
       */
      readonly token?: string | null;
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
    readonly PeopleResponse: {
      readonly items: readonly components['schemas']['PersonResponse'][];
    };
    readonly PersonRequest: {
      readonly grants: readonly components['schemas']['GrantRequest'][];
      /**
       * @description The only merchants whose payments the person sees.
       * @example [
       *       "merchant-1"
       *     ]
       */
      readonly merchants?: readonly string[] | null;
      /** @description The name that decisions are recorded under, for good: no real name, no address. */
      readonly person: string;
    };
    readonly PersonResponse: {
      /** Format: date-time */
      readonly disabledAt: string | null;
      readonly grants: readonly components['schemas']['GrantResponse'][];
      /** Format: date-time */
      readonly invitedAt: string;
      /** @description Null: those of all merchants. */
      readonly merchants: readonly string[] | null;
      readonly person: string;
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
    readonly ReauthoriseRequest: {
      /** @description Default: what is held now. */
      readonly amount?: components['schemas']['MoneyRequest'] | null;
    };
    readonly RefundRequest: {
      /** @description Default: all that is left of the capture. */
      readonly amount?: components['schemas']['MoneyRequest'] | null;
      /**
       * Format: uuid
       * @description Needed only when the payment has several captures.
       */
      readonly captureId?: string | null;
      readonly reason?: string | null;
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
    readonly ResolutionRequest: {
      /** @description The revision that the caller saw: the command is refused when another came since. */
      readonly expectedRevision?: number | null;
      /** @description Of a manual match: the exceptions that are its other side. */
      readonly matchedWith?: readonly string[] | null;
      /** @description No personal data. */
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
    readonly ResolveRequest: {
      /** @description Whether the provider did it, as its desk shows. */
      readonly happened: boolean;
      /** @description How you found out, for the next person. */
      readonly note?: string | null;
      /** @description The provider's id of what it did. Needed when it happened, but for voids and increments. */
      readonly reference?: string | null;
    };
    readonly ReversalResponse: {
      readonly amount: components['schemas']['MoneyResponse'];
      readonly captureId: string;
      /** @description The id at the provider. */
      readonly reference: string;
      /** Format: date-time */
      readonly reversedAt: string;
    };
    readonly ReviewRequest: {
      /** @enum {string} */
      readonly decision: 'approve' | 'reject';
      /** @description The `revision` of the case's desk that the decision is about; another one refuses it. */
      readonly expectedRevision?: number | null;
      /**
       * @description What the fraud model learns of it. Left out: of an approval that it was no fraud, of a
       *     rejection that it was; `none`: nothing.
       * @enum {string|null}
       */
      readonly label?: 'fraud' | 'not-fraud' | 'none' | null;
      /** @description Why. No personal data. */
      readonly note?: string | null;
      /**
       * @description Of a rejection, which needs it where it names `expectedRevision`; of an approval, unread.
       * @enum {string|null}
       */
      readonly reason?:
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
    readonly RoutingPolicyResponse: {
      /** Format: date-time */
      readonly activatedAt: string | null;
      /** @description Null: the default decides. */
      readonly activatedBy: string | null;
      /**
       * @description Version of the policy that decides.
       * @example command-order-1
       */
      readonly active: string;
      readonly policy: {
        readonly [key: string]: unknown;
      };
      /** @description All that were ever proposed. */
      readonly proposals: readonly components['schemas']['RoutingProposalResponse'][];
    };
    readonly RoutingProposalRequest: {
      /** @description Why, for the second person. */
      readonly note: string;
      /**
       * @description `rules`: the first one that a payment meets orders the ways that the command offers. `when` may name `currencies`, `methods`, `amountAtLeast` and `amountAtMost`. `failover`: whether a payment may go another way than its first.
       * @example {
       *       "rules": [
       *         {
       *           "id": "yen-by-paypal",
       *           "when": {
       *             "currencies": [
       *               "JPY"
       *             ]
       *           },
       *           "prefer": [
       *             "paypal",
       *             "stripe"
       *           ]
       *         }
       *       ],
       *       "failover": true
       *     }
       */
      readonly policy: {
        readonly [key: string]: unknown;
      };
    };
    readonly RoutingProposalResponse: {
      readonly note: string;
      readonly policy: {
        readonly [key: string]: unknown;
      };
      /** @description SHA-256 of the policy: its version. */
      readonly policyHash: string;
      /** Format: date-time */
      readonly proposedAt: string;
      readonly proposedBy: string;
      /** @description Another operator may activate it; false once it was activated. */
      readonly waiting: boolean;
    };
    readonly RoutingRollBackRequest: {
      /** @description Why, for the second person. */
      readonly note: string;
      /** @description One that decided before; left out: the last. */
      readonly policyHash?: string | null;
    };
    readonly RoutingWithdrawalRequest: {
      readonly note?: string | null;
    };
    readonly SessionResponse: {
      /** Format: date-time */
      readonly endsAt: string;
      /** @description Whether it is the caller's. */
      readonly isOwn: boolean;
      /** @description Whether this request came with it. */
      readonly isThis: boolean;
      readonly keyId: string | null;
      /** Format: date-time */
      readonly openedAt: string;
      /** @description The person whose it is, however it began. */
      readonly owner: string;
      /** @description Null: it began with a key. */
      readonly person: string | null;
      readonly sessionId: string;
      /**
       * Format: date-time
       * @description To within some minutes.
       */
      readonly usedAt: string;
    };
    readonly SessionsResponse: {
      /** @description The oldest first; one that was idle for long may still be listed, and opens nothing. */
      readonly items: readonly components['schemas']['SessionResponse'][];
    };
    readonly SnoozeRequest: {
      /** @description Why. No personal data. */
      readonly note?: string | null;
      /**
       * Format: date-time
       * @description Within 30 days.
       * @example 2026-12-01T09:00:00Z
       */
      readonly until: string;
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
    readonly SubjectExportResponse: {
      readonly client: string;
      readonly customerId: string;
      /** Format: date-time */
      readonly exportedAt: string;
      readonly payments: readonly components['schemas']['ExportedPaymentResponse'][];
    };
    readonly SubjectKeyResponse: {
      /**
       * Format: date-time
       * @description When it was made, or destroyed.
       */
      readonly since: string;
      /** @enum {string} */
      readonly state: 'erased' | 'live';
    };
    readonly SubjectStatusResponse: {
      readonly client: string;
      readonly customerId: string;
      /** @description How many erasures of this customer are recorded. */
      readonly erasures: number;
      /** @description None: nothing of this customer was ever sealed. */
      readonly keys: readonly components['schemas']['SubjectKeyResponse'][];
      /** Format: date-time */
      readonly lastErasedAt: string | null;
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
    readonly UnfinishedResponse: {
      /** Format: date-time */
      readonly deadline: string | null;
      /** @description Operations and contradictions that a person has to look at. */
      readonly escalated: readonly string[];
      /** @description Operations without an outcome, contradictions, steps to come. */
      readonly open: readonly string[];
      /**
       * Format: date-time
       * @description Nothing happened on it since.
       */
      readonly since: string;
      /** @example payment-5b8d3b5e-0000-5000-8000-000000000001 */
      readonly stream: string;
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
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: {
    /** @description Weak tag of the answer, for `If-None-Match`. */
    readonly ETag: string;
    /** @description The command was recorded before; a first answer has no such header. */
    readonly 'Idempotent-Replayed': 'true';
    /** @description Path of what was created. */
    readonly Location: string;
    /** @description Names the request in the log of the service. A `Request-Id` that the caller sends, of up to 128 letters, digits and `_.:-`, is taken over. */
    readonly 'Request-Id': string;
    /** @description In how many seconds to try again. */
    readonly 'Retry-After': string;
  };
  pathItems: never;
};
export type $defs = Record<string, never>;
export interface operations {
  readonly accessPeople_bootstrap: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['FirstAdminRequest'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly Location: components['headers']['Location'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['InvitedResponse'];
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
      /** @description There is one */
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
      /** @description Try again */
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
  readonly accessKeys_all: {
    readonly parameters: {
      readonly query?: never;
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
          readonly 'application/json': components['schemas']['KeysResponse'];
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
      /** @description Try again */
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
  readonly accessKeys_make: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['KeyRequest'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly 'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          readonly Location: components['headers']['Location'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['MadeKeyResponse'];
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
      /** @description Two are live */
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
      /** @description At odds with a rule */
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
      /** @description Try again */
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
  readonly accessKeys_revoke: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly keyId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['KeyRevocationRequest'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['KeyResponse'];
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
      /** @description No such key */
      readonly 404: {
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
      /** @description Try again */
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
  readonly accessLog_log: {
    readonly parameters: {
      readonly query?: {
        /** @description Of an earlier page, to go on behind it. */
        readonly cursor?: string;
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
          readonly 'application/json': components['schemas']['AccessLogResponse'];
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
      /** @description Try again */
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
  readonly accessPeople_all: {
    readonly parameters: {
      readonly query?: never;
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
          readonly 'application/json': components['schemas']['PeopleResponse'];
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
      /** @description Try again */
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
  readonly accessPeople_invite: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PersonRequest'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly Location: components['headers']['Location'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['InvitedResponse'];
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
      /** @description At odds with a rule */
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
      /** @description Try again */
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
  readonly accessPeople_disable: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly person: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PersonResponse'];
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
      /** @description No such thing */
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
      /** @description Try again */
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
  readonly accessPeople_grant: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly person: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['GrantRequest'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PersonResponse'];
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
      /** @description No such thing */
      readonly 404: {
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
      /** @description Try again */
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
  readonly accessPeople_revoke: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly person: string;
        readonly role: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PersonResponse'];
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
      /** @description No such thing */
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
      /** @description Try again */
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
  readonly accessSessions_sessions: {
    readonly parameters: {
      readonly query?: never;
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
          readonly 'application/json': components['schemas']['SessionsResponse'];
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
      /** @description Try again */
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
  readonly accessSessions_end: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly sessionId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SessionResponse'];
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
      /** @description No such thing */
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
      /** @description Try again */
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
  readonly operation_attention: {
    readonly parameters: {
      readonly query?: never;
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
          readonly 'application/json': components['schemas']['AttentionResponse'];
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
      /** @description Try again */
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
  readonly operation_dismiss: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description The provider's id of the event. */
        readonly eventId: string;
        readonly provider: 'stripe' | 'paypal';
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['DismissalRequest'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AbandonedDeliveryResponse'];
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
      /** @description Not abandoned */
      readonly 404: {
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
      /** @description Try again */
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
  readonly operation_retry: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description The provider's id of the event. */
        readonly eventId: string;
        readonly provider: 'stripe' | 'paypal';
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NoFieldsRequest'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AbandonedDeliveryResponse'];
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
      /** @description Not abandoned */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description It still has to wait */
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
      /** @description Try again */
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
  readonly commands_batch: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['BatchRequest'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['BatchResponse'];
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
      /** @description Try again */
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
  readonly commands_assign: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description Names the command. A repeat returns the first answer. */
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly paymentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['AssignmentRequest'];
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
          readonly 'application/json': components['schemas']['DeskResponse'];
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
      /** @description No such payment */
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
      /** @description Breaks a rule */
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
      /** @description Try again */
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
  readonly commands_unassign: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description Names the command. A repeat returns the first answer. */
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly paymentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NoFieldsRequest'];
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
          readonly 'application/json': components['schemas']['DeskResponse'];
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
      /** @description No such payment */
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
      /** @description Breaks a rule */
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
      /** @description Try again */
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
  readonly commands_escalate: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description Names the command. A repeat returns the first answer. */
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly paymentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['OptionalNoteRequest'];
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
          readonly 'application/json': components['schemas']['DeskResponse'];
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
      /** @description No such payment */
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
      /** @description Breaks a rule */
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
      /** @description Try again */
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
  readonly commands_withdraw: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description Names the command. A repeat returns the first answer. */
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly paymentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['OptionalNoteRequest'];
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
          readonly 'application/json': components['schemas']['DeskResponse'];
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
      /** @description No such payment */
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
      /** @description Breaks a rule */
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
      /** @description Try again */
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
  readonly commands_lease: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description Names the command. A repeat returns the first answer. */
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly paymentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['LeaseRequest'];
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
          readonly 'application/json': components['schemas']['DeskResponse'];
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
      /** @description No such payment */
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
      /** @description Breaks a rule */
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
      /** @description Try again */
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
  readonly commands_releaseLease: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description Names the command. A repeat returns the first answer. */
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly paymentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NoFieldsRequest'];
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
          readonly 'application/json': components['schemas']['DeskResponse'];
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
      /** @description No such payment */
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
      /** @description Breaks a rule */
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
      /** @description Try again */
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
  readonly commands_note: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description Names the command. A repeat returns the first answer. */
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly paymentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NoteRequest'];
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
          readonly 'application/json': components['schemas']['DeskResponse'];
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
      /** @description No such payment */
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
      /** @description Breaks a rule */
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
      /** @description Try again */
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
  readonly commands_snooze: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description Names the command. A repeat returns the first answer. */
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly paymentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['SnoozeRequest'];
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
          readonly 'application/json': components['schemas']['DeskResponse'];
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
      /** @description No such payment */
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
      /** @description Breaks a rule */
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
      /** @description Try again */
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
  readonly commands_wake: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description Names the command. A repeat returns the first answer. */
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly paymentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NoFieldsRequest'];
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
          readonly 'application/json': components['schemas']['DeskResponse'];
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
      /** @description No such payment */
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
      /** @description Breaks a rule */
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
      /** @description Try again */
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
  readonly commands_nextCase: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description Names the command. A repeat returns the first answer. */
        readonly 'Idempotency-Key': string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NextCaseRequest'];
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
          readonly 'application/json': components['schemas']['NextCaseResponse'];
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
      /** @description No such payment */
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
      /** @description Breaks a rule */
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
      /** @description Try again */
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
  readonly commands_cancelOrder: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description Names the command. A repeat returns the first answer. */
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        /** @description As it was given to its payments. */
        readonly orderId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NoFieldsRequest'];
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
          readonly 'application/json': components['schemas']['CancelledOrderResponse'];
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
      /** @description No such payment */
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
      /** @description Breaks a rule */
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
      /** @description Try again */
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
  readonly commands_initiate: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description Names the command. A repeat returns the first answer. */
        readonly 'Idempotency-Key': string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['InitiateRequest'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly 'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          readonly Location: components['headers']['Location'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PaymentResponse'];
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
      /** @description No such payment */
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
      /** @description Breaks a rule */
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
      /** @description Try again */
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
      readonly query?: never;
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
      /** @description No such thing */
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
      /** @description Try again */
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
  readonly commands_authorise: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description Names the command. A repeat returns the first answer. */
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly paymentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NoFieldsRequest'];
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
          readonly 'application/json': components['schemas']['PaymentResponse'];
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
      /** @description No such payment */
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
      /** @description Breaks a rule */
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
      /** @description Try again */
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
  readonly commands_cancel: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description Names the command. A repeat returns the first answer. */
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly paymentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NoFieldsRequest'];
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
          readonly 'application/json': components['schemas']['PaymentResponse'];
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
      /** @description No such payment */
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
      /** @description Breaks a rule */
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
      /** @description Try again */
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
  readonly commands_capture: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description Names the command. A repeat returns the first answer. */
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly paymentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['CaptureRequest'];
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
          readonly 'application/json': components['schemas']['PaymentResponse'];
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
      /** @description No such payment */
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
      /** @description Breaks a rule */
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
      /** @description Try again */
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
  readonly commands_increment: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description Names the command. A repeat returns the first answer. */
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly paymentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['IncrementRequest'];
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
          readonly 'application/json': components['schemas']['PaymentResponse'];
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
      /** @description No such payment */
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
      /** @description Breaks a rule */
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
      /** @description Try again */
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
  readonly commands_resolve: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description Names the command. A repeat returns the first answer. */
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly operationId: string;
        readonly paymentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ResolveRequest'];
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
          readonly 'application/json': components['schemas']['PaymentResponse'];
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
      /** @description No such payment */
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
      /** @description Breaks a rule */
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
      /** @description Try again */
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
  readonly commands_reauthorise: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description Names the command. A repeat returns the first answer. */
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly paymentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ReauthoriseRequest'];
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
          readonly 'application/json': components['schemas']['PaymentResponse'];
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
      /** @description No such payment */
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
      /** @description Breaks a rule */
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
      /** @description Try again */
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
  readonly commands_refund: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description Names the command. A repeat returns the first answer. */
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly paymentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RefundRequest'];
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
          readonly 'application/json': components['schemas']['PaymentResponse'];
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
      /** @description No such payment */
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
      /** @description Breaks a rule */
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
      /** @description Try again */
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
  readonly commands_release: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description Names the command. A repeat returns the first answer. */
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly paymentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NoFieldsRequest'];
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
          readonly 'application/json': components['schemas']['PaymentResponse'];
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
      /** @description No such payment */
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
      /** @description Breaks a rule */
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
      /** @description Try again */
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
  readonly commands_review: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description Names the command. A repeat returns the first answer. */
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly paymentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ReviewRequest'];
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
          readonly 'application/json': components['schemas']['PaymentResponse'];
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
      /** @description No such payment */
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
      /** @description Breaks a rule */
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
      /** @description Try again */
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
  readonly commands_void: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description Names the command. A repeat returns the first answer. */
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly paymentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NoFieldsRequest'];
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
          readonly 'application/json': components['schemas']['PaymentResponse'];
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
      /** @description No such payment */
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
      /** @description Breaks a rule */
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
      /** @description Try again */
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
  readonly privacy_status: {
    readonly parameters: {
      readonly query: {
        /** @description Whose customer it is: two clients may use one id for two people. */
        readonly client: string;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        /** @description The client's own id of its customer. */
        readonly customerId: string;
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
          readonly 'application/json': components['schemas']['SubjectStatusResponse'];
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
      /** @description No such thing */
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
      /** @description Nothing is sealed here */
      readonly 501: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
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
  readonly privacy_erase: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description The client's own id of its customer. */
        readonly customerId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ErasureRequest'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ErasureResponse'];
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
      /** @description No payment of this customer */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Money is open */
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
      /** @description Nothing is sealed here */
      readonly 501: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
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
  readonly privacy_export: {
    readonly parameters: {
      readonly query: {
        /** @description Whose customer it is: two clients may use one id for two people. */
        readonly client: string;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        /** @description The client's own id of its customer. */
        readonly customerId: string;
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
          readonly 'application/json': components['schemas']['SubjectExportResponse'];
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
      /** @description No such thing */
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
      /** @description Try again */
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
  readonly privacy_page: {
    readonly parameters: {
      readonly query: {
        /** @description Whose customer it is: two clients may use one id for two people. */
        readonly client: string;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        /** @description The client's own id of its customer. */
        readonly customerId: string;
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
      /** @description No such thing */
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
      /** @description Try again */
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
  readonly commands_assignExceptions: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description Names the command. A repeat returns the first answer. */
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly exceptionId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ExceptionAssignmentRequest'];
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
          readonly 'application/json': components['schemas']['ExceptionWorkResponse'];
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
      /** @description No such payment */
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
      /** @description Breaks a rule */
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
      /** @description Try again */
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
  readonly commands_escalateExceptions: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description Names the command. A repeat returns the first answer. */
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly exceptionId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ExceptionNoteRequest'];
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
          readonly 'application/json': components['schemas']['ExceptionWorkResponse'];
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
      /** @description No such payment */
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
      /** @description Breaks a rule */
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
      /** @description Try again */
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
  readonly commands_addEvidence: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description Names the command. A repeat returns the first answer. */
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly exceptionId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ExceptionFileRequest'];
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
          readonly 'application/json': components['schemas']['ExceptionWorkResponse'];
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
      /** @description No such payment */
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
      /** @description Breaks a rule */
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
      /** @description Try again */
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
  readonly commands_evidence: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description Names the command. A repeat returns the first answer. */
        readonly 'Idempotency-Key': string;
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        readonly contentHash: string;
        readonly exceptionId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ExceptionFileResponse'];
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
      /** @description No such payment */
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
      /** @description Breaks a rule */
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
      /** @description Try again */
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
  readonly commands_investigate: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description Names the command. A repeat returns the first answer. */
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly exceptionId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['OnExceptionRequest'];
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
          readonly 'application/json': components['schemas']['ExceptionWorkResponse'];
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
      /** @description No such payment */
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
      /** @description Breaks a rule */
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
      /** @description Try again */
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
  readonly commands_noteExceptions: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description Names the command. A repeat returns the first answer. */
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly exceptionId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ExceptionNoteRequest'];
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
          readonly 'application/json': components['schemas']['ExceptionWorkResponse'];
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
      /** @description No such payment */
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
      /** @description Breaks a rule */
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
      /** @description Try again */
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
  readonly commands_reopen: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description Names the command. A repeat returns the first answer. */
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly exceptionId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ExceptionNoteRequest'];
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
          readonly 'application/json': components['schemas']['ExceptionWorkResponse'];
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
      /** @description No such payment */
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
      /** @description Breaks a rule */
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
      /** @description Try again */
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
  readonly commands_resolveExceptions: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description Names the command. A repeat returns the first answer. */
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly exceptionId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ResolutionRequest'];
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
          readonly 'application/json': components['schemas']['ExceptionWorkResponse'];
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
      /** @description No such payment */
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
      /** @description Breaks a rule */
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
      /** @description Try again */
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
  readonly commands_approve: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description Names the command. A repeat returns the first answer. */
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly exceptionId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['OnExceptionRequest'];
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
          readonly 'application/json': components['schemas']['ExceptionWorkResponse'];
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
      /** @description No such payment */
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
      /** @description Breaks a rule */
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
      /** @description Try again */
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
  readonly commands_refuse: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description Names the command. A repeat returns the first answer. */
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly exceptionId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ExceptionNoteRequest'];
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
          readonly 'application/json': components['schemas']['ExceptionWorkResponse'];
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
      /** @description No such payment */
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
      /** @description Breaks a rule */
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
      /** @description Try again */
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
  readonly operation_policy: {
    readonly parameters: {
      readonly query?: never;
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
          readonly 'application/json': components['schemas']['RoutingPolicyResponse'];
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
      /** @description Try again */
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
  readonly operation_propose: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Names the request of its person; a repeat changes nothing. */
        readonly 'Idempotency-Key'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RoutingProposalRequest'];
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
          readonly 'application/json': components['schemas']['RoutingPolicyResponse'];
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
      /** @description Try again */
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
  readonly operation_activate: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Names the request of its person; a repeat changes nothing. */
        readonly 'Idempotency-Key'?: string;
      };
      readonly path: {
        /** @description Of a policy that was proposed. */
        readonly policyHash: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NoFieldsRequest'];
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
          readonly 'application/json': components['schemas']['RoutingPolicyResponse'];
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
      /** @description No such thing */
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
      /** @description Try again */
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
  readonly operation_withdraw: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Names the request of its person; a repeat changes nothing. */
        readonly 'Idempotency-Key'?: string;
      };
      readonly path: {
        /** @description Of a policy that was proposed. */
        readonly policyHash: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RoutingWithdrawalRequest'];
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
          readonly 'application/json': components['schemas']['RoutingPolicyResponse'];
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
      /** @description No such thing */
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
      /** @description Try again */
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
  readonly operation_rollBack: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Names the request of its person; a repeat changes nothing. */
        readonly 'Idempotency-Key'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RoutingRollBackRequest'];
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
          readonly 'application/json': components['schemas']['RoutingPolicyResponse'];
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
      /** @description Try again */
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
  readonly webhooks_receive: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly provider: 'stripe' | 'paypal';
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
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
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
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
