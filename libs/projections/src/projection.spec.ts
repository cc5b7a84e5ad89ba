import type { RecordedEvent } from '#event-store';
import { defineProjection, schemaOf } from './projection.js';

type Data = { readonly id: string };
type Event =
  | { readonly type: 'Opened'; readonly data: Data }
  | { readonly type: 'Closed'; readonly data: Data };

describe('a projection', () => {
  const opened: string[] = [];
  const projection = defineProjection<Event>({
    name: 'door-view-1',
    streamPrefixes: ['door-'],
    rows: [],
    tables: '',
    upcast: (type, data) => {
      if (type !== 'Opened' && type !== 'Closed') throw new TypeError(`unknown event ${type}`);
      return { type, data: data as Data };
    },
    reads: () => [],
    on: { Opened: ({ data }) => void opened.push(data.id), Closed: 'ignored' },
  });
  const view = { find: () => null, put: () => {}, insert: () => {}, add: () => {} };

  it('applies what it handles', () => {
    projection.step(recorded('Opened'))?.apply(view);
    expect(opened).toEqual(['d-1']);
  });

  it('takes no step for what it ignores', () => {
    expect(projection.step(recorded('Closed'))).toBeNull();
  });

  it('fails for an event of an unknown type, instead of passing over it', () => {
    expect(() => projection.step(recorded('Painted'))?.apply(view)).toThrow(
      'unknown event Painted',
    );
  });

  it('keeps its tables in a schema of its name and version', () => {
    expect(schemaOf(projection.name)).toBe('door_view_1');
  });
});

function recorded(type: string): RecordedEvent {
  return {
    id: '7d9f0c7e-0000-5000-8000-000000000001',
    type,
    data: { id: 'd-1' },
    metadata: {},
    stream: 'door-1',
    revision: 0n,
    position: { commit: 1n, prepare: 1n },
    recordedAt: '2026-11-21T04:00:00.000Z',
  };
}
