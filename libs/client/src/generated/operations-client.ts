// Written by `npm run generate` from docs/openapi; changes here are lost.

import { ApiClient, type ApiClientOptions } from '../api-client.js';
import { eachItem, type EachOptions } from '../lists.js';
import { callOperation, type CallOptions } from '../operation.js';
import type { components, operations } from './operations.js';

export type AbandonedMessageResponse = components['schemas']['AbandonedMessageResponse'];
export type AlertResponse = components['schemas']['AlertResponse'];
export type AlertsResponse = components['schemas']['AlertsResponse'];
export type AmountCondition = components['schemas']['AmountCondition'];
export type AmountThresholdsResponse = components['schemas']['AmountThresholdsResponse'];
export type ApprovalResponse = components['schemas']['ApprovalResponse'];
export type ApprovalsResponse = components['schemas']['ApprovalsResponse'];
export type AssignIncidentRequest = components['schemas']['AssignIncidentRequest'];
export type AuditKeyResponse = components['schemas']['AuditKeyResponse'];
export type AuditStatusResponse = components['schemas']['AuditStatusResponse'];
export type BandResponse = components['schemas']['BandResponse'];
export type ChannelResponse = components['schemas']['ChannelResponse'];
export type ChannelTestResponse = components['schemas']['ChannelTestResponse'];
export type CheckpointResponse = components['schemas']['CheckpointResponse'];
export type CheckpointsResponse = components['schemas']['CheckpointsResponse'];
export type ConsistencyResponse = components['schemas']['ConsistencyResponse'];
export type CostsDocument = components['schemas']['CostsDocument'];
export type CsvMappingRequest = components['schemas']['CsvMappingRequest'];
export type DayExpectationResponse = components['schemas']['DayExpectationResponse'];
export type DecisionRequest = components['schemas']['DecisionRequest'];
export type DegradedRuleDocument = components['schemas']['DegradedRuleDocument'];
export type DeliveriesResponse = components['schemas']['DeliveriesResponse'];
export type DeliveryAnswerResponse = components['schemas']['DeliveryAnswerResponse'];
export type DeliveryResponse = components['schemas']['DeliveryResponse'];
export type DifferenceResponse = components['schemas']['DifferenceResponse'];
export type DifferingLineResponse = components['schemas']['DifferingLineResponse'];
export type DifferingPageResponse = components['schemas']['DifferingPageResponse'];
export type EndpointEditRequest = components['schemas']['EndpointEditRequest'];
export type EndpointRequest = components['schemas']['EndpointRequest'];
export type EndpointResponse = components['schemas']['EndpointResponse'];
export type EvidenceResponse = components['schemas']['EvidenceResponse'];
export type FeatureCondition = components['schemas']['FeatureCondition'];
export type FieldCondition = components['schemas']['FieldCondition'];
export type FieldProblemResponse = components['schemas']['FieldProblemResponse'];
export type FraudPolicyResponse = components['schemas']['FraudPolicyResponse'];
export type ImportPageResponse = components['schemas']['ImportPageResponse'];
export type ImportResponse = components['schemas']['ImportResponse'];
export type IncidentAlertResponse = components['schemas']['IncidentAlertResponse'];
export type IncidentNoteRequest = components['schemas']['IncidentNoteRequest'];
export type IncidentResponse = components['schemas']['IncidentResponse'];
export type IncidentStepResponse = components['schemas']['IncidentStepResponse'];
export type IncidentTimelineResponse = components['schemas']['IncidentTimelineResponse'];
export type IncidentsResponse = components['schemas']['IncidentsResponse'];
export type InclusionResponse = components['schemas']['InclusionResponse'];
export type JobEndResponse = components['schemas']['JobEndResponse'];
export type JobResponse = components['schemas']['JobResponse'];
export type LeavesResponse = components['schemas']['LeavesResponse'];
export type MappingNameResponse = components['schemas']['MappingNameResponse'];
export type ModelRefResponse = components['schemas']['ModelRefResponse'];
export type ModelsResponse = components['schemas']['ModelsResponse'];
export type OnCallOverrideRequest = components['schemas']['OnCallOverrideRequest'];
export type OnCallOverrideResponse = components['schemas']['OnCallOverrideResponse'];
export type OnCallPersonResponse = components['schemas']['OnCallPersonResponse'];
export type OnCallResponse = components['schemas']['OnCallResponse'];
export type OnCallScheduleRequest = components['schemas']['OnCallScheduleRequest'];
export type OnCallScheduleResponse = components['schemas']['OnCallScheduleResponse'];
export type OnCallShiftRequest = components['schemas']['OnCallShiftRequest'];
export type OnCallShiftResponse = components['schemas']['OnCallShiftResponse'];
export type OutcomesByVerdictResponse = components['schemas']['OutcomesByVerdictResponse'];
export type OutcomesResponse = components['schemas']['OutcomesResponse'];
export type PileResponse = components['schemas']['PileResponse'];
export type PilesByVerdictResponse = components['schemas']['PilesByVerdictResponse'];
export type PolicyDocument = components['schemas']['PolicyDocument'];
export type PolicyHistoryResponse = components['schemas']['PolicyHistoryResponse'];
export type PolicyInForceResponse = components['schemas']['PolicyInForceResponse'];
export type PolicyRequest = components['schemas']['PolicyRequest'];
export type PolicySimulationResponse = components['schemas']['PolicySimulationResponse'];
export type PolicyStepResponse = components['schemas']['PolicyStepResponse'];
export type PolicySummary = components['schemas']['PolicySummary'];
export type PolicyTrialResponse = components['schemas']['PolicyTrialResponse'];
export type PolicyVersionResponse = components['schemas']['PolicyVersionResponse'];
export type PreviewResponse = components['schemas']['PreviewResponse'];
export type ProblemResponse = components['schemas']['ProblemResponse'];
export type PromotionRequest = components['schemas']['PromotionRequest'];
export type ProposalRequest = components['schemas']['ProposalRequest'];
export type RandomApprovalResponse = components['schemas']['RandomApprovalResponse'];
export type RandomApprovalsDocument = components['schemas']['RandomApprovalsDocument'];
export type RandomApprovalsResponse = components['schemas']['RandomApprovalsResponse'];
export type RefusedLineResponse = components['schemas']['RefusedLineResponse'];
export type RefusedPageResponse = components['schemas']['RefusedPageResponse'];
export type ReplayRequest = components['schemas']['ReplayRequest'];
export type ReplayResponse = components['schemas']['ReplayResponse'];
export type ResolveIncidentRequest = components['schemas']['ResolveIncidentRequest'];
export type ReviewCapacityDocument = components['schemas']['ReviewCapacityDocument'];
export type RollBackRequest = components['schemas']['RollBackRequest'];
export type RollbackRequest = components['schemas']['RollbackRequest'];
export type RuleAmount = components['schemas']['RuleAmount'];
export type RuleDocument = components['schemas']['RuleDocument'];
export type SavedMappingResponse = components['schemas']['SavedMappingResponse'];
export type SilenceRequest = components['schemas']['SilenceRequest'];
export type SilenceResponse = components['schemas']['SilenceResponse'];
export type SilencesResponse = components['schemas']['SilencesResponse'];
export type SimulatedSpanResponse = components['schemas']['SimulatedSpanResponse'];
export type SimulationRequest = components['schemas']['SimulationRequest'];
export type SimulationRunResponse = components['schemas']['SimulationRunResponse'];
export type SimulationSideResponse = components['schemas']['SimulationSideResponse'];
export type SpanRequest = components['schemas']['SpanRequest'];
export type StatementTotalResponse = components['schemas']['StatementTotalResponse'];
export type StoredEventResponse = components['schemas']['StoredEventResponse'];
export type SupportRequestRequest = components['schemas']['SupportRequestRequest'];
export type SupportRequestResponse = components['schemas']['SupportRequestResponse'];
export type TrialRequest = components['schemas']['TrialRequest'];
export type TroubledEndpointResponse = components['schemas']['TroubledEndpointResponse'];
export type UnscoredBoundDocument = components['schemas']['UnscoredBoundDocument'];
export type WhatIfRequest = components['schemas']['WhatIfRequest'];
export type WithdrawalRequest = components['schemas']['WithdrawalRequest'];

/**
 * Assay operations: every operation of it.
 *
 * @throws ApiProblem from every function when the service refuses.
 * @throws ServiceAway from every function when the service was not reached.
 * @throws OutcomeUnknown from every command that was sent and got no answer.
 */
export class OperationsClient {
  readonly #api: ApiClient;

  constructor(options: ApiClientOptions) {
    this.#api = new ApiClient(options);
  }

  readonly approvals = {
    /**
     * Everything that waits for a second person: policies and models.
     *
     * `GET /v1/approvals`
     */
    approvals: (options?: CallOptions): Promise<ApprovalsResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/approvals' }, options),
  };

  readonly jobs = {
    /**
     * The jobs and how each last ended.
     *
     * `GET /v1/jobs`
     */
    jobs: (options?: CallOptions): Promise<readonly JobResponse[]> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/jobs' }, options),

    /**
     * Runs a job now and answers when it has ended.
     *
     * `POST /v1/jobs/{name}/run`
     */
    run: (
      input: {
        readonly name: string;
      },
      options?: CallOptions,
    ): Promise<JobEndResponse> =>
      callOperation(this.#api, { method: 'POST', path: '/v1/jobs/{name}/run', input }, options),
  };

  readonly importMappings = {
    /**
     * Mappings of banks’ CSV files, each in its last version.
     *
     * `GET /v1/import-mappings`
     */
    list: (options?: CallOptions): Promise<readonly SavedMappingResponse[]> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/import-mappings' }, options),

    /**
     * Saves a mapping; another one by the same name is a new version.
     *
     * `PUT /v1/import-mappings/{name}`
     */
    save: (
      input: {
        readonly name: string;
        readonly body: CsvMappingRequest;
      },
      options?: CallOptions,
    ): Promise<SavedMappingResponse> =>
      callOperation(
        this.#api,
        { method: 'PUT', path: '/v1/import-mappings/{name}', input },
        options,
      ),
  };

  readonly imports = {
    /**
     * Imports, the latest first.
     *
     * `GET /v1/imports`
     */
    list: (
      input: {
        readonly query?: NonNullable<operations['imports_list']['parameters']['query']>;
      } = {},
      options?: CallOptions,
    ): Promise<ImportPageResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/imports', input }, options),

    /** Every item of `list`, page by page. */
    listEach: (
      input: {
        readonly query?: NonNullable<operations['imports_list']['parameters']['query']>;
      } = {},
      options?: EachOptions,
    ): AsyncGenerator<ImportPageResponse['items'][number]> =>
      eachItem(this.#api, { path: '/v1/imports', input }, 'items', options),

    /**
     * One import: what its file holds, and what became of it.
     *
     * `GET /v1/imports/{importId}`
     */
    read: (
      input: {
        readonly importId: string;
      },
      options?: CallOptions,
    ): Promise<ImportResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/imports/{importId}', input }, options),

    /**
     * Lines that could not be read, whole and with the reason.
     *
     * `GET /v1/imports/{importId}/refused`
     */
    refused: (
      input: {
        readonly importId: string;
        readonly query?: NonNullable<operations['imports_refused']['parameters']['query']>;
      },
      options?: CallOptions,
    ): Promise<RefusedPageResponse> =>
      callOperation(
        this.#api,
        { method: 'GET', path: '/v1/imports/{importId}/refused', input },
        options,
      ),

    /** Every item of `refused`, page by page. */
    refusedEach: (
      input: {
        readonly importId: string;
        readonly query?: NonNullable<operations['imports_refused']['parameters']['query']>;
      },
      options?: EachOptions,
    ): AsyncGenerator<RefusedPageResponse['items'][number]> =>
      eachItem(this.#api, { path: '/v1/imports/{importId}/refused', input }, 'items', options),

    /**
     * Lines that say something else than what was recorded before.
     *
     * `GET /v1/imports/{importId}/differing`
     */
    differing: (
      input: {
        readonly importId: string;
        readonly query?: NonNullable<operations['imports_differing']['parameters']['query']>;
      },
      options?: CallOptions,
    ): Promise<DifferingPageResponse> =>
      callOperation(
        this.#api,
        { method: 'GET', path: '/v1/imports/{importId}/differing', input },
        options,
      ),

    /** Every item of `differing`, page by page. */
    differingEach: (
      input: {
        readonly importId: string;
        readonly query?: NonNullable<operations['imports_differing']['parameters']['query']>;
      },
      options?: EachOptions,
    ): AsyncGenerator<DifferingPageResponse['items'][number]> =>
      eachItem(this.#api, { path: '/v1/imports/{importId}/differing', input }, 'items', options),
  };

  readonly models = {
    /**
     * Champion, challenger, their comparison, and what waits for approval.
     *
     * `GET /v1/models`
     */
    models: (options?: CallOptions): Promise<ModelsResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/models' }, options),

    /**
     * Asks to promote the challenger; another person has to approve.
     *
     * `POST /v1/models/promotions`
     */
    promote: (
      input: {
        readonly body: PromotionRequest;
        readonly idempotencyKey?: string;
      },
      options?: CallOptions,
    ): Promise<ModelsResponse> =>
      callOperation(this.#api, { method: 'POST', path: '/v1/models/promotions', input }, options),

    /**
     * Asks to bring back an earlier champion; another person has to approve.
     *
     * `POST /v1/models/rollbacks`
     */
    rollBack: (
      input: {
        readonly body: RollbackRequest;
        readonly idempotencyKey?: string;
      },
      options?: CallOptions,
    ): Promise<ModelsResponse> =>
      callOperation(this.#api, { method: 'POST', path: '/v1/models/rollbacks', input }, options),

    /**
     * Approves a promotion or rollback that another person asked for.
     *
     * `POST /v1/models/requests/{requestId}/approval`
     */
    approve: (
      input: {
        readonly requestId: string;
        readonly body?: DecisionRequest;
      },
      options?: CallOptions,
    ): Promise<ModelsResponse> =>
      callOperation(
        this.#api,
        {
          method: 'POST',
          path: '/v1/models/requests/{requestId}/approval',
          input: { body: {}, ...input },
        },
        options,
      ),

    /**
     * Refuses a promotion or rollback, or takes one’s own back.
     *
     * `POST /v1/models/requests/{requestId}/refusal`
     */
    refuse: (
      input: {
        readonly requestId: string;
        readonly body?: DecisionRequest;
      },
      options?: CallOptions,
    ): Promise<ModelsResponse> =>
      callOperation(
        this.#api,
        {
          method: 'POST',
          path: '/v1/models/requests/{requestId}/refusal',
          input: { body: {}, ...input },
        },
        options,
      ),

    /**
     * Replays history with another model or other thresholds.
     *
     * `POST /v1/what-if`
     */
    start: (
      input: {
        readonly body?: WhatIfRequest;
      } = {},
      options?: CallOptions,
    ): Promise<operations['models_start']['responses'][202]['content']['application/json']> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/what-if', input: { body: {}, ...input } },
        options,
      ),

    /**
     * How far a replay is, and at its end what would have been different.
     *
     * `GET /v1/what-if/{id}`
     */
    run: (
      input: {
        readonly id: string;
      },
      options?: CallOptions,
    ): Promise<operations['models_run']['responses'][200]['content']['application/json']> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/what-if/{id}', input }, options),

    /**
     * The same as one page, to read, print or send.
     *
     * `GET /v1/what-if/{id}/page`
     */
    page: (
      input: {
        readonly id: string;
      },
      options?: CallOptions,
    ): Promise<string> =>
      callOperation(
        this.#api,
        { method: 'GET', path: '/v1/what-if/{id}/page', input, answer: 'text' },
        options,
      ),
  };

  readonly fraudPolicy = {
    /**
     * What decides, what is tried beside it, what waits and what was before.
     *
     * `GET /v1/fraud-policy`
     */
    standing: (options?: CallOptions): Promise<FraudPolicyResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/fraud-policy' }, options),

    /**
     * Who proposed, tried, activated and withdrew what, the last first.
     *
     * `GET /v1/fraud-policy/history`
     */
    history: (options?: CallOptions): Promise<PolicyHistoryResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/fraud-policy/history' }, options),

    /**
     * One policy that was proposed, in full.
     *
     * `GET /v1/fraud-policy/versions/{policyHash}`
     */
    version: (
      input: {
        readonly policyHash: string;
      },
      options?: CallOptions,
    ): Promise<PolicyVersionResponse> =>
      callOperation(
        this.#api,
        { method: 'GET', path: '/v1/fraud-policy/versions/{policyHash}', input },
        options,
      ),

    /**
     * Proposes a policy; it decides nothing until another person activates.
     *
     * `POST /v1/fraud-policy/proposals`
     */
    propose: (
      input: {
        readonly body: ProposalRequest;
        readonly idempotencyKey?: string;
      },
      options?: CallOptions,
    ): Promise<FraudPolicyResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/fraud-policy/proposals', input },
        options,
      ),

    /**
     * Proposes an earlier policy again; another person has to activate it.
     *
     * `POST /v1/fraud-policy/rollbacks`
     */
    rollBack: (
      input: {
        readonly body: RollBackRequest;
        readonly idempotencyKey?: string;
      },
      options?: CallOptions,
    ): Promise<FraudPolicyResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/fraud-policy/rollbacks', input },
        options,
      ),

    /**
     * Activates a policy that another person proposed, everywhere at once.
     *
     * `POST /v1/fraud-policy/versions/{policyHash}/activation`
     */
    activate: (
      input: {
        readonly policyHash: string;
        readonly body?: PolicyRequest;
        readonly idempotencyKey?: string;
      },
      options?: CallOptions,
    ): Promise<FraudPolicyResponse> =>
      callOperation(
        this.#api,
        {
          method: 'POST',
          path: '/v1/fraud-policy/versions/{policyHash}/activation',
          input: { body: {}, ...input },
        },
        options,
      ),

    /**
     * Takes a proposal back, one’s own or another’s.
     *
     * `POST /v1/fraud-policy/versions/{policyHash}/withdrawal`
     */
    withdraw: (
      input: {
        readonly policyHash: string;
        readonly body?: WithdrawalRequest;
        readonly idempotencyKey?: string;
      },
      options?: CallOptions,
    ): Promise<FraudPolicyResponse> =>
      callOperation(
        this.#api,
        {
          method: 'POST',
          path: '/v1/fraud-policy/versions/{policyHash}/withdrawal',
          input: { body: {}, ...input },
        },
        options,
      ),

    /**
     * Records from now on what a policy would say, without acting on it.
     *
     * `POST /v1/fraud-policy/trial`
     */
    startTrial: (
      input: {
        readonly body: TrialRequest;
        readonly idempotencyKey?: string;
      },
      options?: CallOptions,
    ): Promise<FraudPolicyResponse> =>
      callOperation(this.#api, { method: 'POST', path: '/v1/fraud-policy/trial', input }, options),

    /**
     * Ends the trial; what it recorded stays.
     *
     * `POST /v1/fraud-policy/trial/end`
     */
    endTrial: (
      input: {
        readonly body?: PolicyRequest;
        readonly idempotencyKey?: string;
      } = {},
      options?: CallOptions,
    ): Promise<FraudPolicyResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/fraud-policy/trial/end', input: { body: {}, ...input } },
        options,
      ),

    /**
     * What a policy, costs or thresholds would have done with past payments.
     *
     * `POST /v1/fraud-policy/simulations`
     */
    simulate: (
      input: {
        readonly body?: SimulationRequest;
      } = {},
      options?: CallOptions,
    ): Promise<SimulationRunResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/fraud-policy/simulations', input: { body: {}, ...input } },
        options,
      ),

    /**
     * What the policy on trial said of live payments, and what became of them.
     *
     * `POST /v1/fraud-policy/trial/report`
     */
    report: (
      input: {
        readonly body?: SpanRequest;
      } = {},
      options?: CallOptions,
    ): Promise<SimulationRunResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/fraud-policy/trial/report', input: { body: {}, ...input } },
        options,
      ),

    /**
     * How far a simulation or report is, and at its end what it found.
     *
     * `GET /v1/fraud-policy/simulations/{id}`
     */
    run: (
      input: {
        readonly id: string;
      },
      options?: CallOptions,
    ): Promise<SimulationRunResponse> =>
      callOperation(
        this.#api,
        { method: 'GET', path: '/v1/fraud-policy/simulations/{id}', input },
        options,
      ),

    /**
     * Payments of a day that chance let through, and what they come to.
     *
     * `GET /v1/fraud-policy/random-approvals`
     */
    list: (
      input: {
        readonly query?: NonNullable<operations['fraudPolicy_list']['parameters']['query']>;
      } = {},
      options?: CallOptions,
    ): Promise<RandomApprovalsResponse> =>
      callOperation(
        this.#api,
        { method: 'GET', path: '/v1/fraud-policy/random-approvals', input },
        options,
      ),
  };

  readonly reports = {
    /**
     * What the last weekly or monthly fraud watch found.
     *
     * `GET /v1/reports/fraud/{period}`
     */
    measures: (
      input: {
        readonly period: string;
      },
      options?: CallOptions,
    ): Promise<operations['reports_measures']['responses'][200]['content']['application/json']> =>
      callOperation(
        this.#api,
        { method: 'GET', path: '/v1/reports/fraud/{period}', input },
        options,
      ),

    /**
     * The same as one page with plots, to read, print or send.
     *
     * `GET /v1/reports/fraud/{period}/page`
     */
    page: (
      input: {
        readonly period: string;
      },
      options?: CallOptions,
    ): Promise<string> =>
      callOperation(
        this.#api,
        { method: 'GET', path: '/v1/reports/fraud/{period}/page', input, answer: 'text' },
        options,
      ),
  };

  readonly webhookEndpoints = {
    /**
     * Where to tell the caller what happens to its payments from now on.
     *
     * `POST /v1/webhook-endpoints`
     */
    register: (
      input: {
        readonly body: EndpointRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<EndpointResponse> =>
      callOperation(this.#api, { method: 'POST', path: '/v1/webhook-endpoints', input }, options),

    /**
     * Endpoints of the caller; of all clients for an operator.
     *
     * `GET /v1/webhook-endpoints`
     */
    list: (options?: CallOptions): Promise<readonly EndpointResponse[]> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/webhook-endpoints' }, options),

    /**
     * Endpoints of all clients that take nothing, the longest so first.
     *
     * `GET /v1/webhook-endpoints/attention`
     */
    attention: (options?: CallOptions): Promise<readonly TroubledEndpointResponse[]> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/webhook-endpoints/attention' }, options),

    /**
     * One endpoint of the caller.
     *
     * `GET /v1/webhook-endpoints/{endpointId}`
     */
    read: (
      input: {
        readonly endpointId: string;
      },
      options?: CallOptions,
    ): Promise<EndpointResponse> =>
      callOperation(
        this.#api,
        { method: 'GET', path: '/v1/webhook-endpoints/{endpointId}', input },
        options,
      ),

    /**
     * Changes what the body names; what waits goes where the URL leads now.
     *
     * `PATCH /v1/webhook-endpoints/{endpointId}`
     */
    edit: (
      input: {
        readonly endpointId: string;
        readonly body?: EndpointEditRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<EndpointResponse> =>
      callOperation(
        this.#api,
        {
          method: 'PATCH',
          path: '/v1/webhook-endpoints/{endpointId}',
          input: { body: {}, ...input },
        },
        options,
      ),

    /**
     * Sends it nothing more; what still waits is forgotten.
     *
     * `DELETE /v1/webhook-endpoints/{endpointId}`
     */
    remove: (
      input: {
        readonly endpointId: string;
      },
      options?: CallOptions,
    ): Promise<void> =>
      callOperation(
        this.#api,
        { method: 'DELETE', path: '/v1/webhook-endpoints/{endpointId}', input },
        options,
      ),

    /**
     * A new secret; for a day the one before signs as well.
     *
     * `POST /v1/webhook-endpoints/{endpointId}/secret`
     */
    replaceSecret: (
      input: {
        readonly endpointId: string;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<EndpointResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/webhook-endpoints/{endpointId}/secret', input },
        options,
      ),

    /**
     * Sends again to an endpoint that was disabled.
     *
     * `POST /v1/webhook-endpoints/{endpointId}/enable`
     */
    enable: (
      input: {
        readonly endpointId: string;
      },
      options?: CallOptions,
    ): Promise<EndpointResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/webhook-endpoints/{endpointId}/enable', input },
        options,
      ),

    /**
     * Messages that were given up, at most a thousand.
     *
     * `GET /v1/webhook-endpoints/{endpointId}/abandoned-messages`
     */
    abandoned: (
      input: {
        readonly endpointId: string;
      },
      options?: CallOptions,
    ): Promise<readonly AbandonedMessageResponse[]> =>
      callOperation(
        this.#api,
        { method: 'GET', path: '/v1/webhook-endpoints/{endpointId}/abandoned-messages', input },
        options,
      ),

    /**
     * Sends one message that was given up again.
     *
     * `POST /v1/webhook-endpoints/{endpointId}/abandoned-messages/{messageId}/replay`
     */
    revive: (
      input: {
        readonly endpointId: string;
        readonly messageId: string;
      },
      options?: CallOptions,
    ): Promise<void> =>
      callOperation(
        this.#api,
        {
          method: 'POST',
          path: '/v1/webhook-endpoints/{endpointId}/abandoned-messages/{messageId}/replay',
          input,
        },
        options,
      ),

    /**
     * Sends what happened from a position on again, with the same ids.
     *
     * `POST /v1/webhook-endpoints/{endpointId}/replay`
     */
    replay: (
      input: {
        readonly endpointId: string;
        readonly body: ReplayRequest;
      },
      options?: CallOptions,
    ): Promise<ReplayResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/webhook-endpoints/{endpointId}/replay', input },
        options,
      ),
  };

  readonly webhookDeliveries = {
    /**
     * What was sent to one endpoint and what it answered, the latest first.
     *
     * `GET /v1/webhook-endpoints/{endpointId}/deliveries`
     */
    ofEndpoint: (
      input: {
        readonly endpointId: string;
        readonly query?: NonNullable<
          operations['webhookDeliveries_ofEndpoint']['parameters']['query']
        >;
      },
      options?: CallOptions,
    ): Promise<DeliveriesResponse> =>
      callOperation(
        this.#api,
        { method: 'GET', path: '/v1/webhook-endpoints/{endpointId}/deliveries', input },
        options,
      ),

    /** Every item of `ofEndpoint`, page by page. */
    ofEndpointEach: (
      input: {
        readonly endpointId: string;
        readonly query?: NonNullable<
          operations['webhookDeliveries_ofEndpoint']['parameters']['query']
        >;
      },
      options?: EachOptions,
    ): AsyncGenerator<DeliveriesResponse['items'][number]> =>
      eachItem(
        this.#api,
        { path: '/v1/webhook-endpoints/{endpointId}/deliveries', input },
        'items',
        options,
      ),

    /**
     * Where one message was sent and what was answered.
     *
     * `GET /v1/webhook-messages/{messageId}/deliveries`
     */
    ofMessage: (
      input: {
        readonly messageId: string;
        readonly query?: NonNullable<
          operations['webhookDeliveries_ofMessage']['parameters']['query']
        >;
      },
      options?: CallOptions,
    ): Promise<DeliveriesResponse> =>
      callOperation(
        this.#api,
        { method: 'GET', path: '/v1/webhook-messages/{messageId}/deliveries', input },
        options,
      ),

    /** Every item of `ofMessage`, page by page. */
    ofMessageEach: (
      input: {
        readonly messageId: string;
        readonly query?: NonNullable<
          operations['webhookDeliveries_ofMessage']['parameters']['query']
        >;
      },
      options?: EachOptions,
    ): AsyncGenerator<DeliveriesResponse['items'][number]> =>
      eachItem(
        this.#api,
        { path: '/v1/webhook-messages/{messageId}/deliveries', input },
        'items',
        options,
      ),

    /**
     * Sends a message of the type webhook.test at once, and once.
     *
     * `POST /v1/webhook-endpoints/{endpointId}/test`
     */
    test: (
      input: {
        readonly endpointId: string;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<DeliveryResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/webhook-endpoints/{endpointId}/test', input },
        options,
      ),

    /**
     * Sends one message again, with the same id.
     *
     * `POST /v1/webhook-endpoints/{endpointId}/messages/{messageId}/replay`
     */
    replay: (
      input: {
        readonly endpointId: string;
        readonly messageId: string;
      },
      options?: CallOptions,
    ): Promise<void> =>
      callOperation(
        this.#api,
        {
          method: 'POST',
          path: '/v1/webhook-endpoints/{endpointId}/messages/{messageId}/replay',
          input,
        },
        options,
      ),
  };

  readonly audit = {
    /**
     * How far the tree is, and whether anything shows that the store changed.
     *
     * `GET /v1/audit/status`
     */
    status: (options?: CallOptions): Promise<AuditStatusResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/audit/status' }, options),

    /**
     * The public keys of the heads.
     *
     * `GET /v1/audit/keys`
     */
    keys: (options?: CallOptions): Promise<readonly AuditKeyResponse[]> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/audit/keys' }, options),

    /**
     * The signed heads, the latest first.
     *
     * `GET /v1/audit/checkpoints`
     */
    checkpoints: (
      input: {
        readonly query?: NonNullable<operations['audit_checkpoints']['parameters']['query']>;
      } = {},
      options?: CallOptions,
    ): Promise<CheckpointsResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/audit/checkpoints', input }, options),

    /** Every item of `checkpoints`, page by page. */
    checkpointsEach: (
      input: {
        readonly query?: NonNullable<operations['audit_checkpoints']['parameters']['query']>;
      } = {},
      options?: EachOptions,
    ): AsyncGenerator<CheckpointsResponse['items'][number]> =>
      eachItem(this.#api, { path: '/v1/audit/checkpoints', input }, 'items', options),

    /**
     * Signs a head of all there is now.
     *
     * `POST /v1/audit/checkpoints`
     */
    sign: (options?: CallOptions): Promise<CheckpointResponse> =>
      callOperation(this.#api, { method: 'POST', path: '/v1/audit/checkpoints' }, options),

    /**
     * An event as it is stored, its proof, and the head that the proof leads to.
     *
     * `GET /v1/audit/events/{eventId}`
     */
    evidence: (
      input: {
        readonly eventId: string;
      },
      options?: CallOptions,
    ): Promise<EvidenceResponse> =>
      callOperation(
        this.#api,
        { method: 'GET', path: '/v1/audit/events/{eventId}', input },
        options,
      ),

    /**
     * That an event is a leaf of a head’s tree.
     *
     * `GET /v1/audit/proofs/inclusion`
     */
    inclusion: (
      input: {
        readonly query?: NonNullable<operations['audit_inclusion']['parameters']['query']>;
      } = {},
      options?: CallOptions,
    ): Promise<InclusionResponse> =>
      callOperation(
        this.#api,
        { method: 'GET', path: '/v1/audit/proofs/inclusion', input },
        options,
      ),

    /**
     * That a head’s tree is the beginning of a later one.
     *
     * `GET /v1/audit/proofs/consistency`
     */
    consistency: (
      input: {
        readonly query: NonNullable<operations['audit_consistency']['parameters']['query']>;
      },
      options?: CallOptions,
    ): Promise<ConsistencyResponse> =>
      callOperation(
        this.#api,
        { method: 'GET', path: '/v1/audit/proofs/consistency', input },
        options,
      ),

    /**
     * Hashes of leaves, in log order.
     *
     * `GET /v1/audit/leaves`
     */
    leaves: (
      input: {
        readonly query: NonNullable<operations['audit_leaves']['parameters']['query']>;
      },
      options?: CallOptions,
    ): Promise<LeavesResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/audit/leaves', input }, options),
  };

  readonly alerts = {
    /**
     * Alerts that fire, and the channels that tell of them.
     *
     * `GET /v1/alerts`
     */
    alerts: (options?: CallOptions): Promise<AlertsResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/alerts' }, options),

    /**
     * Silences that hold now.
     *
     * `GET /v1/alerts/silences`
     */
    silences: (options?: CallOptions): Promise<SilencesResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/alerts/silences' }, options),

    /**
     * Tells no one of an alert for a time; it is listed all the same.
     *
     * `POST /v1/alerts/silences`
     */
    silence: (
      input: {
        readonly body: SilenceRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<SilenceResponse> =>
      callOperation(this.#api, { method: 'POST', path: '/v1/alerts/silences', input }, options),

    /**
     * Ends a silence; an alert that still fires reaches people then.
     *
     * `DELETE /v1/alerts/silences/{silenceId}`
     */
    unsilence: (
      input: {
        readonly silenceId: string;
      },
      options?: CallOptions,
    ): Promise<void> =>
      callOperation(
        this.#api,
        { method: 'DELETE', path: '/v1/alerts/silences/{silenceId}', input },
        options,
      ),

    /**
     * Sends a test message by one channel and says what became of it.
     *
     * `POST /v1/alerts/channels/{channel}/test`
     */
    test: (
      input: {
        readonly channel: string;
      },
      options?: CallOptions,
    ): Promise<ChannelTestResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/alerts/channels/{channel}/test', input },
        options,
      ),
  };

  readonly incidents = {
    /**
     * The last incidents, the newest first.
     *
     * `GET /v1/incidents`
     */
    list: (options?: CallOptions): Promise<IncidentsResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/incidents' }, options),

    /**
     * One incident.
     *
     * `GET /v1/incidents/{incidentId}`
     */
    one: (
      input: {
        readonly incidentId: string;
      },
      options?: CallOptions,
    ): Promise<IncidentResponse> =>
      callOperation(
        this.#api,
        { method: 'GET', path: '/v1/incidents/{incidentId}', input },
        options,
      ),

    /**
     * What happened, who was told and who answered, the first one first.
     *
     * `GET /v1/incidents/{incidentId}/timeline`
     */
    timeline: (
      input: {
        readonly incidentId: string;
      },
      options?: CallOptions,
    ): Promise<IncidentTimelineResponse> =>
      callOperation(
        this.#api,
        { method: 'GET', path: '/v1/incidents/{incidentId}/timeline', input },
        options,
      ),

    /**
     * A draft of the post-mortem, from the events.
     *
     * `GET /v1/incidents/{incidentId}/post-mortem`
     */
    postMortem: (
      input: {
        readonly incidentId: string;
      },
      options?: CallOptions,
    ): Promise<string> =>
      callOperation(
        this.#api,
        { method: 'GET', path: '/v1/incidents/{incidentId}/post-mortem', input, answer: 'text' },
        options,
      ),

    /**
     * The caller answers: it is not escalated as unanswered any more.
     *
     * `POST /v1/incidents/{incidentId}/acknowledge`
     */
    acknowledge: (
      input: {
        readonly incidentId: string;
      },
      options?: CallOptions,
    ): Promise<IncidentResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/incidents/{incidentId}/acknowledge', input },
        options,
      ),

    /**
     * Makes it the work of one person.
     *
     * `POST /v1/incidents/{incidentId}/assign`
     */
    assign: (
      input: {
        readonly incidentId: string;
        readonly body: AssignIncidentRequest;
      },
      options?: CallOptions,
    ): Promise<IncidentResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/incidents/{incidentId}/assign', input },
        options,
      ),

    /**
     * Adds a note; also after the end.
     *
     * `POST /v1/incidents/{incidentId}/notes`
     */
    note: (
      input: {
        readonly incidentId: string;
        readonly body: IncidentNoteRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<IncidentResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/incidents/{incidentId}/notes', input },
        options,
      ),

    /**
     * Ends it, also while its alerts still fire.
     *
     * `POST /v1/incidents/{incidentId}/resolve`
     */
    resolve: (
      input: {
        readonly incidentId: string;
        readonly body: ResolveIncidentRequest;
      },
      options?: CallOptions,
    ): Promise<IncidentResponse> =>
      callOperation(
        this.#api,
        { method: 'POST', path: '/v1/incidents/{incidentId}/resolve', input },
        options,
      ),

    /**
     * Asks for help: it becomes an incident, or joins one.
     *
     * `POST /v1/support-requests`
     */
    ask: (
      input: {
        readonly body: SupportRequestRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<SupportRequestResponse> =>
      callOperation(this.#api, { method: 'POST', path: '/v1/support-requests', input }, options),
  };

  readonly onCall = {
    /**
     * Who answers now, and by which schedules and overrides.
     *
     * `GET /v1/on-call`
     */
    show: (options?: CallOptions): Promise<OnCallResponse> =>
      callOperation(this.#api, { method: 'GET', path: '/v1/on-call' }, options),

    /**
     * Sets the weekly schedule of a role; it has no gap and no overlap.
     *
     * `PUT /v1/on-call/{role}`
     */
    schedule: (
      input: {
        readonly role: string;
        readonly body: OnCallScheduleRequest;
      },
      options?: CallOptions,
    ): Promise<OnCallResponse> =>
      callOperation(this.#api, { method: 'PUT', path: '/v1/on-call/{role}', input }, options),

    /**
     * Lets another person answer for a while; the last one made decides.
     *
     * `POST /v1/on-call/overrides`
     */
    override: (
      input: {
        readonly body: OnCallOverrideRequest;
        readonly idempotencyKey: string;
      },
      options?: CallOptions,
    ): Promise<OnCallResponse> =>
      callOperation(this.#api, { method: 'POST', path: '/v1/on-call/overrides', input }, options),
  };

  /** Lets go of idle connections. */
  close(): void {
    this.#api.close();
  }
}
