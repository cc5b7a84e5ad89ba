import { createCipheriv, createDecipheriv } from 'node:crypto';
import { SEALED_PREFIX } from '#event-shapes';
import { CiphertextDamaged } from './errors.js';
import { IV_BYTES, TAG_BYTES } from './master-key.js';
import { randomBytes } from './random-bytes.js';

const CIPHER = 'aes-256-gcm';

/** Where a text is sealed for: its event, and the path of its field in the event's data. */
export type Place = { readonly eventId: string; readonly path: string };

/** The parts of a sealed text. */
export type SealedParts = {
  /** The name of its key. */
  readonly key: string;
  readonly eventId: string;
  readonly path: string;
  /** All that comes before the ciphertext; it is bound to it. */
  readonly head: string;
  readonly box: Buffer;
};

/** A sealed text within any other text, as in the JSON of an answer, or what is left of one. */
export const SEALED_IN_TEXT =
  /\$enc1:[0-9a-z]+(?:\.[\w-]+)?:[\w-]*:[\w-]+:[\w-]*:[\w-]+|\$enc1:[\w.:-]*/g;

const WHOLE = /^\$enc1:([0-9a-z]+(?:\.[\w-]+)?):[\w-]*:([\w-]+):([\w-]*):([\w-]+)$/;

/** @param key the data key, and its name. @param link the keyed hash of the text, or nothing. */
export function sealText(
  text: string,
  { eventId, path }: Place,
  key: { readonly name: string; readonly bytes: Buffer },
  link = '',
): string {
  const head = `${SEALED_PREFIX}${key.name}:${link}:${base64url(eventId)}:${base64url(path)}:`;
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key.bytes, iv).setAAD(Buffer.from(head));
  const box = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return head + box.toString('base64url');
}

/** @throws CiphertextDamaged for what no sealing ever wrote. */
export function partsOf(sealed: string): SealedParts {
  const [, key = '', eventId = '', path = '', box = ''] = WHOLE.exec(sealed) ?? [];
  if (box === '') throw new CiphertextDamaged('a sealed text is cut short or has another form');
  return {
    key,
    eventId: textOf(eventId),
    path: textOf(path),
    head: sealed.slice(0, sealed.length - box.length),
    box: Buffer.from(box, 'base64url'),
  };
}

/** @throws CiphertextDamaged when it is not what was sealed. */
export function openText({ head, box }: SealedParts, key: Buffer): string {
  try {
    const end = box.length - TAG_BYTES;
    const decipher = createDecipheriv(CIPHER, key, box.subarray(0, IV_BYTES))
      .setAAD(Buffer.from(head))
      .setAuthTag(box.subarray(end));
    return decipher.update(box.subarray(IV_BYTES, end), undefined, 'utf8') + decipher.final('utf8');
  } catch (cause) {
    throw new CiphertextDamaged('a sealed text is not what was sealed: its tag does not fit', {
      cause,
    });
  }
}

function base64url(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64url');
}

function textOf(base64: string): string {
  return Buffer.from(base64, 'base64url').toString('utf8');
}
