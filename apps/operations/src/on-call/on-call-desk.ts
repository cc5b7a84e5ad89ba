import { upcastOf, type EventShape } from '#event-shapes';
import {
  changeStream,
  idOf,
  readStream,
  type EventStore,
  type StreamState,
  type StreamType,
} from '#event-store';
import {
  personOnCall,
  type OnCallOverride,
  type OnCallSchedule,
  type ResponderRole,
} from '#incidents';

type ScheduleSet = EventShape<'OnCallScheduleSet', OnCallSchedule & { by: string; setAt: string }>;
type Overridden = EventShape<
  'OnCallOverridden',
  OnCallOverride & { by: string; reason: string; overriddenAt: string }
>;
type OnCallEvent = ScheduleSet | Overridden;

type OnCall = {
  readonly schedules: readonly OnCallSchedule[];
  readonly overrides: readonly OnCallOverride[];
};

export const ON_CALL_STREAM = 'on-call';

const ON_CALL: StreamType<OnCallEvent, OnCall> = {
  initial: { schedules: [], overrides: [] },
  evolve: (known, event) => {
    if (event.type === 'OnCallOverridden') {
      const { overrideId, role, person, from, until } = event.data;
      const override = { overrideId, role, person, from, until };
      return { ...known, overrides: [...known.overrides, override] };
    }
    const { role, timeZone, shifts } = event.data;
    const others = known.schedules.filter((each) => each.role !== role);
    return { ...known, schedules: [...others, { role, timeZone, shifts }] };
  },
  upcast: upcastOf<OnCallEvent>('on-call', {
    OnCallScheduleSet: { personal: { by: 'staff' } },
    OnCallOverridden: { personal: { person: 'staff', by: 'staff' } },
  }),
};

/** Who answers for which role, as events. Schedules are checked before they come here. */
export class OnCallDesk {
  #known: StreamState<OnCall> = { state: ON_CALL.initial, revision: null };

  constructor(private readonly store: EventStore) {}

  async load(): Promise<void> {
    const target = { stream: ON_CALL_STREAM, type: ON_CALL, from: this.#known };
    this.#known = await readStream(this.store, target);
  }

  get schedules(): readonly OnCallSchedule[] {
    return this.#known.state.schedules;
  }

  /** Those that hold at a time or come later. */
  overridesFrom(at: string): readonly OnCallOverride[] {
    return this.#known.state.overrides.filter(({ until }) => until > at);
  }

  /** Null for a role without a schedule, while no override holds. */
  personOf(role: ResponderRole, at: string): string | null {
    const { schedules, overrides } = this.#known.state;
    const schedule = schedules.find((each) => each.role === role);
    if (schedule) return personOnCall(schedule, overrides, at);
    const override = overrides.findLast(
      (each) => each.role === role && each.from <= at && at < each.until,
    );
    return override?.person ?? null;
  }

  setSchedule(schedule: OnCallSchedule, by: string, setAt: string): Promise<void> {
    const event: OnCallEvent = { type: 'OnCallScheduleSet', data: { ...schedule, by, setAt } };
    return this.#append(by, setAt, () => [event]);
  }

  /** A repeat with the same id changes nothing. */
  override(
    override: OnCallOverride,
    { by, reason, at }: { readonly by: string; readonly reason: string; readonly at: string },
  ): Promise<void> {
    const data = { ...override, by, reason, overriddenAt: at };
    return this.#append(by, at, ({ overrides }) => {
      const isKnown = overrides.some((each) => each.overrideId === override.overrideId);
      return isKnown ? [] : [{ type: 'OnCallOverridden', data }];
    });
  }

  async #append(
    by: string,
    at: string,
    decide: (known: OnCall) => readonly OnCallEvent[],
  ): Promise<void> {
    const target = { stream: ON_CALL_STREAM, type: ON_CALL, from: this.#known };
    const cause = { client: by, actor: by, commandId: idOf('on-call', by, at) };
    this.#known = await changeStream(this.store, target, cause, decide);
  }
}
