import { IntlMessageFormat } from 'intl-messageformat';
import { AR } from './ar.js';
import { EN } from './en.js';

/** What is needed of a parsed message. */
type MessageFormatElement = {
  readonly type: number;
  readonly value?: string;
  readonly options?: object;
};

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

describe('the sentences of the desk', () => {
  it('are the same in both languages, with the same placeholders', () => {
    expect(Object.keys(AR).sort()).toEqual(Object.keys(EN).sort());
    for (const [id, text] of Object.entries(EN)) {
      const arabic = AR[id as keyof typeof EN];
      expect([id, placeholders(arabic, 'ar')]).toEqual([id, placeholders(text, 'en')]);
    }
  });

  it('have all six forms in Arabic where they count', () => {
    for (const [id, text] of Object.entries(AR)) {
      for (const element of elements(text, 'ar')) {
        if (element.type !== PLURAL) continue;
        const forms = Object.keys(element.options ?? {});
        expect([id, forms.sort()]).toEqual([id, [...ARABIC_FORMS].sort()]);
      }
    }
  });
});
