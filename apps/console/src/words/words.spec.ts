import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { ACCESS_WORDS } from '../access/words.js';
import { ACCOUNT_WORDS } from '../account/words.js';
import { ADJUSTMENT_WORDS } from '../adjustments/words.js';
import { APPROVAL_WORDS } from '../approvals/words.js';
import { AUDIT_WORDS } from '../audit/words.js';
import { ENDPOINT_WORDS } from '../endpoints/words.js';
import { EXCEPTION_WORDS } from '../exceptions/words.js';
import { IMPORT_WORDS } from '../imports/words.js';
import { MODEL_WORDS } from '../models/words.js';
import { SESSION_WORDS } from '../session/words.js';
import { OPERATIONS_WORDS } from '../operations/words.js';
import { PAYMENT_WORDS } from '../payments/words.js';
import { PERIOD_WORDS } from '../periods/words.js';
import { BOOKS_WORDS } from '../books/words.js';
import { AR } from './ar.js';
import { EN } from './en.js';

/** What is needed of a parsed message. */
type MessageFormatElement = {
  readonly type: number;
  readonly value?: string;
  readonly options?: object;
};

const SOURCES = join('apps', 'console', 'src');

const LITERAL = 0;
const PLURAL = 6;
const ARABIC_FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'];

const elements = (text: string, locale: string): MessageFormatElement[] =>
  new IntlMessageFormat(text, locale).getAst();

const placeholders = (text: string, locale: string): string[] =>
  elements(text, locale)
    .filter(({ type }) => type !== LITERAL)
    .map(({ value }) => String(value))
    .sort();

/** Every part of the sentences by name; a page that loads its own is listed here. */
const PARTS = Object.entries({
  desk: { en: EN, ar: AR },
  models: MODEL_WORDS,
  proofs: AUDIT_WORDS,
  access: ACCESS_WORDS,
  account: ACCOUNT_WORDS,
  session: SESSION_WORDS,
  approvals: APPROVAL_WORDS,
  operations: OPERATIONS_WORDS,
  reconciliation: BOOKS_WORDS,
  exceptions: EXCEPTION_WORDS,
  imports: IMPORT_WORDS,
  endpoints: ENDPOINT_WORDS,
  payments: PAYMENT_WORDS,
  periods: PERIOD_WORDS,
  adjustments: ADJUSTMENT_WORDS,
});

describe.each(PARTS)('the sentences of %s', (_, part) => {
  const english: Readonly<Record<string, string>> = part.en;
  const arabic: Readonly<Record<string, string>> = part.ar;

  it('are the same in both languages, with the same placeholders', () => {
    expect(Object.keys(arabic).sort()).toEqual(Object.keys(english).sort());
    for (const [id, text] of Object.entries(english)) {
      expect([id, placeholders(arabic[id] ?? '', 'ar')]).toEqual([id, placeholders(text, 'en')]);
    }
  });

  it('have all six forms in Arabic where they count', () => {
    for (const [id, text] of Object.entries(arabic)) {
      for (const element of elements(text, 'ar')) {
        if (element.type !== PLURAL) continue;
        const forms = Object.keys(element.options ?? {});
        expect([id, forms.sort()]).toEqual([id, [...ARABIC_FORMS].sort()]);
      }
    }
  });
});

it('knows every part that a page loads', () => {
  const found = readdirSync(SOURCES, { recursive: true }).filter((name) =>
    String(name).endsWith('words.en.ts'),
  );
  expect(found).toHaveLength(PARTS.length - 1);
});
