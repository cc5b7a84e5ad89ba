import { randomUUID } from 'node:crypto';

/** What a forger writes into an event, by the names of its leaf. */
export type Edit = Partial<
  Record<'data' | 'metadata' | 'type' | 'stream' | 'createdTicks' | 'id', string>
>;

/** How the events of one place, a store or an export, are written by someone who knows its form. */
export type Hand<E> = {
  edit(event: E, edit: Edit): void;
  metadata(event: E): string;
  copy(event: E): E;
};

/** One change, and what has to be found: its kind, and the first leaf that differs. */
export type Tamper = {
  readonly what: string;
  readonly kind: 'changed' | 'missing' | 'inserted' | 'moved' | 'truncated';
  readonly leaf: number;
  readonly change: <E>(events: E[], hand: Hand<E>) => void;
};

/** Every way to change so many events, which are of more than one stream. */
export function tampersOf(events: number): readonly Tamper[] {
  const middle = Math.floor(events / 2);
  return [
    edited('an amount was changed', middle, { data: '{"amount":"9"}' }),
    edited('a digit of the first event was changed', 0, { data: '{"amount":"1"}' }),
    edited('metadata were changed', 7, { metadata: '{"actor":"eve"}' }),
    edited('its time was changed', middle, { createdTicks: '17000000000000000' }),
    edited('its type was changed', 11, { type: 'Refunded' }),
    edited('an event was put into another stream', 12, { stream: 'payment-other' }),
    {
      what: 'metadata of two events were swapped',
      kind: 'changed',
      leaf: 4,
      change: (list, hand) => {
        const [a, b] = [at(list, 4), at(list, 9)];
        const [first, second] = [hand.metadata(a), hand.metadata(b)];
        hand.edit(a, { metadata: second });
        hand.edit(b, { metadata: first });
      },
    },
    {
      what: 'an event was taken out',
      kind: 'missing',
      leaf: middle,
      change: (list) => void list.splice(middle, 1),
    },
    {
      what: 'an event was put in',
      kind: 'inserted',
      leaf: 20,
      change: (list, hand) => {
        const forged = hand.copy(at(list, 20));
        hand.edit(forged, { id: randomUUID() });
        list.splice(20, 0, forged);
      },
    },
    {
      what: 'two events were swapped',
      kind: 'moved',
      leaf: 30,
      change: (list) => void list.splice(30, 2, at(list, 31), at(list, 30)),
    },
    {
      what: 'the end was cut off',
      kind: 'truncated',
      leaf: events - 5,
      change: (list) => void list.splice(events - 5),
    },
    {
      what: 'all but the first was taken out',
      kind: 'truncated',
      leaf: 1,
      change: (list) => void list.splice(1),
    },
  ];
}

function edited(what: string, leaf: number, edit: Edit): Tamper {
  return { what, kind: 'changed', leaf, change: (list, hand) => hand.edit(at(list, leaf), edit) };
}

function at<E>(list: readonly E[], index: number): E {
  const event = list[index];
  if (event === undefined) throw new RangeError(`no event ${index}`);
  return event;
}
