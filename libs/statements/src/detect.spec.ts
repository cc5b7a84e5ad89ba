import { sourceOf, STATEMENT_FILES } from '../../../test/support/statement-files.js';
import { kindOf } from './detect.js';
import { STATEMENT_KINDS } from './statement.js';

describe('the kind of a statement file', () => {
  it.each(STATEMENT_KINDS)('shows in its beginning: %s', async (kind) => {
    expect(await kindOf(sourceOf(`\uFEFF${STATEMENT_FILES[kind].text}`))).toBe(kind);
  });

  it.each([
    ['Good morning', 'no kind of statement'],
    ['<html></html>', 'other XML'],
    [
      '<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"/>',
      'camt.054',
    ],
    ['', 'no kind of statement'],
  ])('is named as what it is not: %s', async (text, message) => {
    await expect(kindOf(sourceOf(text))).rejects.toThrow(message);
  });
});
