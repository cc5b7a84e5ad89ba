import { sourceOf } from '../../../../test/support/statement-files.js';
import { encodingOf, textOf } from './encoding.js';

const TEXT = 'Müller;12,30 €\nÄrger;5\n';

async function read(bytes: Uint8Array): Promise<[string, string]> {
  const source = sourceOf(bytes, 3);
  let text = '';
  for await (const piece of textOf(source)) text += piece;
  return [await encodingOf(source), text];
}

const windows = (text: string): Buffer => Buffer.from(text.replaceAll('€', '\u0080'), 'latin1');

const wide = (text: string, isBig: boolean): Buffer => {
  const bytes = Buffer.from(text, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};

describe('the letters of a file', () => {
  it.each([
    ['utf-8', Buffer.from(TEXT)],
    ['utf-8', Buffer.from(`\uFEFF${TEXT}`)],
    ['windows-1252', windows(TEXT)],
    ['utf-16le', wide(`\uFEFF${TEXT}`, false)],
    ['utf-16be', wide(`\uFEFF${TEXT}`, true)],
    ['utf-16le', wide(TEXT, false)],
    ['utf-16be', wide(TEXT, true)],
  ])('are told and read: %s', async (encoding, bytes) => {
    expect(await read(bytes)).toEqual([encoding, TEXT]);
  });

  it('are read line by line where programs mixed them', async () => {
    const bytes = Buffer.concat([Buffer.from(TEXT), windows(TEXT)]);
    expect(await read(bytes)).toEqual(['mixed', TEXT + TEXT]);
  });
});
