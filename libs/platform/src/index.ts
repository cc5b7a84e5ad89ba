export { loadConfig, InvalidConfig } from './config.js';
export {
  ApiKeysConfig,
  HttpConfig,
  IsIntegerFrom,
  IsPortNumber,
  IsServiceUrl,
  ProviderConfig,
  StoreConfig,
} from './config-parts.js';
export { createLogger, NestLogger, silentLogger, type Logger } from './logger.js';
export { findCardData } from './card-data.js';
export { holdsCardNumber } from './card-number.js';
export { traceparentOf } from './traceparent.js';
export { idempotencyKeyOf } from './idempotency-key.js';
export { Translated } from './card-data.guard.js';
export {
  HTTP_PROBLEMS,
  Problem,
  refusalDocument,
  type HttpProblemCode,
  type ProblemDocument,
  type RefusalStatus,
} from './problem.js';
export { ProblemResponse } from './problem.response.js';
export { ProblemFilter, type ProblemMapping } from './problem.filter.js';
export {
  ApiKeyGuard,
  ApiKeys,
  callerOf,
  hashKey,
  Public,
  Roles,
  ROLES,
  type Caller,
  type Role,
} from './api-keys.js';
export { Health, type HealthCheck, type HealthReport } from './health.js';
export { HealthController } from './health.controller.js';
export { startHealthServer } from './health-server.js';
export { createHttpApp, createValidationPipe, type HttpAppOptions } from './http-app.js';
export { BoundedLog } from './bounded-log.js';
export { BodyPipe } from './body.pipe.js';
export { histogramSamples, Metrics, type ReadMetric, type Sample } from './metrics.js';
export { IsTime } from './time.validator.js';
export { describeHttpApp } from './openapi.js';
export { IsWholeNumber } from './whole-number.validator.js';
export { hasLength, IsId, IsText, isStorable } from './text.validator.js';
export { UuidPipe } from './uuid.pipe.js';
export { untilStopped } from './until-stopped.js';
export { run } from './run.js';
export { replaceFile, replaceFileSync } from './replace-file.js';
export { survivesLostOutput, writeOutput } from './log-output.js';
