import { EventDamaged } from '#event-store';
import { seal, SEAL_BYTES, unseal } from './stored-event.js';

const MESSAGE = Buffer.concat([Buffer.from([0x0a]), Buffer.from('"amount":"1393"')]);

describe('a stored event', () => {
  it('is the message that was sealed', () => {
    expect(unseal(sealed(), 7)).toEqual(MESSAGE);
  });

  it('is not read with any one of its bits changed, checksum and mark included', () => {
    const unnoticed: number[] = [];
    for (let bit = 0; bit < sealed().length * 8; bit += 1) {
      const damaged = sealed();
      damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      if (isRead(damaged)) unnoticed.push(bit);
    }
    expect(unnoticed).toEqual([]);
  });

  it('is not read when it is cut short or zeroed', () => {
    for (const length of [0, 1, SEAL_BYTES, SEAL_BYTES + 3]) {
      expect(() => unseal(sealed().subarray(0, length), 7)).toThrow('position 7 is damaged');
    }
    expect(() => unseal(Buffer.alloc(40), 7)).toThrow(EventDamaged);
  });

  it('is read as it is when a version before checksums wrote it', () => {
    expect(unseal(MESSAGE, 7)).toEqual(MESSAGE);
  });
});

function sealed(): Buffer {
  return seal(Buffer.concat([Buffer.alloc(SEAL_BYTES), MESSAGE]));
}

function isRead(stored: Buffer): boolean {
  try {
    return unseal(stored, 7).length > 0;
  } catch (error) {
    return !(error instanceof EventDamaged);
  }
}
