import type { Logger } from '#platform';

/** The process's logger, as something Nest can inject. */
export class Log {
  constructor(private readonly logger: Logger) {}

  info(fields: object, message: string): void {
    this.logger.info(fields, message);
  }

  warn(fields: object, message: string): void {
    this.logger.warn(fields, message);
  }

  /** A person must act. */
  error(fields: object, message: string): void {
    this.logger.error(fields, message);
  }
}
