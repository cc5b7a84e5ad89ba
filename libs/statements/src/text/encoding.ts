import { TextDecoder } from 'node:util';
import type { Source } from '../statement.js';

/** How the letters of a file are written; mixed: some lines in UTF-8, others in windows-1252. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'mixed';

const NEWLINE = 0x0a;
const SAMPLE_BYTES = 1024;

/** Reads a whole file to tell; nothing but all of it shows that no line breaks the rule. */
export async function encodingOf(source: Source): Promise<Encoding> {
  const wide = await wideEncodingOf(source);
  if (wide !== null) return wide;
  const lines = new LineDecoder();
  for await (const chunk of source()) lines.decode(chunk);
  lines.end();
  return lines.encoding;
}

/** The text of a file, in pieces; without the mark that files of Windows programs begin with. */
export async function* textOf(source: Source): AsyncGenerator<string> {
  const wide = await wideEncodingOf(source);
  if (wide !== null) {
    yield* decoded(source(), new TextDecoder(wide));
    return;
  }
  const lines = new LineDecoder();
  for await (const chunk of source()) yield lines.decode(chunk);
  yield lines.end();
}

async function* decoded(
  chunks: AsyncIterable<Uint8Array>,
  decoder: TextDecoder,
): AsyncGenerator<string> {
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** UTF-16 shows by its mark, or by the zero bytes beside every plain letter. */
async function wideEncodingOf(source: Source): Promise<'utf-16le' | 'utf-16be' | null> {
  const start = await startOf(source);
  const [first, second] = start;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return unmarkedOf(start);
}

function unmarkedOf(start: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const many = start.length / 6;
  const zeros = (rest: number): number =>
    start.filter((byte, at) => byte === 0 && at % 2 === rest).length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (odd > many && even < many) return 'utf-16le';
  return even > many && odd < many ? 'utf-16be' : null;
}

/** The first bytes of a file. */
export async function startOf(source: Source): Promise<Uint8Array> {
  const start: number[] = [];
  for await (const chunk of source()) {
    for (const byte of chunk.subarray(0, SAMPLE_BYTES - start.length)) start.push(byte);
    if (start.length >= SAMPLE_BYTES) break;
  }
  return Uint8Array.from(start);
}

/** Decodes line by line, since programs that add files to each other mix their encodings. */
class LineDecoder {
  readonly #strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  readonly #legacy = new TextDecoder('windows-1252');
  #rest = new Uint8Array();
  #isFirst = true;
  #utf8Lines = 0;
  #legacyLines = 0;

  /** The lines that end in this chunk. */
  decode(chunk: Uint8Array): string {
    const end = chunk.lastIndexOf(NEWLINE) + 1;
    if (end === 0) {
      this.#rest = joined(this.#rest, chunk);
      return '';
    }
    const whole = joined(this.#rest, chunk.subarray(0, end));
    this.#rest = chunk.slice(end);
    return this.#text(whole);
  }

  end(): string {
    const rest = this.#rest;
    this.#rest = new Uint8Array();
    return this.#text(rest);
  }

  get encoding(): Encoding {
    if (this.#legacyLines === 0) return 'utf-8';
    return this.#utf8Lines === 0 ? 'windows-1252' : 'mixed';
  }

  #text(bytes: Uint8Array): string {
    const text = this.#utf8(bytes) ?? this.#byLine(bytes);
    const isMarked = this.#isFirst && text.startsWith('\uFEFF');
    if (text !== '') this.#isFirst = false;
    return isMarked ? text.slice(1) : text;
  }

  #utf8(bytes: Uint8Array): string | null {
    try {
      const text = this.#strict.decode(bytes);
      if (text.length < bytes.length) this.#utf8Lines += 1;
      return text;
    } catch {
      return null;
    }
  }

  #byLine(bytes: Uint8Array): string {
    let text = '';
    for (let begin = 0; begin < bytes.length;) {
      const newline = bytes.indexOf(NEWLINE, begin);
      const end = newline === -1 ? bytes.length : newline + 1;
      text += this.#line(bytes.subarray(begin, end));
      begin = end;
    }
    return text;
  }

  #line(bytes: Uint8Array): string {
    const text = this.#utf8(bytes);
    if (text !== null) return text;
    this.#legacyLines += 1;
    return windowsText(this.#legacy.decode(bytes));
  }
}

/** What windows-1252 has where latin-1 has controls; Node's decoder leaves the controls. */
const OVER_CONTROLS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function windowsText(text: string): string {
  return text.replace(
    /[\u0080-\u009f]/g,
    (each) => OVER_CONTROLS[each.charCodeAt(0) - 0x80] ?? each,
  );
}

function joined(before: Uint8Array, after: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(before.length + after.length);
  all.set(before);
  all.set(after, before.length);
  return all;
}
