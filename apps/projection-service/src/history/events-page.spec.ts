import { InMemoryEventStore } from '../../../../test/support/in-memory-event-store.js';
import { eventsPage } from './events-page.js';
import { EventsQuery } from './history.request.js';

const TIMES = ['12:00', '12:10', '11:00', '12:20'].map((time) => `2026-03-01T${time}:00.000Z`);

/** A store on a machine whose clock was set back by an hour, between the second and third event. */
class SetBackStore extends InMemoryEventStore {
  override async *readAll(...of: Parameters<InMemoryEventStore['readAll']>) {
    for await (const event of super.readAll(...of)) {
      const index = this.events.findIndex(({ id }) => id === event.id);
      yield { ...event, recordedAt: TIMES[index] ?? '' };
    }
  }
}

describe('a page of events between two times', () => {
  it.each([
    ['forwards', '2026-03-01T10:30:00Z', '2026-03-01T12:05:00Z', ['0', '2']],
    ['backwards', '2026-03-01T12:00:00Z', '2026-03-01T13:00:00Z', ['3', '1', '0']],
  ] as const)(
    'holds what was recorded behind a clock that was set back, %s',
    async (direction, from, to, wanted) => {
      const store = new SetBackStore();
      for (const id of ['0', '1', '2', '3']) {
        await store.append('a', [{ id, type: 'Noted', data: {}, metadata: {} }], 'any');
      }
      const query = Object.assign(new EventsQuery(), { direction, from, to });
      const { events, nextCursor } = await eventsPage(store, query);
      expect(events.map(({ id }) => id)).toEqual(wanted);
      expect(nextCursor).toBeNull();
    },
  );
});
