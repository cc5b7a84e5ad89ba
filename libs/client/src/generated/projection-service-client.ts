// Written by `npm run generate` from docs/openapi; changes here are lost.

import { ApiClient, type ApiClientOptions } from '../api-client.js';
import {
  eachCsvRow,
  eachItem,
  eachRow,
  streamed,
  type CsvRow,
  type EachOptions,
  type Exported,
} from '../lists.js';
import { callOperation, type CallOptions } from '../operation.js';
import type { components, operations } from './projection-service.js';

export type AccountMonth = components['schemas']['AccountMonth'];
export type AccountResponse = components['schemas']['AccountResponse'];
export type AccountsResponse = components['schemas']['AccountsResponse'];
export type AdjustmentAcceptedResponse = components['schemas']['AdjustmentAcceptedResponse'];
export type AdjustmentLineRequest = components['schemas']['AdjustmentLineRequest'];
export type AdjustmentRequest = components['schemas']['AdjustmentRequest'];
export type AdjustmentResponse = components['schemas']['AdjustmentResponse'];
export type AdjustmentReversalResponse = components['schemas']['AdjustmentReversalResponse'];
export type AdjustmentWithdrawalRequest = components['schemas']['AdjustmentWithdrawalRequest'];
export type AdjustmentWithdrawnResponse = components['schemas']['AdjustmentWithdrawnResponse'];
export type AdjustmentsResponse = components['schemas']['AdjustmentsResponse'];
export type AssignmentResponse = components['schemas']['AssignmentResponse'];
export type AuthorisationResponse = components['schemas']['AuthorisationResponse'];
export type BalanceDayResponse = components['schemas']['BalanceDayResponse'];
export type BalanceMovementResponse = components['schemas']['BalanceMovementResponse'];
export type BalancesResponse = components['schemas']['BalancesResponse'];
export type CapacityResponse = components['schemas']['CapacityResponse'];
export type CaptureResponse = components['schemas']['CaptureResponse'];
export type CaseCountsResponse = components['schemas']['CaseCountsResponse'];
export type CaseDeskResponse = components['schemas']['CaseDeskResponse'];
export type CaseNoteResponse = components['schemas']['CaseNoteResponse'];
export type CaseReasonResponse = components['schemas']['CaseReasonResponse'];
export type CaseResponse = components['schemas']['CaseResponse'];
export type CasesResponse = components['schemas']['CasesResponse'];
export type CauseEdgeResponse = components['schemas']['CauseEdgeResponse'];
export type CauseNodeResponse = components['schemas']['CauseNodeResponse'];
export type CauseResponse = components['schemas']['CauseResponse'];
export type CausesResponse = components['schemas']['CausesResponse'];
export type CertificateResponse = components['schemas']['CertificateResponse'];
export type ChecklistItemResponse = components['schemas']['ChecklistItemResponse'];
export type CloseRequest = components['schemas']['CloseRequest'];
export type ClosedBalanceResponse = components['schemas']['ClosedBalanceResponse'];
export type ClosedBooksResponse = components['schemas']['ClosedBooksResponse'];
export type ClosingResponse = components['schemas']['ClosingResponse'];
export type ContradictionResponse = components['schemas']['ContradictionResponse'];
export type ContradictionsResponse = components['schemas']['ContradictionsResponse'];
export type DayVolume = components['schemas']['DayVolume'];
export type DecisionResponse = components['schemas']['DecisionResponse'];
export type DeclineResponse = components['schemas']['DeclineResponse'];
export type DifferingResponse = components['schemas']['DifferingResponse'];
export type DigestResponse = components['schemas']['DigestResponse'];
export type DisputeResponse = components['schemas']['DisputeResponse'];
export type EntriesResponse = components['schemas']['EntriesResponse'];
export type EntryResponse = components['schemas']['EntryResponse'];
export type EscalationResponse = components['schemas']['EscalationResponse'];
export type ExceptionEvidenceResponse = components['schemas']['ExceptionEvidenceResponse'];
export type ExceptionNoteResponse = components['schemas']['ExceptionNoteResponse'];
export type ExceptionResponse = components['schemas']['ExceptionResponse'];
export type ExceptionsResponse = components['schemas']['ExceptionsResponse'];
export type ExplanationRequest = components['schemas']['ExplanationRequest'];
export type FieldProblemResponse = components['schemas']['FieldProblemResponse'];
export type FindingResponse = components['schemas']['FindingResponse'];
export type InvariantResponse = components['schemas']['InvariantResponse'];
export type InvariantsResponse = components['schemas']['InvariantsResponse'];
export type LateAssessmentResponse = components['schemas']['LateAssessmentResponse'];
export type LateRiskResponse = components['schemas']['LateRiskResponse'];
export type LeaseResponse = components['schemas']['LeaseResponse'];
export type LineResponse = components['schemas']['LineResponse'];
export type LinesResponse = components['schemas']['LinesResponse'];
export type LinkCountResponse = components['schemas']['LinkCountResponse'];
export type LinkCountsResponse = components['schemas']['LinkCountsResponse'];
export type LinkedPaymentResponse = components['schemas']['LinkedPaymentResponse'];
export type LinksResponse = components['schemas']['LinksResponse'];
export type MatchCounts = components['schemas']['MatchCounts'];
export type MerchantFees = components['schemas']['MerchantFees'];
export type MethodResponse = components['schemas']['MethodResponse'];
export type MoneyResponse = components['schemas']['MoneyResponse'];
export type MonthlyStatementResponse = components['schemas']['MonthlyStatementResponse'];
export type MovementResponse = components['schemas']['MovementResponse'];
export type Object = components['schemas']['Object'];
export type OneCaseResponse = components['schemas']['OneCaseResponse'];
export type OneExceptionResponse = components['schemas']['OneExceptionResponse'];
export type OnePayoutResponse = components['schemas']['OnePayoutResponse'];
export type OpenItems = components['schemas']['OpenItems'];
export type OrderResponse = components['schemas']['OrderResponse'];
export type OurMovementResponse = components['schemas']['OurMovementResponse'];
export type PayerActionResponse = components['schemas']['PayerActionResponse'];
export type PayerMessageResponse = components['schemas']['PayerMessageResponse'];
export type PaymentContradictionResponse = components['schemas']['PaymentContradictionResponse'];
export type PaymentEventType = components['schemas']['PaymentEventType'];
export type PaymentResourceResponse = components['schemas']['PaymentResourceResponse'];
export type PaymentResponse = components['schemas']['PaymentResponse'];
export type PaymentsResponse = components['schemas']['PaymentsResponse'];
export type PayoutBankLineResponse = components['schemas']['PayoutBankLineResponse'];
export type PayoutResponse = components['schemas']['PayoutResponse'];
export type PayoutsResponse = components['schemas']['PayoutsResponse'];
export type PeriodResponse = components['schemas']['PeriodResponse'];
export type PeriodSummary = components['schemas']['PeriodSummary'];
export type PeriodsResponse = components['schemas']['PeriodsResponse'];
export type PostingResponse = components['schemas']['PostingResponse'];
export type ProblemResponse = components['schemas']['ProblemResponse'];
export type ProviderCodesResponse = components['schemas']['ProviderCodesResponse'];
export type QueueResponse = components['schemas']['QueueResponse'];
export type ReasonTextResponse = components['schemas']['ReasonTextResponse'];
export type RebuildResponse = components['schemas']['RebuildResponse'];
export type ReconciliationResponse = components['schemas']['ReconciliationResponse'];
export type RecordedEventResponse = components['schemas']['RecordedEventResponse'];
export type RecordedEventsResponse = components['schemas']['RecordedEventsResponse'];
export type RefundResponse = components['schemas']['RefundResponse'];
export type RejectedResponse = components['schemas']['RejectedResponse'];
export type ReopenedResponse = components['schemas']['ReopenedResponse'];
export type ReopeningRequest = components['schemas']['ReopeningRequest'];
export type ReopeningResponse = components['schemas']['ReopeningResponse'];
export type ReopeningWithdrawalRequest = components['schemas']['ReopeningWithdrawalRequest'];
export type ResolutionResponse = components['schemas']['ResolutionResponse'];
export type ReversalRequest = components['schemas']['ReversalRequest'];
export type ReversalResponse = components['schemas']['ReversalResponse'];
export type RiskReasonResponse = components['schemas']['RiskReasonResponse'];
export type RiskResponse = components['schemas']['RiskResponse'];
export type RiskRuleResponse = components['schemas']['RiskRuleResponse'];
export type RowDifferenceResponse = components['schemas']['RowDifferenceResponse'];
export type SetAsideResponse = components['schemas']['SetAsideResponse'];
export type SetAsidesResponse = components['schemas']['SetAsidesResponse'];
export type SignedMoneyRequest = components['schemas']['SignedMoneyRequest'];
export type SnoozeResponse = components['schemas']['SnoozeResponse'];
export type StatementLine = components['schemas']['StatementLine'];
export type StatementPayments = components['schemas']['StatementPayments'];
export type StatementResponse = components['schemas']['StatementResponse'];
export type StatusCount = components['schemas']['StatusCount'];
export type SuggestionResponse = components['schemas']['SuggestionResponse'];
export type SumCheckResponse = components['schemas']['SumCheckResponse'];
export type SummaryResponse = components['schemas']['SummaryResponse'];
export type TheirLineResponse = components['schemas']['TheirLineResponse'];
export type TimelineEntryResponse = components['schemas']['TimelineEntryResponse'];
export type TrialBalanceLine = components['schemas']['TrialBalanceLine'];
export type TrialBalanceResponse = components['schemas']['TrialBalanceResponse'];
export type UnknownOperationResponse = components['schemas']['UnknownOperationResponse'];
export type UnreadableResponse = components['schemas']['UnreadableResponse'];
export type ViewDigestResponse = components['schemas']['ViewDigestResponse'];
export type ViewResponse = components['schemas']['ViewResponse'];
export type ViewsResponse = components['schemas']['ViewsResponse'];
export type WhyCauseResponse = components['schemas']['WhyCauseResponse'];
export type WhyLine = components['schemas']['WhyLine'];
export type WhyResponse = components['schemas']['WhyResponse'];

/**
 * Assay projection service: every operation of it.
 *
 * @throws ApiProblem from every function when the service refuses.
 * @throws ServiceAway from every function when the service was not reached.
 * @throws OutcomeUnknown from every command that was sent and got no answer.
 */
export class ProjectionServiceClient {
  readonly #api: ApiClient;

  constructor(options: ApiClientOptions) {
    this.#api = new ApiClient(options);
  }

  readonly payments = {
    /**
     * Payments, newest first.
     *
     * `GET /v1/payments`
     */
    payments: (
      input: {
        readonly query?: NonNullable<operations['payments_payments']['parameters']['query']>;
      } = {},
      options?: CallOptions,
    ): Promise<PaymentsResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/payments', input }, options),

    /** Every item of `payments`, page by page. */
    paymentsEach: (
      input: {
        readonly query?: NonNullable<operations['payments_payments']['parameters']['query']>;
      } = {},
      options?: EachOptions,
    ): AsyncGenerator<PaymentsResponse['items'][number]> =>
      eachItem(this.#api, { path: '/v1/payments', input }, 'items', options),

    /** Every item of `payments` in one answer, as of one position. */
    paymentsRows: (
      input: {
        readonly query?: NonNullable<operations['payments_payments']['parameters']['query']>;
      } = {},
      options?: CallOptions,
    ): AsyncGenerator<PaymentsResponse['items'][number]> =>
      eachRow(this.#api, { path: '/v1/payments', input }, options),

    /** The lines of `payments` as CSV, by the headings of their columns. */
    paymentsCsv: (
      input: {
        readonly query?: NonNullable<operations['payments_payments']['parameters']['query']>;
      } = {},
      options?: CallOptions,
    ): AsyncGenerator<CsvRow> => eachCsvRow(this.#api, { path: '/v1/payments', input }, options),

    /**
     * One payment in full.
     *
     * `GET /v1/payments/{paymentId}`
     */
    payment: (
      input: {
        readonly paymentId: string;
        readonly query?: NonNullable<operations['payments_payment']['parameters']['query']>;
      },
      options?: CallOptions,
    ): Promise<PaymentResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/payments/{paymentId}', input }, options),

    /**
     * Facts of payments that cannot all be true, the oldest first.
     *
     * `GET /v1/contradictions`
     */
    contradictions: (
      input: {
        readonly query: NonNullable<operations['payments_contradictions']['parameters']['query']>;
      },
      options?: CallOptions,
    ): Promise<ContradictionsResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/contradictions', input }, options),

    /** Every item of `contradictions`, page by page. */
    contradictionsEach: (
      input: {
        readonly query: NonNullable<operations['payments_contradictions']['parameters']['query']>;
      },
      options?: EachOptions,
    ): AsyncGenerator<ContradictionsResponse['items'][number]> =>
      eachItem(this.#api, { path: '/v1/contradictions', input }, 'items', options),
  };

  readonly orders = {
    /**
     * An order's money.
     *
     * `GET /v1/orders/{orderId}`
     */
    order: (
      input: {
        readonly orderId: string;
        readonly query?: NonNullable<operations['orders_order']['parameters']['query']>;
      },
      options?: CallOptions,
    ): Promise<OrderResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/orders/{orderId}', input }, options),

    /** Every item of `order`, page by page. */
    orderEach: (
      input: {
        readonly orderId: string;
        readonly query?: NonNullable<operations['orders_order']['parameters']['query']>;
      },
      options?: EachOptions,
    ): AsyncGenerator<OrderResponse['payments'][number]> =>
      eachItem(this.#api, { path: '/v1/orders/{orderId}', input }, 'payments', options),
  };

  readonly journal = {
    /**
     * Journal entries, newest first.
     *
     * `GET /v1/journal/entries`
     */
    entries: (
      input: {
        readonly query?: NonNullable<operations['journal_entries']['parameters']['query']>;
      } = {},
      options?: CallOptions,
    ): Promise<EntriesResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/journal/entries', input }, options),

    /** Every item of `entries`, page by page. */
    entriesEach: (
      input: {
        readonly query?: NonNullable<operations['journal_entries']['parameters']['query']>;
      } = {},
      options?: EachOptions,
    ): AsyncGenerator<EntriesResponse['items'][number]> =>
      eachItem(this.#api, { path: '/v1/journal/entries', input }, 'items', options),

    /**
     * What every account stands at, now or at any point of both times.
     *
     * `GET /v1/journal/accounts`
     */
    accounts: (
      input: {
        readonly query?: NonNullable<operations['journal_accounts']['parameters']['query']>;
      } = {},
      options?: CallOptions,
    ): Promise<AccountsResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/journal/accounts', input }, options),

    /**
     * All debits against all credits per currency; they are equal.
     *
     * `GET /v1/journal/trial-balance`
     */
    trialBalance: (
      input: {
        readonly query?: NonNullable<operations['journal_trialBalance']['parameters']['query']>;
      } = {},
      options?: CallOptions,
    ): Promise<TrialBalanceResponse> =>
      callOperation(
        this.#api,
        { method: 'GET', path: '/v1/journal/trial-balance', input },
        options,
      ),

    /**
     * Why an account stands where it does, at any two times.
     *
     * `GET /v1/journal/statement`
     */
    statement: (
      input: {
        readonly query: NonNullable<operations['journal_statement']['parameters']['query']>;
      },
      options?: CallOptions,
    ): Promise<StatementResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/journal/statement', input }, options),

    /** Every item of `statement`, page by page. */
    statementEach: (
      input: {
        readonly query: NonNullable<operations['journal_statement']['parameters']['query']>;
      },
      options?: EachOptions,
    ): AsyncGenerator<StatementResponse['items'][number]> =>
      eachItem(this.#api, { path: '/v1/journal/statement', input }, 'items', options),

    /**
     * What a balance at any two times comes from, down to commands.
     *
     * `GET /v1/journal/why`
     */
    why: (
      input: {
        readonly query: NonNullable<operations['journal_why']['parameters']['query']>;
      },
      options?: CallOptions,
    ): Promise<WhyResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/journal/why', input }, options),

    /** Every item of `why`, page by page. */
    whyEach: (
      input: {
        readonly query: NonNullable<operations['journal_why']['parameters']['query']>;
      },
      options?: EachOptions,
    ): AsyncGenerator<WhyResponse['items'][number]> =>
      eachItem(this.#api, { path: '/v1/journal/why', input }, 'items', options),

    /**
     * Whether the journal is what it has to be, in a sample or in full.
     *
     * `GET /v1/journal/invariants`
     */
    invariants: (
      input: {
        readonly query?: NonNullable<operations['journal_invariants']['parameters']['query']>;
      } = {},
      options?: CallOptions,
    ): Promise<InvariantsResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/journal/invariants', input }, options),

    /**
     * The journal for other programs of accounting, oldest entry first.
     *
     * `GET /v1/journal/export`
     */
    export: (
      input: {
        readonly query: NonNullable<operations['journal_export']['parameters']['query']>;
      },
      options?: CallOptions,
    ): Promise<string> =>
      callOperation(
        this.#api,
        { method: 'GET', path: '/v1/journal/export', input, answer: 'text' },
        options,
      ),

    /** The answer of `export` as it comes, however long, with the position in its headers. */
    exportStream: (
      input: {
        readonly query: NonNullable<operations['journal_export']['parameters']['query']>;
      },
      options?: CallOptions,
    ): Promise<Exported> => streamed(this.#api, { path: '/v1/journal/export', input }, options),

    /**
     * Adjustments that people made or ask for, newest first.
     *
     * `GET /v1/journal/adjustments`
     */
    adjustments: (
      input: {
        readonly query?: NonNullable<operations['journal_adjustments']['parameters']['query']>;
      } = {},
      options?: CallOptions,
    ): Promise<AdjustmentsResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/journal/adjustments', input }, options),

    /** Every item of `adjustments`, page by page. */
    adjustmentsEach: (
      input: {
        readonly query?: NonNullable<operations['journal_adjustments']['parameters']['query']>;
      } = {},
      options?: EachOptions,
    ): AsyncGenerator<AdjustmentsResponse['items'][number]> =>
      eachItem(this.#api, { path: '/v1/journal/adjustments', input }, 'items', options),

    /**
     * Book an adjustment, or ask a second person above the limit.
     *
     * `POST /v1/journal/adjustments`
     */
    propose: (
      input: {
        readonly body: AdjustmentRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<AdjustmentAcceptedResponse> =>
      callOperation(this.#api, { method: 'POST', path: '/v1/journal/adjustments', input }, options),

    /**
     * One adjustment, with who asked, who agreed and why.
     *
     * `GET /v1/journal/adjustments/{adjustmentId}`
     */
    adjustment: (
      input: {
        readonly adjustmentId: string;
        readonly query?: NonNullable<operations['journal_adjustment']['parameters']['query']>;
      },
      options?: CallOptions,
    ): Promise<AdjustmentResponse> =>
      callOperation(
        this.#api,
        { method: 'GET', path: '/v1/journal/adjustments/{adjustmentId}', input },
        options,
      ),

    /**
     * Let into the books what another person asked for: an adjustment, or its reversal.
     *
     * `POST /v1/journal/adjustments/{adjustmentId}/approval`
     */
    approve: (
      input: {
        readonly adjustmentId: string;
        readonly idempotencyKey?: string;
      },
      options?: CallOptions,
    ): Promise<AdjustmentAcceptedResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/journal/adjustments/{adjustmentId}/approval', input },
        options,
      ),

    /**
     * Take back what waits for a second person, one’s own or another’s.
     *
     * `POST /v1/journal/adjustments/{adjustmentId}/withdrawal`
     */
    withdraw: (
      input: {
        readonly adjustmentId: string;
        readonly body?: AdjustmentWithdrawalRequest;
        readonly idempotencyKey?: string;
      },
      options?: CallOptions,
    ): Promise<AdjustmentAcceptedResponse> =>
      callOperation(
        this.#api,
        {
          method: 'POST',
          path: '/v1/journal/adjustments/{adjustmentId}/withdrawal',
          input: { body: {}, ...input },
        },
        options,
      ),

    /**
     * Book the lines of an adjustment the other way round.
     *
     * `POST /v1/journal/adjustments/{adjustmentId}/reverse`
     */
    reverse: (
      input: {
        readonly adjustmentId: string;
        readonly body: ReversalRequest;
        readonly idempotencyKey?: string;
      },
      options?: CallOptions,
    ): Promise<AdjustmentAcceptedResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/journal/adjustments/{adjustmentId}/reverse', input },
        options,
      ),

    /**
     * Months of the ledger, newest first.
     *
     * `GET /v1/periods`
     */
    periods: (
      input: {
        readonly query?: NonNullable<operations['journal_periods']['parameters']['query']>;
      } = {},
      options?: CallOptions,
    ): Promise<PeriodsResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/periods', input }, options),

    /**
     * One month: its checklist, its closings and what came too late.
     *
     * `GET /v1/periods/{period}`
     */
    period: (
      input: {
        readonly period: string;
        readonly query?: NonNullable<operations['journal_period']['parameters']['query']>;
      },
      options?: CallOptions,
    ): Promise<PeriodResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/periods/{period}', input }, options),

    /**
     * What every account stood at when the month was closed.
     *
     * `GET /v1/periods/{period}/closed-books`
     */
    closedBooks: (
      input: {
        readonly period: string;
        readonly query?: NonNullable<operations['journal_closedBooks']['parameters']['query']>;
      },
      options?: CallOptions,
    ): Promise<ClosedBooksResponse> =>
      callOperation(
        this.#api,
        { method: 'GET', path: '/v1/periods/{period}/closed-books', input },
        options,
      ),

    /**
     * Entries of the month that were recorded after it was closed.
     *
     * `GET /v1/periods/{period}/late-entries`
     */
    lateEntries: (
      input: {
        readonly period: string;
        readonly query?: NonNullable<operations['journal_lateEntries']['parameters']['query']>;
      },
      options?: CallOptions,
    ): Promise<EntriesResponse> =>
      callOperation(
        this.#api,
        { method: 'GET', path: '/v1/periods/{period}/late-entries', input },
        options,
      ),

    /** Every item of `lateEntries`, page by page. */
    lateEntriesEach: (
      input: {
        readonly period: string;
        readonly query?: NonNullable<operations['journal_lateEntries']['parameters']['query']>;
      },
      options?: EachOptions,
    ): AsyncGenerator<EntriesResponse['items'][number]> =>
      eachItem(this.#api, { path: '/v1/periods/{period}/late-entries', input }, 'items', options),

    /**
     * Close a month; what is open has to be settled, or explained.
     *
     * `POST /v1/periods/{period}/close`
     */
    close: (
      input: {
        readonly period: string;
        readonly body?: CloseRequest;
        readonly idempotencyKey?: string;
      },
      options?: CallOptions,
    ): Promise<PeriodResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/periods/{period}/close', input: { body: {}, ...input } },
        options,
      ),

    /**
     * Ask for a closed month to be reopened; another person has to agree.
     *
     * `POST /v1/periods/{period}/reopening`
     */
    proposePeriods: (
      input: {
        readonly period: string;
        readonly body: ReopeningRequest;
        readonly idempotencyKey?: string;
      },
      options?: CallOptions,
    ): Promise<PeriodResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/periods/{period}/reopening', input },
        options,
      ),

    /**
     * Reopen a month that another person asked for.
     *
     * `POST /v1/periods/{period}/reopening/approval`
     */
    approvePeriods: (
      input: {
        readonly period: string;
        readonly idempotencyKey?: string;
      },
      options?: CallOptions,
    ): Promise<PeriodResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/periods/{period}/reopening/approval', input },
        options,
      ),

    /**
     * Take back a reopening that waits, one’s own or another’s.
     *
     * `POST /v1/periods/{period}/reopening/withdrawal`
     */
    withdrawPeriods: (
      input: {
        readonly period: string;
        readonly body?: ReopeningWithdrawalRequest;
        readonly idempotencyKey?: string;
      },
      options?: CallOptions,
    ): Promise<PeriodResponse> =>
      callOperation(
        this.#api,
        {
          method: 'POST',
          path: '/v1/periods/{period}/reopening/withdrawal',
          input: { body: {}, ...input },
        },
        options,
      ),

    /**
     * The month of a merchant or of a provider, as JSON, CSV or a page.
     *
     * `GET /v1/statements/{period}`
     */
    monthlyStatement: (
      input: {
        readonly period: string;
        readonly query?: NonNullable<operations['journal_monthlyStatement']['parameters']['query']>;
      },
      options?: CallOptions,
    ): Promise<MonthlyStatementResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/statements/{period}', input }, options),
  };

  readonly reconciliation = {
    /**
     * Our books against the providers', per provider and currency.
     *
     * `GET /v1/reconciliation`
     */
    summary: (
      input: {
        readonly query?: NonNullable<operations['reconciliation_summary']['parameters']['query']>;
      } = {},
      options?: CallOptions,
    ): Promise<ReconciliationResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/reconciliation', input }, options),

    /**
     * What was compared, newest first.
     *
     * `GET /v1/reconciliation/lines`
     */
    lines: (
      input: {
        readonly query?: NonNullable<operations['reconciliation_lines']['parameters']['query']>;
      } = {},
      options?: CallOptions,
    ): Promise<LinesResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/reconciliation/lines', input }, options),

    /** Every item of `lines`, page by page. */
    linesEach: (
      input: {
        readonly query?: NonNullable<operations['reconciliation_lines']['parameters']['query']>;
      } = {},
      options?: EachOptions,
    ): AsyncGenerator<LinesResponse['items'][number]> =>
      eachItem(this.#api, { path: '/v1/reconciliation/lines', input }, 'items', options),

    /**
     * What the books do not agree on, the longest known first.
     *
     * `GET /v1/reconciliation/exceptions`
     */
    exceptions: (
      input: {
        readonly query?: NonNullable<
          operations['reconciliation_exceptions']['parameters']['query']
        >;
      } = {},
      options?: CallOptions,
    ): Promise<ExceptionsResponse> =>
      callOperation(
        this.#api,
        { method: 'GET', path: '/v1/reconciliation/exceptions', input },
        options,
      ),

    /** Every item of `exceptions`, page by page. */
    exceptionsEach: (
      input: {
        readonly query?: NonNullable<
          operations['reconciliation_exceptions']['parameters']['query']
        >;
      } = {},
      options?: EachOptions,
    ): AsyncGenerator<ExceptionsResponse['items'][number]> =>
      eachItem(this.#api, { path: '/v1/reconciliation/exceptions', input }, 'items', options),

    /** Every item of `exceptions` in one answer, as of one position. */
    exceptionsRows: (
      input: {
        readonly query?: NonNullable<
          operations['reconciliation_exceptions']['parameters']['query']
        >;
      } = {},
      options?: CallOptions,
    ): AsyncGenerator<ExceptionsResponse['items'][number]> =>
      eachRow(this.#api, { path: '/v1/reconciliation/exceptions', input }, options),

    /** The lines of `exceptions` as CSV, by the headings of their columns. */
    exceptionsCsv: (
      input: {
        readonly query?: NonNullable<
          operations['reconciliation_exceptions']['parameters']['query']
        >;
      } = {},
      options?: CallOptions,
    ): AsyncGenerator<CsvRow> =>
      eachCsvRow(this.#api, { path: '/v1/reconciliation/exceptions', input }, options),

    /**
     * One exception: both books, why they met, and what people made of it.
     *
     * `GET /v1/reconciliation/exceptions/{exceptionId}`
     */
    one: (
      input: {
        readonly exceptionId: string;
        readonly query?: NonNullable<operations['reconciliation_one']['parameters']['query']>;
      },
      options?: CallOptions,
    ): Promise<OneExceptionResponse> =>
      callOperation(
        this.#api,
        { method: 'GET', path: '/v1/reconciliation/exceptions/{exceptionId}', input },
        options,
      ),

    /**
     * Each provider's balance from day to day, by its lines.
     *
     * `GET /v1/reconciliation/balances`
     */
    balances: (
      input: {
        readonly query?: NonNullable<operations['reconciliation_balances']['parameters']['query']>;
      } = {},
      options?: CallOptions,
    ): Promise<BalancesResponse> =>
      callOperation(
        this.#api,
        { method: 'GET', path: '/v1/reconciliation/balances', input },
        options,
      ),

    /**
     * What providers sent to our bank, the newest first.
     *
     * `GET /v1/payouts`
     */
    payouts: (
      input: {
        readonly query?: NonNullable<operations['reconciliation_payouts']['parameters']['query']>;
      } = {},
      options?: CallOptions,
    ): Promise<PayoutsResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/payouts', input }, options),

    /** Every item of `payouts`, page by page. */
    payoutsEach: (
      input: {
        readonly query?: NonNullable<operations['reconciliation_payouts']['parameters']['query']>;
      } = {},
      options?: EachOptions,
    ): AsyncGenerator<PayoutsResponse['items'][number]> =>
      eachItem(this.#api, { path: '/v1/payouts', input }, 'items', options),

    /** Every item of `payouts` in one answer, as of one position. */
    payoutsRows: (
      input: {
        readonly query?: NonNullable<operations['reconciliation_payouts']['parameters']['query']>;
      } = {},
      options?: CallOptions,
    ): AsyncGenerator<PayoutsResponse['items'][number]> =>
      eachRow(this.#api, { path: '/v1/payouts', input }, options),

    /** The lines of `payouts` as CSV, by the headings of their columns. */
    payoutsCsv: (
      input: {
        readonly query?: NonNullable<operations['reconciliation_payouts']['parameters']['query']>;
      } = {},
      options?: CallOptions,
    ): AsyncGenerator<CsvRow> => eachCsvRow(this.#api, { path: '/v1/payouts', input }, options),

    /**
     * One payout: its lines, its sum check, and its lines at the bank.
     *
     * `GET /v1/payouts/{payoutId}`
     */
    onePayouts: (
      input: {
        readonly payoutId: string;
        readonly query?: NonNullable<
          operations['reconciliation_onePayouts']['parameters']['query']
        >;
      },
      options?: CallOptions,
    ): Promise<OnePayoutResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/payouts/{payoutId}', input }, options),
  };

  readonly cases = {
    /**
     * Cases, the longest waiting first.
     *
     * `GET /v1/cases`
     */
    cases: (
      input: {
        readonly query?: NonNullable<operations['cases_cases']['parameters']['query']>;
      } = {},
      options?: CallOptions,
    ): Promise<CasesResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/cases', input }, options),

    /** Every item of `cases`, page by page. */
    casesEach: (
      input: {
        readonly query?: NonNullable<operations['cases_cases']['parameters']['query']>;
      } = {},
      options?: EachOptions,
    ): AsyncGenerator<CasesResponse['items'][number]> =>
      eachItem(this.#api, { path: '/v1/cases', input }, 'items', options),

    /** Every item of `cases` in one answer, as of one position. */
    casesRows: (
      input: {
        readonly query?: NonNullable<operations['cases_cases']['parameters']['query']>;
      } = {},
      options?: CallOptions,
    ): AsyncGenerator<CasesResponse['items'][number]> =>
      eachRow(this.#api, { path: '/v1/cases', input }, options),

    /** The lines of `cases` as CSV, by the headings of their columns. */
    casesCsv: (
      input: {
        readonly query?: NonNullable<operations['cases_cases']['parameters']['query']>;
      } = {},
      options?: CallOptions,
    ): AsyncGenerator<CsvRow> => eachCsvRow(this.#api, { path: '/v1/cases', input }, options),

    /**
     * Free cases, in the order in which the next one is given.
     *
     * `GET /v1/cases/queue`
     */
    queue: (
      input: {
        readonly query?: NonNullable<operations['cases_queue']['parameters']['query']>;
      } = {},
      options?: CallOptions,
    ): Promise<QueueResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/cases/queue', input }, options),

    /**
     * How many cases each of the usual lists has for the caller.
     *
     * `GET /v1/cases/counts`
     */
    counts: (
      input: {
        readonly query?: NonNullable<operations['cases_counts']['parameters']['query']>;
      } = {},
      options?: CallOptions,
    ): Promise<CaseCountsResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/cases/counts', input }, options),

    /**
     * Payments with the same card, device or customer.
     *
     * `GET /v1/cases/{paymentId}/links`
     */
    links: (
      input: {
        readonly paymentId: string;
        readonly query?: NonNullable<operations['cases_links']['parameters']['query']>;
      },
      options?: CallOptions,
    ): Promise<LinksResponse> =>
      callOperation(
        this.#api,
        { method: 'GET', path: '/v1/cases/{paymentId}/links', input },
        options,
      ),

    /**
     * The case of one payment.
     *
     * `GET /v1/cases/{paymentId}`
     */
    one: (
      input: {
        readonly paymentId: string;
        readonly query?: NonNullable<operations['cases_one']['parameters']['query']>;
      },
      options?: CallOptions,
    ): Promise<OneCaseResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/cases/{paymentId}', input }, options),

    /**
     * What happens at the desk, as server-sent events.
     *
     * `GET /v1/stream`
     */
    stream: (options?: CallOptions): Promise<string> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/stream', answer: 'text' }, options),
  };

  readonly history = {
    /**
     * A payment's history, event by event, with what led to each.
     *
     * `GET /v1/payments/{paymentId}/events`
     */
    paymentEvents: (
      input: {
        readonly paymentId: string;
        readonly query?: NonNullable<operations['history_paymentEvents']['parameters']['query']>;
      },
      options?: CallOptions,
    ): Promise<RecordedEventsResponse> =>
      callOperation(
        this.#api,
        { method: 'GET', path: '/v1/payments/{paymentId}/events', input },
        options,
      ),

    /** Every item of `paymentEvents`, page by page. */
    paymentEventsEach: (
      input: {
        readonly paymentId: string;
        readonly query?: NonNullable<operations['history_paymentEvents']['parameters']['query']>;
      },
      options?: EachOptions,
    ): AsyncGenerator<RecordedEventsResponse['items'][number]> =>
      eachItem(this.#api, { path: '/v1/payments/{paymentId}/events', input }, 'items', options),

    /**
     * Events of the whole ledger in store order.
     *
     * `GET /v1/events`
     */
    events: (
      input: {
        readonly query?: NonNullable<operations['history_events']['parameters']['query']>;
      } = {},
      options?: CallOptions,
    ): Promise<RecordedEventsResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/events', input }, options),

    /** Every item of `events`, page by page. */
    eventsEach: (
      input: {
        readonly query?: NonNullable<operations['history_events']['parameters']['query']>;
      } = {},
      options?: EachOptions,
    ): AsyncGenerator<RecordedEventsResponse['items'][number]> =>
      eachItem(this.#api, { path: '/v1/events', input }, 'items', options),

    /**
     * What led to what in a payment, as a graph.
     *
     * `GET /v1/payments/{paymentId}/causes`
     */
    causes: (
      input: {
        readonly paymentId: string;
        readonly query?: NonNullable<operations['history_causes']['parameters']['query']>;
      },
      options?: CallOptions,
    ): Promise<CausesResponse> =>
      callOperation(
        this.#api,
        { method: 'GET', path: '/v1/payments/{paymentId}/causes', input },
        options,
      ),
  };

  readonly views = {
    /**
     * The views this process builds, and how far they are.
     *
     * `GET /v1/views`
     */
    all: (
      input: {
        readonly query?: NonNullable<operations['views_all']['parameters']['query']>;
      } = {},
      options?: CallOptions,
    ): Promise<ViewsResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/views', input }, options),

    /**
     * One view, and how far it is.
     *
     * `GET /v1/views/{name}`
     */
    one: (
      input: {
        readonly name: string;
        readonly query?: NonNullable<operations['views_one']['parameters']['query']>;
      },
      options?: CallOptions,
    ): Promise<ViewResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/views/{name}', input }, options),

    /**
     * One number for all rows of a view.
     *
     * `GET /v1/views/{name}/digest`
     */
    digest: (
      input: {
        readonly name: string;
      },
      options?: CallOptions,
    ): Promise<ViewDigestResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/views/{name}/digest', input }, options),

    /**
     * What a view could not apply and goes on without.
     *
     * `GET /v1/views/{name}/set-aside`
     */
    setAside: (
      input: {
        readonly name: string;
      },
      options?: CallOptions,
    ): Promise<SetAsidesResponse> =>
      callOperation(
        this.#api,
        { method: 'GET', path: '/v1/views/{name}/set-aside', input },
        options,
      ),

    /**
     * Build a view again beside the live one, compare both and swap them.
     *
     * `POST /v1/views/{name}/rebuild`
     */
    rebuild: (
      input: {
        readonly name: string;
        readonly query?: NonNullable<operations['views_rebuild']['parameters']['query']>;
      },
      options?: CallOptions,
    ): Promise<RebuildResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/views/{name}/rebuild', input },
        options,
      ),

    /**
     * Build a view again beside the live one and compare both; the live one stays.
     *
     * `POST /v1/views/{name}/check`
     */
    check: (
      input: {
        readonly name: string;
        readonly query?: NonNullable<operations['views_check']['parameters']['query']>;
      },
      options?: CallOptions,
    ): Promise<RebuildResponse> =>
      callOperation(this.#api, { method: 'POST', path: '/v1/views/{name}/check', input }, options),
  };

  /** Lets go of idle connections. */
  close(): void {
    this.#api.close();
  }
}
