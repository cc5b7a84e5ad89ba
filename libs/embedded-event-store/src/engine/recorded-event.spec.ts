import {
  decodeRecordedEvent,
  DELETED_REVISION,
  encodeRecordedEvent,
  idOfRecorded,
} from './recorded-event.js';
import { messageOf } from './stored-event.js';

const ID = '0d9a4f6e-92a5-4f0c-9f7e-0a6f3a1f2b3c';
const PLACE = {
  stream: 'payment-支付',
  revision: 3,
  position: 2 ** 40,
  createdMs: 1_790_000_000_123,
};

describe('a recorded event', () => {
  it('reads back as it was written', () => {
    const stored = encodeRecordedEvent(
      {
        id: ID,
        type: 'PaymentCapturéd',
        contentType: 'application/json',
        data: '{"text":"🧾"}',
        metadata: Buffer.from('{}'),
      },
      PLACE,
    );
    const { data, metadata, ...fields } = decodeRecordedEvent(messageOf(stored));
    expect(fields).toEqual({ id: ID, type: 'PaymentCapturéd', isJson: true, ...PLACE });
    expect([data.toString(), metadata.toString()]).toEqual(['{"text":"🧾"}', '{}']);
    expect(idOfRecorded(messageOf(stored))).toBe(ID);
  });

  it('keeps bytes as they are, and the revision of a tombstone', () => {
    const data = Buffer.from([0, 128, 255]);
    const stored = encodeRecordedEvent(
      { id: ID, type: 't', contentType: 'application/octet-stream', data, metadata: '' },
      { ...PLACE, revision: DELETED_REVISION },
    );
    const fields = decodeRecordedEvent(messageOf(stored));
    expect(fields).toMatchObject({ isJson: false, revision: DELETED_REVISION });
    expect(fields.data).toEqual(data);
    expect(fields.metadata).toHaveLength(0);
  });

  it('does not share its bytes with the next one, however large', () => {
    const texts = Array.from({ length: 40 }, (_, index) => String(index).repeat(50_000));
    const written = texts.map((data) =>
      encodeRecordedEvent(
        { id: ID, type: 't', contentType: 'application/json', data, metadata: '' },
        PLACE,
      ),
    );
    expect(written.map((stored) => decodeRecordedEvent(messageOf(stored)).data.toString())).toEqual(
      texts,
    );
  });
});
