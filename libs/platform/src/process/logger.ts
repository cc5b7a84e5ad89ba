import { Injectable, type LoggerService } from '@nestjs/common';
import { pino, type DestinationStream } from 'pino';
import { logOutput } from './log-output.js';
import { withoutSecrets } from './without-secrets.js';

/** Where a process writes what happens: fields for machines, a sentence for people. */
export abstract class Logger {
  /** A person must act. */
  abstract error(fields: object, message: string): void;

  /** It healed itself, or will. */
  abstract warn(fields: object, message: string): void;

  abstract info(fields: object, message: string): void;
  abstract debug(fields: object, message: string): void;
  abstract trace(fields: object, message: string): void;
}

/**
 * JSON lines on stdout, without secrets.
 *
 * @param name the process, as in `command-service`.
 */
export function createLogger(
  name: string,
  level: string,
  output: DestinationStream = logOutput(),
): Logger {
  // Errors are written out there; pino would take the copy for another error, of another type.
  const serializers = { err: (written: unknown): unknown => written };
  return pino({ name, level, serializers, formatters: { log: withoutSecrets } }, output);
}

/** A logger that writes nothing, for tests and tools. */
export function silentLogger(): Logger {
  return pino({ level: 'silent' });
}

/** Lets Nest write through our logger. Its start-up chatter is debugging, not information. */
@Injectable()
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: unknown): void {
    this.logger.debug({ context }, String(message));
  }

  error(message: unknown, ...details: unknown[]): void {
    this.logger.error({ details }, String(message));
  }

  warn(message: unknown, context?: unknown): void {
    this.logger.warn({ context }, String(message));
  }

  debug(message: unknown, context?: unknown): void {
    this.logger.debug({ context }, String(message));
  }

  verbose(message: unknown, context?: unknown): void {
    this.logger.trace({ context }, String(message));
  }
}
