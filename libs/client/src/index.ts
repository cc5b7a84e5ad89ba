export { ApiClient, type ApiClientOptions, type Call } from './api-client.js';
export type * as CommandServiceTypes from './generated/command-service-client.js';
export { CommandServiceClient } from './generated/command-service-client.js';
export type * as OperationsTypes from './generated/operations-client.js';
export { OperationsClient } from './generated/operations-client.js';
export type * as ProjectionServiceTypes from './generated/projection-service-client.js';
export { ProjectionServiceClient } from './generated/projection-service-client.js';
export {
  PaymentsClient,
  type Amount,
  type InitiateCommand,
  type PaymentReply,
} from './payments-client.js';
export { fetchTransport, type Fetch } from './fetch-transport.js';
export { NoAnswer } from './no-answer.js';
export {
  ApiProblem,
  OutcomeUnknown,
  ServiceAway,
  type FieldProblem,
  type ProblemBody,
  type ProblemHeaders,
} from './problems.js';
export type { Transport, WireAnswer, WireRequest } from './transport.js';
export {
  ViewsClient,
  type AccountState,
  type CaseState,
  type Digest,
  type PaymentRow,
  type ReconciliationSummary,
  type TrialBalance,
  type ViewRebuild,
  type ViewState,
} from './views-client.js';
