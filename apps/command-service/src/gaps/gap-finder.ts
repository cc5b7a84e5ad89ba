import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import {
  assertContinues,
  EventStore,
  formatPosition,
  lastMark,
  parsePosition,
  StoreDiverged,
} from '#event-store';
import { Clock, Logger, type ReadMetric, replaceFile } from '#platform';
import { ProviderMisuse, ProviderUnavailable, type PaymentProvider } from '#provider-port';
import { Config } from '../config.js';
import { Providers } from '../provider-call/providers.js';
import { WebhookApplier } from '../webhooks/webhook-applier.js';
import { WebhookInbox, type KeptWebhook } from '../webhooks/webhook-inbox.js';
import { GapRecord } from './gap-record.js';
import { until } from './until.js';

/** Providers list an event a while after they made it. */
const OVERLAP_MS = 10 * 60_000;
const DAY_MS = 86_400_000;
/** Providers keep their lists this long. */
const KEPT_MS = 30 * DAY_MS;

/** Up to when a provider's list was compared, with a store that had this event then. */
type SearchedTo = { readonly at: string; readonly position: string; readonly eventId: string };

/** By provider; only the instant while the store was empty, and in files of before. */
type SearchProgress = Record<string, SearchedTo | string>;

type GapSearchResult = { readonly missing: number; readonly complete: boolean };

/**
 * Compares each provider's list of events with the deliveries we kept, and keeps what is missing as
 * if it had been delivered: a webhook that was lost, or came while nobody listened.
 */
@Injectable()
export class GapFinder implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> = Promise.resolve();
  readonly #stopping = new AbortController();
  readonly #record = new GapRecord();

  constructor(
    private readonly eventStore: EventStore,
    private readonly providers: Providers,
    private readonly inbox: WebhookInbox,
    private readonly applier: WebhookApplier,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  get metrics(): readonly ReadMetric[] {
    return this.#record.metrics;
  }

  async onApplicationBootstrap(): Promise<void> {
    for (const [provider, to] of Object.entries(await this.#load())) {
      this.#record.restore(provider, typeof to === 'string' ? to : to.at);
    }
    this.#plan(Math.min(this.config.GAP_SEARCH_EVERY_MS, 5_000));
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stopping.abort();
    if (this.#timer) clearTimeout(this.#timer);
    await this.#running;
  }

  /** One search at every provider. @returns how many deliveries were missing. */
  async search(): Promise<number> {
    const searched = await this.#load();
    let missing = 0;
    for (const provider of this.providers.all) {
      const at = this.clock.nowIso;
      const from = await this.#fromOf(searched[provider.name]);
      const found = await this.#searchOne(provider, from);
      missing += found.missing;
      if (!found.complete) {
        this.#record.interrupted(provider.name, found);
        continue;
      }
      this.#record.complete(provider.name, { ...found, at });
      searched[provider.name] = await this.#searchedTo(at);
      await replaceFile(this.#file, JSON.stringify(searched));
    }
    return missing;
  }

  /** Where it is not complete, the same time is searched again. */
  async #searchOne(provider: PaymentProvider, from: string): Promise<GapSearchResult> {
    let missing = 0;
    try {
      const { signal } = this.#stopping;
      for await (const webhook of until(signal, provider.events(from))) {
        if (await this.inbox.has(webhook)) continue;
        const kept = await this.inbox.keep(webhook, null);
        missing += 1;
        if (kept !== null) await this.#apply(kept);
      }
    } catch (error) {
      const away = error instanceof ProviderUnavailable || error instanceof ProviderMisuse;
      if (!away) throw error;
      this.logger.warn({ provider: provider.name, reason: error.message }, 'gaps not searched');
      return { missing, complete: false };
    }
    if (missing > 0) this.logger.info({ provider: provider.name, missing }, 'lost webhooks found');
    return { missing, complete: !this.#stopping.signal.aborted };
  }

  /**
   * The first search looks back: deliveries may have come before this process was there. In a store
   * that was restored, deliveries of any time may be missing again.
   */
  async #fromOf(to: SearchedTo | string | undefined): Promise<string> {
    const { nowMs } = this.clock;
    const lookBackMs = this.config.GAP_LOOK_BACK_DAYS * DAY_MS;
    const at = typeof to === 'object' ? to.at : to;
    const fromMs = at === undefined ? nowMs - lookBackMs : Date.parse(at);
    const lost = typeof to === 'object' && !(await this.#continues(to));
    const earliestMs = nowMs - KEPT_MS;
    return new Date(lost ? earliestMs : Math.max(fromMs - OVERLAP_MS, earliestMs)).toISOString();
  }

  async #searchedTo(at: string): Promise<SearchedTo | string> {
    const mark = await lastMark(this.eventStore);
    if (!mark?.eventId) return at;
    return { at, position: formatPosition(mark.position), eventId: mark.eventId };
  }

  async #continues({ position, eventId }: SearchedTo): Promise<boolean> {
    try {
      await assertContinues(this.eventStore, { position: parsePosition(position), eventId });
      return true;
    } catch (error) {
      if (!(error instanceof StoreDiverged)) throw error;
      this.logger.error(
        { err: error },
        'lost webhooks are searched for as long as providers keep them',
      );
      return false;
    }
  }

  /** What fails here stands in the inbox, and the resumer takes it up. */
  async #apply(kept: KeptWebhook): Promise<void> {
    try {
      await this.applier.apply(kept);
    } catch (error) {
      this.logger.warn(
        { err: error, stream: kept.stream },
        'webhook not applied yet, will be resumed',
      );
    }
  }

  #plan(afterMs: number): void {
    if (this.#stopping.signal.aborted) return;
    this.#timer = setTimeout(() => {
      this.#running = this.search()
        .then(() => undefined)
        .catch((error: unknown) => {
          this.logger.error({ err: error }, 'gap search failed');
        })
        .finally(() => {
          this.#plan(this.config.GAP_SEARCH_EVERY_MS);
        });
    }, afterMs);
    this.#timer.unref();
  }

  get #file(): string {
    return join(this.config.DATA_DIR, 'command-service', 'gaps.json');
  }

  /** Without it, the next search is a first one. */
  async #load(): Promise<SearchProgress> {
    try {
      return JSON.parse(await readFile(this.#file, 'utf8')) as SearchProgress;
    } catch {
      return {};
    }
  }
}
