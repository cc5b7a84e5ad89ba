import type { DataSource } from 'typeorm';
import { StoreDiverged } from '#event-store';
import { Clock } from '#platform';
import { InMemoryEventStore } from '../../../../test/support/in-memory-event-store.js';
import { PROJECTIONS } from '../catalogue.js';
import { Views } from './views.js';

/** A store restored from a backup, which ends before what the views have seen. */
class RestoredStore extends InMemoryEventStore {
  override async *readAll(): AsyncGenerator<never> {
    yield* await Promise.reject<never[]>(new StoreDiverged('it ends before'));
  }
}

describe('how far a view is', () => {
  it('is not known while the view is ahead of its store', async () => {
    const mark = { mark_commit: null, mark_prepare: null, mark_event: null };
    const checkpoint = [{ commit: '90', prepare: '90', ...mark }];
    const dataSource = { query: () => Promise.resolve(checkpoint) } as unknown as DataSource;
    const views = new Views(dataSource, new RestoredStore(), new Clock(), PROJECTIONS);
    const [projection] = Object.values(PROJECTIONS);
    if (!projection) throw new Error('there is no view');
    expect(await views.progressOf(projection)).toMatchObject({ caughtUp: false, lagMs: null });
  });
});
