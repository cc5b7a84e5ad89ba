import type { BankLine } from './bank-line.js';

/** Words of one line that are looked at; banks write a few hundred letters at most. */
const WORDS_MAX = 40;
const LETTERS_MIN = 3;

/** Banks write ids in capitals and without the signs that their letters do not know. */
export function bankReferenceOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** All in a bank's line that may name a payout: both ids, and words with letters and digits. */
export function bankReferencesOf({
  bankReference,
  endToEndId,
  texts,
}: Pick<BankLine, 'bankReference' | 'endToEndId' | 'texts'>): readonly string[] {
  const words = texts
    .flatMap((text) => text.split(/[^A-Za-z0-9_-]+/))
    .map(bankReferenceOf)
    .filter((word) => /[a-z]/.test(word) && /\d/.test(word));
  const ids = [endToEndId, bankReference].flatMap((id) => (id === null ? [] : bankReferenceOf(id)));
  const all = [...ids, ...words].filter(({ length }) => length >= LETTERS_MIN);
  return [...new Set(all)].slice(0, WORDS_MAX).sort();
}
