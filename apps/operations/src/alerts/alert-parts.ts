import { lookup } from 'node:dns';
import { join } from 'node:path';
import type { EventStore } from '#event-store';
import type { Incident, Now, Telling } from '#incidents';
import type { Clock, Logger } from '#platform';
import type { Config } from '../config.js';
import { AlertIncidents } from './alert-incidents.js';
import { IncidentDesk } from '../incidents/incident-desk.js';
import { OnCallDesk } from '../on-call/on-call-desk.js';
import type { Channel } from '../telling/channel.js';
import { channelsOf, routesOf } from '../telling/channels.js';
import { ChannelStates } from '../telling/channel-states.js';
import { Teller } from '../telling/teller.js';
import { Alerting } from './alerting.js';
import { CheckpointFile } from './checkpoint.js';
import { rulesIn } from './rule-files.js';
import { targetsOf } from '../alert-settings/targets.js';

/** Waits between attempts at one channel, before the next one is tried. */
const RETRY_MS: readonly number[] = [1_000, 5_000];
const ROUND_MS = 60_000;

export type AlertSurroundings = {
  readonly config: Config;
  readonly store: EventStore;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Shorter in tests. */
  readonly retryMs?: readonly number[];
  readonly roundMs?: number;
};

/** What evaluates alerts, keeps incidents and tells people, put together. */
export class AlertParts {
  private constructor(
    readonly alerting: Alerting,
    readonly desk: IncidentDesk,
    readonly onCall: OnCallDesk,
    readonly teller: Teller,
    readonly states: ChannelStates,
    readonly channels: readonly Channel[],
    /** For decisions about incidents. */
    readonly now: () => Now,
  ) {}

  /** @throws InvalidConfig for rules that cannot be evaluated. */
  static of(surroundings: AlertSurroundings): AlertParts {
    const { config, store, clock, logger } = surroundings;
    const { retryMs = RETRY_MS, roundMs = ROUND_MS } = surroundings;
    const rules = { privateNetworks: config.WEBHOOK_PRIVATE_NETWORKS, resolve: lookup };
    const channels = channelsOf(config, { rules, now: () => clock.nowMs });
    const { chains, ...routes } = routesOf(channels, config);
    const names = channels.map(({ name }) => name);
    const states = new ChannelStates(names, clock);
    const onCall = new OnCallDesk(store);
    const now = (): Now => ({
      at: clock.nowIso,
      personOf: (role) => onCall.personOf(role, clock.nowIso),
      routes,
    });
    const desk = new IncidentDesk(store, clock);
    const messageOf = (telling: Telling, incident: Incident) => ({
      telling,
      incident,
      acknowledgeUrl: null,
    });
    const settings = { chains, retryMs, roundMs, messageOf };
    const teller = new Teller(desk, settings, states, logger);
    const alerting = new Alerting({
      store,
      clock,
      logger,
      desk,
      onCall,
      teller,
      rules: rulesIn(config.ALERT_RULES_DIR),
      targets: targetsOf(config.ALERT_TARGETS),
      key: config.ALERT_METRICS_KEY,
      intervalMs: config.ALERT_INTERVAL_MS,
      checkpoint: new CheckpointFile(join(config.DATA_DIR, 'alerts', 'checkpoint.json'), logger),
      incidents: new AlertIncidents(desk, now),
    });
    return new AlertParts(alerting, desk, onCall, teller, states, channels, now);
  }
}
