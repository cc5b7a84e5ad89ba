import {
  changeStream,
  idOf,
  readStream,
  recordEvent,
  type Cause,
  type EventStore,
  type StreamState,
  type StreamType,
} from '#event-store';
import { upcastOf, type EventShape } from '#event-shapes';
import {
  evolveIncident,
  incidentStream,
  openTellings,
  upcastIncident,
  type Incident,
  type IncidentEvent,
  type Telling,
} from '#incidents';
import { Problem, type Clock } from '#platform';
import type { ChannelName } from '../alert-settings/channel-names.js';

/** The ids of all incidents, each noted before it is opened, so that a start finds them. */
const INDEX = 'incidents-opened';

/** How far back a start looks for incidents. */
const REMEMBERED_MAX = 1_000;

type Noted = EventShape<'IncidentNumbered', { incidentId: string; notedAt: string }>;

const upcastNoted = upcastOf<Noted>('incident index', {
  IncidentNumbered: { personal: {} },
});

const INCIDENT: StreamType<IncidentEvent, Incident | null> = {
  initial: null,
  evolve: evolveIncident,
  upcast: upcastIncident,
};

/** Decides on one incident; no event: nothing to do. */
export type Decide = (incident: Incident) => readonly IncidentEvent[];

/** Incidents as events, and what the last ones have come to. */
export class IncidentDesk {
  readonly #known = new Map<string, StreamState<Incident | null>>();
  #loaded: Promise<void> | null = null;

  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {}

  /** Reads the last incidents once; a failure is tried again at the next call. */
  async load(): Promise<void> {
    this.#loaded ??= this.#load();
    try {
      await this.#loaded;
    } catch (error) {
      this.#loaded = null;
      throw error;
    }
  }

  /** The newest first. */
  all(): readonly Incident[] {
    const incidents = [...this.#known.values()].flatMap(({ state }) => (state ? [state] : []));
    return incidents.sort((a, b) => (a.openedAt > b.openedAt ? -1 : 1));
  }

  open(): readonly Incident[] {
    return this.all().filter(({ status }) => status !== 'resolved');
  }

  /** Those that are not over, and those whose end is still to be told. */
  active(): readonly Incident[] {
    return this.all().filter((each) => each.status !== 'resolved' || openTellings(each).length > 0);
  }

  /** @throws Problem `not-found`. */
  get(incidentId: string): Incident {
    const incident = this.#known.get(incidentId)?.state;
    if (!incident) throw new Problem('not-found');
    return incident;
  }

  /** @param opening decides with null where there is none of this id yet. */
  async create(
    incidentId: string,
    decide: (known: Incident | null) => readonly IncidentEvent[],
    actor: string,
  ): Promise<Incident> {
    const commandId = idOf('open-incident', incidentId);
    await recordEvent<Noted>(this.store, { stream: INDEX }, causeOf(actor, commandId), {
      type: 'IncidentNumbered',
      data: { incidentId, notedAt: this.clock.nowIso },
    });
    return this.#change(incidentId, decide, causeOf(actor, idOf('opens', incidentId)));
  }

  /**
   * @param commandId names the decision: a repeat of it is recorded once.
   * @throws Problem `not-found`.
   */
  async change(
    incidentId: string,
    decide: Decide,
    { actor, commandId }: { readonly actor: string; readonly commandId: string },
  ): Promise<Incident> {
    const deciding = (known: Incident | null): readonly IncidentEvent[] => {
      if (!known) throw new Problem('not-found');
      return decide(known);
    };
    return this.#change(incidentId, deciding, causeOf(actor, commandId));
  }

  recordTold(
    { incidentId, tellingId }: Telling,
    at: { route: string; channel: ChannelName },
  ): Promise<Incident> {
    const data = { incidentId, tellingId, ...at, toldAt: this.clock.nowIso };
    return this.change(incidentId, () => [{ type: 'IncidentTold', data }], {
      actor: 'operations',
      commandId: idOf('told', tellingId, at.route),
    });
  }

  recordFailed(
    { incidentId, tellingId }: Telling,
    at: { route: string; channel: ChannelName; reason: string },
  ): Promise<Incident> {
    const data = { incidentId, tellingId, ...at, failedAt: this.clock.nowIso };
    return this.change(incidentId, () => [{ type: 'TellingFailed', data }], {
      actor: 'operations',
      commandId: idOf('telling-failed', tellingId, at.route, at.channel),
    });
  }

  /** All that happened, for a timeline. */
  async history(incidentId: string): Promise<readonly IncidentEvent[]> {
    this.get(incidentId);
    const events: IncidentEvent[] = [];
    for await (const { type, data } of this.store.read(incidentStream(incidentId))) {
      events.push(upcastIncident(type, data));
    }
    return events;
  }

  async #change(
    incidentId: string,
    decide: (known: Incident | null) => readonly IncidentEvent[],
    cause: Cause,
  ): Promise<Incident> {
    const from = this.#known.get(incidentId);
    const target = { stream: incidentStream(incidentId), type: INCIDENT, ...(from && { from }) };
    const changed = await changeStream(this.store, target, cause, decide);
    // Two changes may overlap; the later revision holds what both recorded.
    const known = this.#known.get(incidentId);
    if ((known?.revision ?? -1n) < (changed.revision ?? -1n)) this.#known.set(incidentId, changed);
    if (!changed.state) throw new Problem('not-found');
    return changed.state;
  }

  async #load(): Promise<void> {
    const index = this.store.read(INDEX, { direction: 'backwards', maxCount: REMEMBERED_MAX });
    for await (const { type, data } of index) {
      const { incidentId } = upcastNoted(type, data).data;
      const target = { stream: incidentStream(incidentId), type: INCIDENT };
      const read = await readStream(this.store, target);
      if (read.state) this.#known.set(incidentId, read);
    }
  }
}

function causeOf(actor: string, commandId: string): Cause {
  return { client: actor, actor, commandId };
}
