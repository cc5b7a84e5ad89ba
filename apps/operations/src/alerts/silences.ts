import type { Labels } from '#alerting';
import { upcastOf, type EventShape } from '#event-shapes';
import {
  changeStream,
  readStream,
  type EventStore,
  type StreamState,
  type StreamType,
} from '#event-store';
import { Problem } from '#platform';
import type { FiringAlert } from './firing-alert.js';

/** Alerts that match are told to no one until then. */
export type Silence = {
  readonly silenceId: string;
  readonly alert: string;
  /** Labels that an alert must have; none: all of its name. */
  readonly labels: Labels;
  readonly reason: string;
  readonly by: string;
  readonly silencedAt: string;
  readonly until: string;
};

type AlertSilenced = EventShape<'AlertSilenced', Silence>;
type AlertUnsilenced = EventShape<
  'AlertUnsilenced',
  { silenceId: string; by: string; unsilencedAt: string }
>;
type SilenceEvent = AlertSilenced | AlertUnsilenced;

type State = ReadonlyMap<string, Silence>;

export const SILENCES_STREAM = 'alert-silences';

const SILENCES: StreamType<SilenceEvent, State> = {
  initial: new Map(),
  evolve: (known, { type, data }) => {
    const { silenceId } = data;
    const others = [...known].filter(([id]) => id !== silenceId);
    return new Map(type === 'AlertSilenced' ? [...others, [silenceId, data]] : others);
  },
  upcast: upcastOf<SilenceEvent>('silence', {
    AlertSilenced: { personal: { by: 'staff' } },
    AlertUnsilenced: { personal: { by: 'staff' } },
  }),
};

type Asked = { readonly by: string; readonly at: string; readonly requestId: string };

/** Silences as events. */
export class Silences {
  #known: StreamState<State> = { state: new Map(), revision: null };

  constructor(private readonly store: EventStore) {}

  async load(): Promise<void> {
    this.#known = await readStream(this.store, {
      stream: SILENCES_STREAM,
      type: SILENCES,
      from: this.#known,
    });
  }

  /** Those that hold at a time. */
  at(now: string): readonly Silence[] {
    return [...this.#known.state.values()].filter(({ until }) => until > now);
  }

  isSilenced({ alert, labels }: Pick<FiringAlert, 'alert' | 'labels'>, now: string): boolean {
    return this.at(now).some(
      (silence) =>
        silence.alert === alert &&
        Object.entries(silence.labels).every(([name, value]) => labels[name] === value),
    );
  }

  /** A repeat with the same id changes nothing. */
  async add(silence: Silence): Promise<Silence> {
    const { by, silencedAt: at, silenceId } = silence;
    await this.#change({ by, at, requestId: silenceId }, (known) =>
      known.has(silenceId) ? [] : [{ type: 'AlertSilenced', data: silence }],
    );
    return this.#known.state.get(silenceId) ?? silence;
  }

  /** @throws Problem `not-found` for a silence that there is not. */
  async end(silenceId: string, asked: Asked): Promise<void> {
    if (!this.#known.state.has(silenceId)) throw new Problem('not-found');
    const data = { silenceId, by: asked.by, unsilencedAt: asked.at };
    await this.#change(asked, (known) =>
      known.has(silenceId) ? [{ type: 'AlertUnsilenced', data }] : [],
    );
  }

  async #change(
    { by, requestId }: Asked,
    decide: (known: State) => readonly SilenceEvent[],
  ): Promise<void> {
    const target = { stream: SILENCES_STREAM, type: SILENCES, from: this.#known };
    const cause = { client: by, actor: by, commandId: requestId };
    this.#known = await changeStream(this.store, target, cause, decide);
  }
}
