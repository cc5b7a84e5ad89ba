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
export { newIdempotencyKey } from './idempotency-key.js';
export { type CsvRow, type EachOptions, type Exported } from './lists.js';
export type { CallOptions } from './operation.js';
export { fetchTransport, type Fetch } from './fetch-transport.js';
export { NoAnswer } from './no-answer.js';
export {
  ApiProblem,
  isLedgerError,
  OutcomeUnknown,
  ServiceAway,
  type FieldProblem,
  type LedgerError,
  type ProblemBody,
  type ProblemCode,
  type ProblemHeaders,
  type ProblemKind,
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
export {
  verifyWebhook,
  WebhookRefused,
  type TestWebhook,
  type UnrecognisedWebhook,
  type VerifiedWebhook,
  type WebhookEvent,
  type WebhookFault,
  type WebhookOf,
  type WebhookRequest,
  type WebhookRules,
  type WebhookType,
} from './webhooks.js';
