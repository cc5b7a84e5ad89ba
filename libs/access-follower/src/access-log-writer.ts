import { randomUUID } from 'node:crypto';
import { Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { ACCESS_LOG_STREAM, type AccessesNoted, type AccessEntry } from '#access';
import { EventStore, recordEvent } from '#event-store';
import { AccessNotes, Logger } from '#platform';

const GATHER_MS = 500;
const RETRY_MS = 2_000;
const ENTRIES_MAX = 200;
/** Kept while the store is away; beyond it the log says how many are lost. */
const WAITING_MAX = 20_000;

/**
 * Records who read, took out or changed what, a few hundred to an event. What a process had not
 * recorded when it was killed is lost: at most half a second of it, or what came while the store
 * was away.
 */
@Injectable()
export class AccessLogWriter implements OnModuleInit, BeforeApplicationShutdown {
  #waiting: AccessEntry[] = [];
  #lost = 0;
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: EventStore,
    private readonly notes: AccessNotes,
    private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.notes.onNote = (note) => {
      if (this.#waiting.length < WAITING_MAX) this.#waiting.push(note);
      else this.#lost += 1;
      this.#writeIn(GATHER_MS);
    };
  }

  /** Before the store is closed, which is of a module that this one needs. */
  async beforeApplicationShutdown(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    await this.#writing;
    await this.#write();
  }

  #writeIn(ms: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#writing = this.#write();
    }, ms);
    this.#timer.unref();
  }

  async #write(): Promise<void> {
    while (this.#waiting.length > 0) {
      const entries = this.#waiting.slice(0, ENTRIES_MAX);
      const event: AccessesNoted = { type: 'AccessesNoted', data: { entries } };
      const cause = { client: 'assay', actor: 'access-log', commandId: randomUUID() };
      try {
        await recordEvent(this.store, { stream: ACCESS_LOG_STREAM }, cause, event);
      } catch (error) {
        const { length: waiting } = this.#waiting;
        const facts = { err: error, waiting, lost: this.#lost };
        this.logger.error(facts, 'the access log is not recorded for now');
        this.#writeIn(RETRY_MS);
        return;
      }
      this.#waiting = this.#waiting.slice(entries.length);
    }
  }
}
