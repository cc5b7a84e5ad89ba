import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { eventLeafHash, leafContent, type LeafEvent } from './leaf.js';

const EVENT: LeafEvent = {
  stream: 'payment-1',
  revision: 3n,
  id: '0f5e2f7a-52a7-5c55-9d0e-6a1c0b7f4d21',
  type: 'PaymentCaptured',
  contentType: 'application/json',
  createdTicks: 17_000_000_000_000_000n,
  position: { commit: 42n, prepare: 41n },
  data: Buffer.from('{"amount":"1050"}'),
  metadata: Buffer.from('{}'),
};

describe('the leaf of an event', () => {
  it('is the format’s name and ten fields behind their lengths', () => {
    const fields = [
      'payment-1',
      '3',
      '0f5e2f7a-52a7-5c55-9d0e-6a1c0b7f4d21',
      'PaymentCaptured',
      'application/json',
      '17000000000000000',
      '42',
      '41',
      '{"amount":"1050"}',
      '{}',
    ];
    const expected = fields.map((text) => `\0\0\0${String.fromCharCode(text.length)}${text}`);
    expect(leafContent(EVENT).toString('latin1')).toBe(`assay-event-1\n${expected.join('')}`);
  });

  it('has the hash that any later version must give it too', () => {
    expect(eventLeafHash(EVENT).toString('hex')).toBe(
      createHash('sha256').update('\0').update(leafContent(EVENT)).digest('hex'),
    );
    expect(eventLeafHash(EVENT).toString('base64')).toBe(
      'JhGpIorADaIiLRnYaxOjJ5qGfW6p1Mno4P4ue7Or0rQ=',
    );
  });

  it('is another one for any other event', () => {
    const text = fc.string({ maxLength: 80, unit: 'grapheme' });
    const bytes = fc.uint8Array({ maxLength: 200 });
    const number = fc.bigInt({ min: 0n, max: 2n ** 63n });
    const event = fc.record({
      stream: text,
      revision: number,
      id: text,
      type: text,
      contentType: text,
      createdTicks: number,
      position: fc.record({ commit: number, prepare: number }),
      data: bytes,
      metadata: bytes,
    });
    fc.assert(
      fc.property(event, event, (a, b) => {
        expect(leafContent(a).equals(leafContent(b))).toBe(isSame(a, b));
        for (const field of ['stream', 'id', 'type', 'contentType'] as const) {
          const changed = { ...a, [field]: `${a[field]}x` };
          expect(leafContent(changed)).not.toEqual(leafContent(a));
        }
        // What moves from one field to the next is another event.
        const moved = { ...a, data: Buffer.concat([a.data, a.metadata]), metadata: Buffer.of() };
        if (a.metadata.length > 0) expect(leafContent(moved)).not.toEqual(leafContent(a));
      }),
    );
  });
});

function isSame(a: LeafEvent, b: LeafEvent): boolean {
  const textOf = (event: LeafEvent) =>
    JSON.stringify(event, (_name, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    );
  return textOf(a) === textOf(b);
}
