import type { Clock, Metrics } from '#platform';
import { CHANNELS, type ChannelName } from '../alert-settings/channel-names.js';
import type { Sent } from './channel.js';

export type ChannelState = {
  readonly name: ChannelName;
  /** `disabled`: not set up. `untried`: set up, and not used since the start. */
  readonly state: 'disabled' | 'untried' | 'working' | 'failing';
  readonly lastTriedAt: string | null;
  readonly reason: string | null;
};

/** How each channel did when it was last used. */
export class ChannelStates {
  readonly #states = new Map<ChannelName, ChannelState>();
  readonly #counts = new Map<ChannelName, { sent: number; failed: number }>();

  constructor(
    enabled: readonly ChannelName[],
    private readonly clock: Clock,
  ) {
    for (const name of CHANNELS) {
      const state = enabled.includes(name) ? 'untried' : 'disabled';
      this.#states.set(name, { name, state, lastTriedAt: null, reason: null });
      this.#counts.set(name, { sent: 0, failed: 0 });
    }
  }

  note(name: ChannelName, sent: Sent): void {
    const lastTriedAt = this.clock.nowIso;
    const counts = this.#counts.get(name);
    if (counts) counts[sent.ok ? 'sent' : 'failed'] += 1;
    const reason = sent.ok ? null : sent.reason;
    this.#states.set(name, { name, state: sent.ok ? 'working' : 'failing', lastTriedAt, reason });
  }

  all(): readonly ChannelState[] {
    return [...this.#states.values()];
  }

  /** In one sentence; null when a person can be reached, as far as is known. */
  get trouble(): string | null {
    const all = this.all();
    if (all.every(({ state }) => state === 'disabled')) {
      return 'no channel is set up: alerts reach no one (docs/runbooks/incidents.md)';
    }
    const failing = all.filter(({ state }) => state === 'failing');
    if (failing.length === 0) return null;
    return failing.map(({ name, reason }) => `${name} fails: ${reason}`).join('; ');
  }

  addTo(metrics: Metrics): void {
    metrics.add(
      {
        name: 'assay_alert_channel_failing',
        help: 'Whether the last use of a channel that is set up failed.',
        type: 'gauge',
        read: () =>
          this.all()
            .filter(({ state }) => state !== 'disabled')
            .map(({ name, state }) => ({
              value: state === 'failing' ? 1 : 0,
              labels: { channel: name },
            })),
      },
      {
        name: 'assay_alert_messages_total',
        help: 'Attempts to send by a channel, by outcome.',
        type: 'counter',
        read: () =>
          [...this.#counts].flatMap(([channel, { sent, failed }]) => [
            { value: sent, labels: { channel, outcome: 'sent' } },
            { value: failed, labels: { channel, outcome: 'failed' } },
          ]),
      },
    );
  }
}
