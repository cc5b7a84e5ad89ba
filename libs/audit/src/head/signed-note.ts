/** One line of a note: who signed, with a hint of the key, and the signature's bytes. */
export type NoteSignature = {
  readonly name: string;
  readonly keyId: Buffer;
  readonly signature: Buffer;
};

/** A text and its signatures, in the form that c2sp.org/signed-note describes. */
export type SignedNote = {
  /** What is signed; ends with a line feed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
};

export class InvalidNote extends Error {
  override readonly name = 'InvalidNote';
}

const KEY_ID_BYTES = 4;
const SIGNATURES_MAX = 100;
const NOTE_LENGTH_MAX = 1_000_000;
const LINE = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/u;
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f\ufffd]/;

/** @throws InvalidNote saying what is wrong. */
export function parseNote(note: string): SignedNote {
  if (note.length > NOTE_LENGTH_MAX) throw new InvalidNote('the note is too long');
  if (CONTROL.test(note)) throw new InvalidNote('the note has characters that no note may have');
  const split = note.lastIndexOf('\n\n');
  if (split < 0) throw new InvalidNote('the note has no blank line before its signatures');
  if (!note.endsWith('\n')) throw new InvalidNote('the note does not end with a line feed');
  const lines = note.slice(split + 2, -1).split('\n');
  if (lines.length > SIGNATURES_MAX) throw new InvalidNote('the note has too many signatures');
  return { text: note.slice(0, split + 1), signatures: lines.map(signatureOf) };
}

export function formatNote({ text, signatures }: SignedNote): string {
  if (!text.endsWith('\n')) throw new InvalidNote('the text of a note ends with a line feed');
  const lines = signatures.map(({ name, keyId, signature }) => {
    return `— ${name} ${Buffer.concat([keyId, signature]).toString('base64')}\n`;
  });
  return `${text}\n${lines.join('')}`;
}

function signatureOf(line: string): NoteSignature {
  const [, name, encoded] = LINE.exec(line) ?? [];
  if (name === undefined || encoded === undefined || name.includes('+')) {
    throw new InvalidNote(`no signature line: ${line.slice(0, 80)}`);
  }
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length <= KEY_ID_BYTES || bytes.toString('base64') !== encoded) {
    throw new InvalidNote(`no base64 signature: ${line.slice(0, 80)}`);
  }
  const [keyId, signature] = [bytes.subarray(0, KEY_ID_BYTES), bytes.subarray(KEY_ID_BYTES)];
  return { name, keyId, signature };
}
