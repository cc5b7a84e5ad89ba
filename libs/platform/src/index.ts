export { InvalidConfig } from '#environment';
export { loadConfig } from './config/config.js';
export {
  ApiKeysConfig,
  HttpConfig,
  IsIntegerFrom,
  IsPortNumber,
  IsServiceUrl,
  PrivacyConfig,
  ProviderConfig,
  StoreConfig,
} from './config/config-parts.js';
export { Clock } from './process/clock.js';
export { createLogger, NestLogger, silentLogger, Logger } from './process/logger.js';
export { findCardData } from './card-data/card-data.js';
export { holdsCardNumber } from './card-data/card-number.js';
export { traceparentOf } from './card-data/traceparent.js';
export {
  IdempotencyKey,
  idempotencyKeyOf,
  NamedByKey,
  Requester,
} from './validation/idempotency-key.js';
export { Translated } from './card-data/card-data.guard.js';
export {
  HTTP_PROBLEMS,
  Problem,
  refusalDocument,
  type HttpProblemCode,
  type ProblemDocument,
  type RefusalStatus,
} from './problem/problem.js';
export { ProblemResponse } from './problem/problem.response.js';
export { ProblemFilter, type ProblemMapping } from './problem/problem.filter.js';
export { AccessNotes, type AccessNote } from './keys/access-notes.js';
export { ApiKeys, hashKey } from './keys/api-keys.js';
export {
  ApiKeyGuard,
  ByMerchant,
  Caller,
  callerOf,
  Noted,
  NotedExport,
  Public,
  Roles,
} from './keys/guard.js';
export { isOfMerchants, PAYMENT_READERS, personOf, ROLES, type Role } from '#access';
export { Health, type HealthCheck, type HealthReport } from './health/health.js';
export { HealthController } from './health/health.controller.js';
export { startHealthServer } from './health/health-server.js';
export { createValidationPipe } from './validation/validation-pipe.js';
export { Answer, markReplayed } from './http/answer.js';
export { markFile } from './http/arriving-bodies.js';
export {
  openApiDocumentOf,
  runHttpApp,
  startHttpApp,
  type HttpService,
  type RunningApp,
} from './http/run-http-app.js';
export { BoundedLog } from './process/bounded-log.js';
export { BodyPipe } from './validation/body.pipe.js';
export { histogramSamples, Metrics, type ReadMetric, type Sample } from './metrics/metrics.js';
export { IsTime } from './validation/time.validator.js';
export { openApiTextOf } from './openapi/document.js';
export { describeHttpApp } from './openapi/openapi.js';
export { IsWholeNumber } from './validation/whole-number.validator.js';
export { hasLength, IsId, IsText, isStorable } from './validation/text.validator.js';
export { UuidPipe } from './validation/uuid.pipe.js';
export { untilStopped } from './process/until-stopped.js';
export { escapeHtml, htmlTable, pagePolicy } from './html.js';
export { run } from './process/run.js';
export { makeFolder } from './process/make-folder.js';
export { replaceFile, replaceFileSync } from './process/replace-file.js';
export { survivesLostOutput, writeOutput } from './process/log-output.js';
export { Deprecated } from './deprecation/deprecated.js';
export { addVary } from './http/vary.js';
export { cookieOf, ENDED_COOKIE, tokenOf } from './sessions/session-cookie.js';
export { IsRate } from './limits/rate.validator.js';
export { rateOf, type Rate } from './limits/rate.js';
export { RateLimited } from './limits/rate-limited.js';
export { TokenBuckets } from './limits/token-buckets.js';
export { Refusals } from './problem/refusals.js';
export { WrongKeys } from './keys/wrong-keys.js';
