// Written by `npm run generate` from docs/openapi; changes here are lost.

import { ApiClient, type ApiClientOptions } from '../api-client.js';
import { eachItem, type EachOptions } from '../lists.js';
import { callOperation, type CallOptions } from '../operation.js';
import type { components, operations } from './command-service.js';

export type AbandonedDeliveryResponse = components['schemas']['AbandonedDeliveryResponse'];
export type AccessEntryResponse = components['schemas']['AccessEntryResponse'];
export type AccessLogResponse = components['schemas']['AccessLogResponse'];
export type AlternativeRequest = components['schemas']['AlternativeRequest'];
export type AssignmentRequest = components['schemas']['AssignmentRequest'];
export type AssignmentResponse = components['schemas']['AssignmentResponse'];
export type AttentionResponse = components['schemas']['AttentionResponse'];
export type AuthorisationResponse = components['schemas']['AuthorisationResponse'];
export type BatchCommandRequest = components['schemas']['BatchCommandRequest'];
export type BatchRequest = components['schemas']['BatchRequest'];
export type BatchResponse = components['schemas']['BatchResponse'];
export type BatchResult = components['schemas']['BatchResult'];
export type CancelledOrderResponse = components['schemas']['CancelledOrderResponse'];
export type CancelledPaymentResponse = components['schemas']['CancelledPaymentResponse'];
export type CapacityResponse = components['schemas']['CapacityResponse'];
export type CaptureRequest = components['schemas']['CaptureRequest'];
export type CaptureResponse = components['schemas']['CaptureResponse'];
export type CardRequest = components['schemas']['CardRequest'];
export type CaseDeskResponse = components['schemas']['CaseDeskResponse'];
export type DeclineResponse = components['schemas']['DeclineResponse'];
export type DeskResponse = components['schemas']['DeskResponse'];
export type DismissalRequest = components['schemas']['DismissalRequest'];
export type DisputeResponse = components['schemas']['DisputeResponse'];
export type ErasureRequest = components['schemas']['ErasureRequest'];
export type ErasureResponse = components['schemas']['ErasureResponse'];
export type EscalationResponse = components['schemas']['EscalationResponse'];
export type ExceptionAssignmentRequest = components['schemas']['ExceptionAssignmentRequest'];
export type ExceptionFileRequest = components['schemas']['ExceptionFileRequest'];
export type ExceptionFileResponse = components['schemas']['ExceptionFileResponse'];
export type ExceptionNoteRequest = components['schemas']['ExceptionNoteRequest'];
export type ExceptionWorkResponse = components['schemas']['ExceptionWorkResponse'];
export type ExportedEventResponse = components['schemas']['ExportedEventResponse'];
export type ExportedPaymentResponse = components['schemas']['ExportedPaymentResponse'];
export type FieldProblemResponse = components['schemas']['FieldProblemResponse'];
export type FirstAdminRequest = components['schemas']['FirstAdminRequest'];
export type GrantRequest = components['schemas']['GrantRequest'];
export type GrantResponse = components['schemas']['GrantResponse'];
export type IncrementRequest = components['schemas']['IncrementRequest'];
export type InitiateRequest = components['schemas']['InitiateRequest'];
export type InvitedResponse = components['schemas']['InvitedResponse'];
export type KeyRequest = components['schemas']['KeyRequest'];
export type KeyResponse = components['schemas']['KeyResponse'];
export type KeyRevocationRequest = components['schemas']['KeyRevocationRequest'];
export type KeysResponse = components['schemas']['KeysResponse'];
export type LateRiskResponse = components['schemas']['LateRiskResponse'];
export type LeaseRequest = components['schemas']['LeaseRequest'];
export type LeaseResponse = components['schemas']['LeaseResponse'];
export type MadeKeyResponse = components['schemas']['MadeKeyResponse'];
export type MethodResponse = components['schemas']['MethodResponse'];
export type MoneyRequest = components['schemas']['MoneyRequest'];
export type MoneyResponse = components['schemas']['MoneyResponse'];
export type NextCaseFilter = components['schemas']['NextCaseFilter'];
export type NextCaseRequest = components['schemas']['NextCaseRequest'];
export type NextCaseResponse = components['schemas']['NextCaseResponse'];
export type NoFieldsRequest = components['schemas']['NoFieldsRequest'];
export type NoteRequest = components['schemas']['NoteRequest'];
export type OnExceptionRequest = components['schemas']['OnExceptionRequest'];
export type OptionalNoteRequest = components['schemas']['OptionalNoteRequest'];
export type PayerActionResponse = components['schemas']['PayerActionResponse'];
export type PayerMessageResponse = components['schemas']['PayerMessageResponse'];
export type PaymentContradictionResponse = components['schemas']['PaymentContradictionResponse'];
export type PaymentEventType = components['schemas']['PaymentEventType'];
export type PaymentMethodRequest = components['schemas']['PaymentMethodRequest'];
export type PaymentResponse = components['schemas']['PaymentResponse'];
export type PeopleResponse = components['schemas']['PeopleResponse'];
export type PersonRequest = components['schemas']['PersonRequest'];
export type PersonResponse = components['schemas']['PersonResponse'];
export type ProblemResponse = components['schemas']['ProblemResponse'];
export type ProviderCodesResponse = components['schemas']['ProviderCodesResponse'];
export type ReauthoriseRequest = components['schemas']['ReauthoriseRequest'];
export type RefundRequest = components['schemas']['RefundRequest'];
export type RefundResponse = components['schemas']['RefundResponse'];
export type ResolutionRequest = components['schemas']['ResolutionRequest'];
export type ResolveRequest = components['schemas']['ResolveRequest'];
export type ReversalResponse = components['schemas']['ReversalResponse'];
export type ReviewRequest = components['schemas']['ReviewRequest'];
export type RiskReasonResponse = components['schemas']['RiskReasonResponse'];
export type RiskResponse = components['schemas']['RiskResponse'];
export type RiskRuleResponse = components['schemas']['RiskRuleResponse'];
export type RoutingPolicyResponse = components['schemas']['RoutingPolicyResponse'];
export type RoutingProposalRequest = components['schemas']['RoutingProposalRequest'];
export type RoutingProposalResponse = components['schemas']['RoutingProposalResponse'];
export type RoutingRollBackRequest = components['schemas']['RoutingRollBackRequest'];
export type RoutingWithdrawalRequest = components['schemas']['RoutingWithdrawalRequest'];
export type SessionResponse = components['schemas']['SessionResponse'];
export type SessionsResponse = components['schemas']['SessionsResponse'];
export type SnoozeRequest = components['schemas']['SnoozeRequest'];
export type SnoozeResponse = components['schemas']['SnoozeResponse'];
export type SubjectExportResponse = components['schemas']['SubjectExportResponse'];
export type SubjectKeyResponse = components['schemas']['SubjectKeyResponse'];
export type SubjectStatusResponse = components['schemas']['SubjectStatusResponse'];
export type TimelineEntryResponse = components['schemas']['TimelineEntryResponse'];
export type UnfinishedResponse = components['schemas']['UnfinishedResponse'];
export type UnknownOperationResponse = components['schemas']['UnknownOperationResponse'];

/**
 * Assay command service: every operation of it.
 *
 * @throws ApiProblem from every function when the service refuses.
 * @throws ServiceAway from every function when the service was not reached.
 * @throws OutcomeUnknown from every command that was sent and got no answer.
 */
export class CommandServiceClient {
  readonly #api: ApiClient;

  constructor(options: ApiClientOptions) {
    this.#api = new ApiClient(options);
  }

  readonly commands = {
    /**
     * Initiate a payment and take it as far as its intent says.
     *
     * `POST /v1/payments`
     */
    initiate: (
      input: {
        readonly body: InitiateRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<PaymentResponse> =>
      callOperation(this.#api, { method: 'POST', path: '/v1/payments', input }, options),

    /**
     * Hold the money; also to go on after the payer has acted.
     *
     * `POST /v1/payments/{paymentId}/authorise`
     */
    authorise: (
      input: {
        readonly paymentId: string;
        readonly body?: NoFieldsRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<PaymentResponse> =>
      callOperation(
        this.#api,
        {
          method: 'POST',
          path: '/v1/payments/{paymentId}/authorise',
          input: { body: {}, ...input },
        },
        options,
      ),

    /**
     * Take authorised money, all of it or a part.
     *
     * `POST /v1/payments/{paymentId}/capture`
     */
    capture: (
      input: {
        readonly paymentId: string;
        readonly body?: CaptureRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<PaymentResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/payments/{paymentId}/capture', input: { body: {}, ...input } },
        options,
      ),

    /**
     * Give up an authorisation before capture.
     *
     * `POST /v1/payments/{paymentId}/void`
     */
    void: (
      input: {
        readonly paymentId: string;
        readonly body?: NoFieldsRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<PaymentResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/payments/{paymentId}/void', input: { body: {}, ...input } },
        options,
      ),

    /**
     * Give up what is held beside what was captured.
     *
     * `POST /v1/payments/{paymentId}/release`
     */
    release: (
      input: {
        readonly paymentId: string;
        readonly body?: NoFieldsRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<PaymentResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/payments/{paymentId}/release', input: { body: {}, ...input } },
        options,
      ),

    /**
     * Give captured money back, all of it or a part.
     *
     * `POST /v1/payments/{paymentId}/refund`
     */
    refund: (
      input: {
        readonly paymentId: string;
        readonly body?: RefundRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<PaymentResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/payments/{paymentId}/refund', input: { body: {}, ...input } },
        options,
      ),

    /**
     * Raise what is held to a new total, before anything is captured.
     *
     * `POST /v1/payments/{paymentId}/increment`
     */
    increment: (
      input: {
        readonly paymentId: string;
        readonly body: IncrementRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<PaymentResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/payments/{paymentId}/increment', input },
        options,
      ),

    /**
     * Hold the money anew, before the first hold lapses (PayPal).
     *
     * `POST /v1/payments/{paymentId}/reauthorise`
     */
    reauthorise: (
      input: {
        readonly paymentId: string;
        readonly body?: ReauthoriseRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<PaymentResponse> =>
      callOperation(
        this.#api,
        {
          method: 'POST',
          path: '/v1/payments/{paymentId}/reauthorise',
          input: { body: {}, ...input },
        },
        options,
      ),

    /**
     * End a payment that took no money, wherever it stands.
     *
     * `POST /v1/payments/{paymentId}/cancel`
     */
    cancel: (
      input: {
        readonly paymentId: string;
        readonly body?: NoFieldsRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<PaymentResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/payments/{paymentId}/cancel', input: { body: {}, ...input } },
        options,
      ),

    /**
     * End every payment of an order that took no money, and take no more.
     *
     * `POST /v1/orders/{orderId}/cancel`
     */
    cancelOrder: (
      input: {
        readonly orderId: string;
        readonly body?: NoFieldsRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<CancelledOrderResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/orders/{orderId}/cancel', input: { body: {}, ...input } },
        options,
      ),

    /**
     * Say what became of an operation, from the provider's own desk.
     *
     * `POST /v1/payments/{paymentId}/operations/{operationId}/resolve`
     */
    resolve: (
      input: {
        readonly paymentId: string;
        readonly operationId: string;
        readonly body: ResolveRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<PaymentResponse> =>
      callOperation(
        this.#api,
        {
          method: 'POST',
          path: '/v1/payments/{paymentId}/operations/{operationId}/resolve',
          input,
        },
        options,
      ),

    /**
     * Decide a held payment; the decision is a label for the fraud model.
     *
     * `POST /v1/payments/{paymentId}/review`
     */
    review: (
      input: {
        readonly paymentId: string;
        readonly body: ReviewRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<PaymentResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/payments/{paymentId}/review', input },
        options,
      ),

    /**
     * Up to 1,000 commands; each is recorded before the answer, or refused by itself.
     *
     * `POST /v1/batch`
     */
    batch: (
      input: {
        readonly body: BatchRequest;
      },
      options?: CallOptions,
    ): Promise<BatchResponse> =>
      callOperation(this.#api, { method: 'POST', path: '/v1/batch', input }, options),

    /**
     * Be given the next case: the most money at risk for the time left, of those free.
     *
     * `POST /v1/cases/next`
     */
    nextCase: (
      input: {
        readonly body?: NextCaseRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<NextCaseResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/cases/next', input: { body: {}, ...input } },
        options,
      ),

    /**
     * Take this case, or keep it longer.
     *
     * `POST /v1/cases/{paymentId}/lease`
     */
    lease: (
      input: {
        readonly paymentId: string;
        readonly body?: LeaseRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<DeskResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/cases/{paymentId}/lease', input: { body: {}, ...input } },
        options,
      ),

    /**
     * Put a case back; it is free for others.
     *
     * `POST /v1/cases/{paymentId}/lease/release`
     */
    releaseLease: (
      input: {
        readonly paymentId: string;
        readonly body?: NoFieldsRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<DeskResponse> =>
      callOperation(
        this.#api,
        {
          method: 'POST',
          path: '/v1/cases/{paymentId}/lease/release',
          input: { body: {}, ...input },
        },
        options,
      ),

    /**
     * Add a note to a case, also to a decided one.
     *
     * `POST /v1/cases/{paymentId}/notes`
     */
    note: (
      input: {
        readonly paymentId: string;
        readonly body: NoteRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<DeskResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/cases/{paymentId}/notes', input },
        options,
      ),

    /**
     * Put a case off until a time.
     *
     * `POST /v1/cases/{paymentId}/snooze`
     */
    snooze: (
      input: {
        readonly paymentId: string;
        readonly body: SnoozeRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<DeskResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/cases/{paymentId}/snooze', input },
        options,
      ),

    /**
     * Take a snooze back; the case is on the open list again.
     *
     * `POST /v1/cases/{paymentId}/snooze/withdrawal`
     */
    wake: (
      input: {
        readonly paymentId: string;
        readonly body?: NoFieldsRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<DeskResponse> =>
      callOperation(
        this.#api,
        {
          method: 'POST',
          path: '/v1/cases/{paymentId}/snooze/withdrawal',
          input: { body: {}, ...input },
        },
        options,
      ),

    /**
     * Make a case one analyst’s work.
     *
     * `POST /v1/cases/{paymentId}/assignment`
     */
    assign: (
      input: {
        readonly paymentId: string;
        readonly body: AssignmentRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<DeskResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/cases/{paymentId}/assignment', input },
        options,
      ),

    /**
     * Let any analyst be given a case again.
     *
     * `POST /v1/cases/{paymentId}/assignment/withdrawal`
     */
    unassign: (
      input: {
        readonly paymentId: string;
        readonly body?: NoFieldsRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<DeskResponse> =>
      callOperation(
        this.#api,
        {
          method: 'POST',
          path: '/v1/cases/{paymentId}/assignment/withdrawal',
          input: { body: {}, ...input },
        },
        options,
      ),

    /**
     * Pass a case on to a senior.
     *
     * `POST /v1/cases/{paymentId}/escalation`
     */
    escalate: (
      input: {
        readonly paymentId: string;
        readonly body?: OptionalNoteRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<DeskResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/cases/{paymentId}/escalation', input: { body: {}, ...input } },
        options,
      ),

    /**
     * Take an escalation back.
     *
     * `POST /v1/cases/{paymentId}/escalation/withdrawal`
     */
    withdraw: (
      input: {
        readonly paymentId: string;
        readonly body?: OptionalNoteRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<DeskResponse> =>
      callOperation(
        this.#api,
        {
          method: 'POST',
          path: '/v1/cases/{paymentId}/escalation/withdrawal',
          input: { body: {}, ...input },
        },
        options,
      ),

    /**
     * Make an exception one person’s work.
     *
     * `POST /v1/reconciliation/exceptions/{exceptionId}/assignment`
     */
    assignExceptions: (
      input: {
        readonly exceptionId: string;
        readonly body: ExceptionAssignmentRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<ExceptionWorkResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/reconciliation/exceptions/{exceptionId}/assignment', input },
        options,
      ),

    /**
     * Say that one looks into an exception.
     *
     * `POST /v1/reconciliation/exceptions/{exceptionId}/investigation`
     */
    investigate: (
      input: {
        readonly exceptionId: string;
        readonly body?: OnExceptionRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<ExceptionWorkResponse> =>
      callOperation(
        this.#api,
        {
          method: 'POST',
          path: '/v1/reconciliation/exceptions/{exceptionId}/investigation',
          input: { body: {}, ...input },
        },
        options,
      ),

    /**
     * Add a note to an exception, also to a resolved one.
     *
     * `POST /v1/reconciliation/exceptions/{exceptionId}/notes`
     */
    noteExceptions: (
      input: {
        readonly exceptionId: string;
        readonly body: ExceptionNoteRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<ExceptionWorkResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/reconciliation/exceptions/{exceptionId}/notes', input },
        options,
      ),

    /**
     * Keep a file that shows something of an exception.
     *
     * `POST /v1/reconciliation/exceptions/{exceptionId}/evidence`
     */
    addEvidence: (
      input: {
        readonly exceptionId: string;
        readonly body: ExceptionFileRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<ExceptionWorkResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/reconciliation/exceptions/{exceptionId}/evidence', input },
        options,
      ),

    /**
     * A file that was kept of an exception.
     *
     * `GET /v1/reconciliation/exceptions/{exceptionId}/evidence/{contentHash}`
     */
    evidence: (
      input: {
        readonly exceptionId: string;
        readonly contentHash: string;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<ExceptionFileResponse> =>
      callOperation(
        this.#api,
        {
          method: 'GET',
          path: '/v1/reconciliation/exceptions/{exceptionId}/evidence/{contentHash}',
          input,
        },
        options,
      ),

    /**
     * Pass an exception on to a senior.
     *
     * `POST /v1/reconciliation/exceptions/{exceptionId}/escalation`
     */
    escalateExceptions: (
      input: {
        readonly exceptionId: string;
        readonly body: ExceptionNoteRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<ExceptionWorkResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/reconciliation/exceptions/{exceptionId}/escalation', input },
        options,
      ),

    /**
     * Resolve an exception; above the limit, a second person has to agree.
     *
     * `POST /v1/reconciliation/exceptions/{exceptionId}/resolution`
     */
    resolveExceptions: (
      input: {
        readonly exceptionId: string;
        readonly body: ResolutionRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<ExceptionWorkResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/reconciliation/exceptions/{exceptionId}/resolution', input },
        options,
      ),

    /**
     * Agree to a resolution that another person proposed.
     *
     * `POST /v1/reconciliation/exceptions/{exceptionId}/resolution/approval`
     */
    approve: (
      input: {
        readonly exceptionId: string;
        readonly body?: OnExceptionRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<ExceptionWorkResponse> =>
      callOperation(
        this.#api,
        {
          method: 'POST',
          path: '/v1/reconciliation/exceptions/{exceptionId}/resolution/approval',
          input: { body: {}, ...input },
        },
        options,
      ),

    /**
     * Refuse a resolution that waits, or take one’s own back.
     *
     * `POST /v1/reconciliation/exceptions/{exceptionId}/resolution/refusal`
     */
    refuse: (
      input: {
        readonly exceptionId: string;
        readonly body: ExceptionNoteRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<ExceptionWorkResponse> =>
      callOperation(
        this.#api,
        {
          method: 'POST',
          path: '/v1/reconciliation/exceptions/{exceptionId}/resolution/refusal',
          input,
        },
        options,
      ),

    /**
     * Take a resolution back, so that a manual match holds no more.
     *
     * `POST /v1/reconciliation/exceptions/{exceptionId}/reopening`
     */
    reopen: (
      input: {
        readonly exceptionId: string;
        readonly body: ExceptionNoteRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<ExceptionWorkResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/reconciliation/exceptions/{exceptionId}/reopening', input },
        options,
      ),
  };

  readonly payments = {
    /**
     * A payment as its stream says, up to the last event.
     *
     * `GET /v1/payments/{paymentId}`
     */
    payment: (
      input: {
        readonly paymentId: string;
      },
      options?: CallOptions,
    ): Promise<PaymentResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/payments/{paymentId}', input }, options),
  };

  readonly accessLog = {
    /**
     * Who read raw events, exported, or changed who may do what; the latest first.
     *
     * `GET /v1/access/log`
     */
    log: (
      input: {
        readonly query?: NonNullable<operations['accessLog_log']['parameters']['query']>;
      } = {},
      options?: CallOptions,
    ): Promise<AccessLogResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/access/log', input }, options),

    /** Every item of `log`, page by page. */
    logEach: (
      input: {
        readonly query?: NonNullable<operations['accessLog_log']['parameters']['query']>;
      } = {},
      options?: EachOptions,
    ): AsyncGenerator<AccessLogResponse['items'][number]> =>
      eachItem(this.#api, { path: '/v1/access/log', input }, 'items', options),
  };

  readonly accessPeople = {
    /**
     * Invite the first administrator, as long as there is none.
     *
     * `POST /v1/access/bootstrap`
     */
    bootstrap: (
      input: {
        readonly body: FirstAdminRequest;
      },
      options?: CallOptions,
    ): Promise<InvitedResponse> =>
      callOperation(this.#api, { method: 'POST', path: '/v1/access/bootstrap', input }, options),

    /**
     * Everybody who was invited, and what they may do.
     *
     * `GET /v1/access/people`
     */
    all: (options?: CallOptions): Promise<PeopleResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/access/people' }, options),

    /**
     * Invite a person; a repeat begins again with a person who lost what they sign in with.
     *
     * `POST /v1/access/people`
     */
    invite: (
      input: {
        readonly body: PersonRequest;
      },
      options?: CallOptions,
    ): Promise<InvitedResponse> =>
      callOperation(this.#api, { method: 'POST', path: '/v1/access/people', input }, options),

    /**
     * Give a role, for some time or until it is taken back.
     *
     * `POST /v1/access/people/{person}/grants`
     */
    grant: (
      input: {
        readonly person: string;
        readonly body: GrantRequest;
      },
      options?: CallOptions,
    ): Promise<PersonResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/access/people/{person}/grants', input },
        options,
      ),

    /**
     * Take a role back, in every service within moments.
     *
     * `POST /v1/access/people/{person}/grants/{role}/revocation`
     */
    revoke: (
      input: {
        readonly person: string;
        readonly role: string;
      },
      options?: CallOptions,
    ): Promise<PersonResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/access/people/{person}/grants/{role}/revocation', input },
        options,
      ),

    /**
     * End all sessions and keys of a person, until they are invited again.
     *
     * `POST /v1/access/people/{person}/disabling`
     */
    disable: (
      input: {
        readonly person: string;
      },
      options?: CallOptions,
    ): Promise<PersonResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/access/people/{person}/disabling', input },
        options,
      ),
  };

  readonly accessKeys = {
    /**
     * Every key, without the keys themselves.
     *
     * `GET /v1/access/keys`
     */
    all: (options?: CallOptions): Promise<KeysResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/access/keys' }, options),

    /**
     * Make a key; it is shown once and counts in every service within moments.
     *
     * `POST /v1/access/keys`
     */
    make: (
      input: {
        readonly body: KeyRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<MadeKeyResponse> =>
      callOperation(this.#api, { method: 'POST', path: '/v1/access/keys', input }, options),

    /**
     * Revoke a key, in every service within moments and for good.
     *
     * `POST /v1/access/keys/{keyId}/revocation`
     */
    revoke: (
      input: {
        readonly keyId: string;
        readonly body?: KeyRevocationRequest;
      },
      options?: CallOptions,
    ): Promise<KeyResponse> =>
      callOperation(
        this.#api,
        {
          method: 'POST',
          path: '/v1/access/keys/{keyId}/revocation',
          input: { body: {}, ...input },
        },
        options,
      ),
  };

  readonly accessSessions = {
    /**
     * Open sessions: your own, or everybody’s for an administrator.
     *
     * `GET /v1/access/sessions`
     */
    sessions: (options?: CallOptions): Promise<SessionsResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/access/sessions' }, options),

    /**
     * End a session, in every service within moments.
     *
     * `POST /v1/access/sessions/{sessionId}/end`
     */
    end: (
      input: {
        readonly sessionId: string;
      },
      options?: CallOptions,
    ): Promise<SessionResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/access/sessions/{sessionId}/end', input },
        options,
      ),
  };

  readonly operation = {
    /**
     * Unfinished payments and deliveries, the longest quiet first.
     *
     * `GET /v1/attention`
     */
    attention: (options?: CallOptions): Promise<AttentionResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/attention' }, options),

    /**
     * Apply an abandoned delivery once more.
     *
     * `POST /v1/attention/deliveries/{provider}/{eventId}/retry`
     */
    retry: (
      input: {
        readonly provider: string;
        readonly eventId: string;
        readonly body?: NoFieldsRequest;
      },
      options?: CallOptions,
    ): Promise<AbandonedDeliveryResponse> =>
      callOperation(
        this.#api,
        {
          method: 'POST',
          path: '/v1/attention/deliveries/{provider}/{eventId}/retry',
          input: { body: {}, ...input },
        },
        options,
      ),

    /**
     * Take an abandoned delivery off the list, for a recorded reason.
     *
     * `POST /v1/attention/deliveries/{provider}/{eventId}/dismissal`
     */
    dismiss: (
      input: {
        readonly provider: string;
        readonly eventId: string;
        readonly body: DismissalRequest;
      },
      options?: CallOptions,
    ): Promise<AbandonedDeliveryResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/attention/deliveries/{provider}/{eventId}/dismissal', input },
        options,
      ),

    /**
     * The routing policy that decides, and all that were proposed.
     *
     * `GET /v1/routing-policy`
     */
    policy: (options?: CallOptions): Promise<RoutingPolicyResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/routing-policy' }, options),

    /**
     * Propose a routing policy; another person has to activate it.
     *
     * `POST /v1/routing-policy/proposals`
     */
    propose: (
      input: {
        readonly body: RoutingProposalRequest;
        readonly idempotencyKey?: string;
      },
      options?: CallOptions,
    ): Promise<RoutingPolicyResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/routing-policy/proposals', input },
        options,
      ),

    /**
     * Propose an earlier policy again; another person has to activate it.
     *
     * `POST /v1/routing-policy/rollbacks`
     */
    rollBack: (
      input: {
        readonly body: RoutingRollBackRequest;
        readonly idempotencyKey?: string;
      },
      options?: CallOptions,
    ): Promise<RoutingPolicyResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/routing-policy/rollbacks', input },
        options,
      ),

    /**
     * Let a policy decide that another person proposed.
     *
     * `POST /v1/routing-policy/proposals/{policyHash}/activation`
     */
    activate: (
      input: {
        readonly policyHash: string;
        readonly body?: NoFieldsRequest;
        readonly idempotencyKey?: string;
      },
      options?: CallOptions,
    ): Promise<RoutingPolicyResponse> =>
      callOperation(
        this.#api,
        {
          method: 'POST',
          path: '/v1/routing-policy/proposals/{policyHash}/activation',
          input: { body: {}, ...input },
        },
        options,
      ),

    /**
     * Take a proposal back, one’s own or another’s.
     *
     * `POST /v1/routing-policy/proposals/{policyHash}/withdrawal`
     */
    withdraw: (
      input: {
        readonly policyHash: string;
        readonly body?: RoutingWithdrawalRequest;
        readonly idempotencyKey?: string;
      },
      options?: CallOptions,
    ): Promise<RoutingPolicyResponse> =>
      callOperation(
        this.#api,
        {
          method: 'POST',
          path: '/v1/routing-policy/proposals/{policyHash}/withdrawal',
          input: { body: {}, ...input },
        },
        options,
      ),
  };

  readonly privacy = {
    /**
     * Destroy the keys of a customer’s personal texts.
     *
     * `POST /v1/privacy/subjects/{customerId}/erasure`
     */
    erase: (
      input: {
        readonly customerId: string;
        readonly body: ErasureRequest;
      },
      options?: CallOptions,
    ): Promise<ErasureResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/privacy/subjects/{customerId}/erasure', input },
        options,
      ),

    /**
     * Whether a customer’s texts are sealed, and were erased.
     *
     * `GET /v1/privacy/subjects/{customerId}`
     */
    status: (
      input: {
        readonly customerId: string;
        readonly query: NonNullable<operations['privacy_status']['parameters']['query']>;
      },
      options?: CallOptions,
    ): Promise<SubjectStatusResponse> =>
      callOperation(
        this.#api,
        { method: 'GET', path: '/v1/privacy/subjects/{customerId}', input },
        options,
      ),

    /**
     * All that is kept of a customer.
     *
     * `GET /v1/privacy/subjects/{customerId}/export`
     */
    export: (
      input: {
        readonly customerId: string;
        readonly query: NonNullable<operations['privacy_export']['parameters']['query']>;
      },
      options?: CallOptions,
    ): Promise<SubjectExportResponse> =>
      callOperation(
        this.#api,
        { method: 'GET', path: '/v1/privacy/subjects/{customerId}/export', input },
        options,
      ),

    /**
     * The same as a page to read.
     *
     * `GET /v1/privacy/subjects/{customerId}/page`
     */
    page: (
      input: {
        readonly customerId: string;
        readonly query: NonNullable<operations['privacy_page']['parameters']['query']>;
      },
      options?: CallOptions,
    ): Promise<string> =>
      callOperation(
        this.#api,
        { method: 'GET', path: '/v1/privacy/subjects/{customerId}/page', input, answer: 'text' },
        options,
      ),
  };

  readonly webhooks = {
    /**
     * Signed webhooks of Stripe and PayPal.
     *
     * `POST /v1/webhooks/{provider}`
     */
    receive: (
      input: {
        readonly provider: string;
      },
      options?: CallOptions,
    ): Promise<void> =>
      callOperation(this.#api, { method: 'POST', path: '/v1/webhooks/{provider}', input }, options),
  };

  /** Lets go of idle connections. */
  close(): void {
    this.#api.close();
  }
}
