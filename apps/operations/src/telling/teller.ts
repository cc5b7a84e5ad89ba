import { setTimeout as sleep } from 'node:timers/promises';
import { openTellings, type Incident, type Telling } from '#incidents';
import type { Logger } from '#platform';
import type { ChannelName } from '../alert-settings/channel-names.js';
import type { Channel } from './channel.js';
import type { ChannelStates } from './channel-states.js';
import type { Message } from './message.js';

/** Where incidents are, and where what was told is recorded. */
export type ToldIncidents = {
  active(): readonly Incident[];
  recordTold(telling: Telling, at: { route: string; channel: ChannelName }): Promise<unknown>;
  recordFailed(
    telling: Telling,
    at: { route: string; channel: ChannelName; reason: string },
  ): Promise<unknown>;
};

export type TellerSettings = {
  /** By route, the channels to try in turn; only those that are set up. */
  readonly chains: ReadonlyMap<string, readonly Channel[]>;
  /** Waits between the attempts at one channel. */
  readonly retryMs: readonly number[];
  /** From one turn over all channels of a route that failed to the next. */
  readonly roundMs: number;
  readonly messageOf: (telling: Telling, incident: Incident) => Message;
};

/** Keeps the promises to tell people: on each route one after another, until a channel takes it. */
export class Teller {
  readonly #running = new Map<string, Promise<void>>();
  readonly #stopping = new AbortController();

  constructor(
    private readonly incidents: ToldIncidents,
    private readonly settings: TellerSettings,
    private readonly states: ChannelStates,
    private readonly logger: Logger,
  ) {}

  /** Goes on with every route on which something is promised. */
  wake(): void {
    for (const { incidentId, ...incident } of this.incidents.active()) {
      for (const { route } of openTellings({ incidentId, ...incident })) {
        const key = `${incidentId} ${route}`;
        if (this.#running.has(key) || this.#stopping.signal.aborted) continue;
        const work = this.#work(incidentId, route)
          .catch((error: unknown) => {
            this.logger.warn({ err: error, incidentId, route }, 'telling could not be recorded');
          })
          .finally(() => this.#running.delete(key));
        this.#running.set(key, work);
      }
    }
  }

  /** Resolves once nothing more is being told for now. For tests, and for an orderly end. */
  async settled(): Promise<void> {
    await Promise.all(this.#running.values());
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.settled();
  }

  async #work(incidentId: string, route: string): Promise<void> {
    for (;;) {
      const next = this.#nextOf(incidentId, route);
      if (!next || this.#stopping.signal.aborted) return;
      if (!(await this.#tell(next.telling, route))) {
        await this.#pause(this.settings.roundMs);
      }
    }
  }

  #nextOf(incidentId: string, route: string): { telling: Telling; incident: Incident } | null {
    const chain = this.settings.chains.get(route) ?? [];
    const incident = this.incidents.active().find((each) => each.incidentId === incidentId);
    if (!incident || chain.length === 0) return null;
    const next = openTellings(incident).find((each) => each.route === route);
    return next ? { telling: next.telling, incident } : null;
  }

  async #tell(telling: Telling, route: string): Promise<boolean> {
    for (const channel of this.#chainFor(telling, route)) {
      const reason = await this.#tryChannel(channel, telling);
      if (this.#stopping.signal.aborted && reason !== null) return false;
      const at = { route, channel: channel.name };
      if (reason === null) {
        await this.incidents.recordTold(telling, at);
        return true;
      }
      const isKnown = telling.failed.some((each) => each.channel === channel.name);
      if (!isKnown) await this.incidents.recordFailed(telling, { ...at, reason });
    }
    return false;
  }

  /** An answer and the end go where the beginning went. */
  #chainFor({ incidentId, reason }: Telling, route: string): readonly Channel[] {
    const chain = this.settings.chains.get(route) ?? [];
    if (reason !== 'acknowledged' && reason !== 'resolved') return chain;
    const incident = this.incidents.active().find((each) => each.incidentId === incidentId);
    const told = (incident?.tellings ?? []).flatMap((each) => each.told);
    const used = chain.filter(({ name }) => told.some((each) => each.channel === name));
    return used.length > 0 ? used : chain;
  }

  /** Why it failed; null when it was told. */
  async #tryChannel(channel: Channel, telling: Telling): Promise<string | null> {
    for (let attempt = 0; ; attempt += 1) {
      const incident = this.incidents
        .active()
        .find((each) => each.incidentId === telling.incidentId);
      if (!incident) return 'the incident is not known any more';
      const message = this.settings.messageOf(telling, incident);
      const sent = await channel.send(message, this.#stopping.signal);
      if (this.#stopping.signal.aborted && !sent.ok) return 'stopped';
      this.states.note(channel.name, sent);
      if (sent.ok) return null;
      const waitMs = this.settings.retryMs[attempt];
      this.logger.warn({ channel: channel.name, reason: sent.reason }, 'a channel failed');
      if (waitMs === undefined || !sent.isWorthRepeating) return sent.reason;
      await this.#pause(Math.max(waitMs, Math.min(sent.retryAfterMs, this.settings.roundMs)));
    }
  }

  async #pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
  }
}
