export { ApiClient, type ApiClientOptions, type Call } from './api-client.js';
export {
  PaymentsClient,
  type Amount,
  type InitiateCommand,
  type PaymentReply,
} from './payments-client.js';
export { ApiProblem, ServiceAway, type ProblemBody } from './problems.js';
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
