import type { EventShape } from './event-shape.js';
import { UnknownEvent, upcastOf } from './upcast.js';

type DoorEvent =
  EventShape<'DoorOpened', { by: string; key: string | null }> | EventShape<'DoorShut', object>;

const upcast = upcastOf<DoorEvent>('door', {
  DoorOpened: { personal: { by: 'staff' }, added: { key: null } },
  DoorShut: { personal: {} },
});

describe('an upcaster', () => {
  it('fills in fields that came later, and leaves the others as they were stored', () => {
    const opened = { type: 'DoorOpened', data: { by: 'amal', key: null } };
    expect(upcast('DoorOpened', { by: 'amal' })).toEqual(opened);
    expect(upcast('DoorOpened', { by: 'amal', key: 'k1' }).data).toEqual({ by: 'amal', key: 'k1' });
  });

  it('refuses a type that the stream never held', () => {
    expect(() => upcast('DoorPainted', {})).toThrow(
      new UnknownEvent('not a door event: DoorPainted'),
    );
    expect(() => upcast('toString', {})).toThrow(UnknownEvent);
  });
});
