export { ApiClient, type ApiClientOptions, type Call } from './api-client.js';
export {
  PaymentsClient,
  type Amount,
  type InitiateCommand,
  type PaymentReply,
} from './payments-client.js';
export { ApiProblem, ServiceAway, type ProblemBody } from './problems.js';
