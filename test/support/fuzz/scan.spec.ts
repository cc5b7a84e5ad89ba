import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WRITING_NAMES, written } from './planted-cards.js';
import { formsOfDigits, scan } from './scan.js';

const DIGITS = '4242424242';
const REST = '424242';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-scan-'));
  mkdirSync(join(folder, 'a/b'), { recursive: true });
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function plant(bytes: string | Buffer): void {
  const noise = Buffer.from(Array.from({ length: 70_000 }, (_, i) => (i * 7_919) % 251));
  writeFileSync(join(folder, 'a/b/planted.bin'), Buffer.concat([noise, Buffer.from(bytes), noise]));
}

function found(): number {
  return scan(folder, formsOfDigits(DIGITS)).length;
}

describe('the scan for card numbers', () => {
  it('finds nothing where nothing is', () => {
    plant('4242-4241, and 424242');
    expect(found()).toBe(0);
  });

  it.each(WRITING_NAMES)('finds them in plain text, JSON and UTF-16, written %s', (writing) => {
    const text = written(`${DIGITS}${REST}`, writing);
    for (const bytes of [text, JSON.stringify({ text }), Buffer.from(text, 'utf16le')]) {
      plant(bytes);
      expect(found()).toBeGreaterThan(0);
    }
  });

  it.each(WRITING_NAMES)('finds them in base64, escaped and percent-encoded, written %s', (how) => {
    const text = written(`${DIGITS}${REST}`, how);
    const escaped = Array.from(text, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
    const isAscii = text.length === Buffer.byteLength(text);
    const all = ['', 'x', 'xy'].map((before) => Buffer.from(`${before}${text}`).toString('base64'));
    for (const bytes of [
      ...all,
      encodeURIComponent(text),
      ...(isAscii ? [] : [escaped.join('')]),
    ]) {
      plant(bytes);
      expect(found()).toBeGreaterThan(0);
    }
  });
});
