import { randomFillSync } from 'node:crypto';

/** Asking the system costs as much for a few bytes as for these; a payment needs four draws. */
const DRAWN_AT_ONCE = 4_096;

const drawn = Buffer.alloc(DRAWN_AT_ONCE);
let used = DRAWN_AT_ONCE;

/** Bytes of the system's generator, each given out once. @param count at most 4096. */
export function randomBytes(count: number): Buffer {
  if (used + count > DRAWN_AT_ONCE) {
    randomFillSync(drawn);
    used = 0;
  }
  const bytes = Buffer.from(drawn.subarray(used, used + count));
  drawn.fill(0, used, used + count);
  used += count;
  return bytes;
}
