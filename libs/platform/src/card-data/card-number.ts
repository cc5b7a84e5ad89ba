import { ISSUER_DIGITS, lengthsIssuedFor, passesLuhn } from './card-issuers.js';
import { plainText } from './plain-text.js';

const DIGITS_MIN = 13;
const DIGITS_MAX = 19;

/** As long as international phone numbers get in practice; a plus never begins a card number. */
const PHONE_DIGITS_MAX = 13;

/** What separates words: spaces, dashes, dots, invisibles, and marks on the digit before. */
const WORD_GAP = /^[\s._·•‧∙⋅・\p{Z}\p{Pd}\p{Cf}\p{Cc}\p{M}]{1,8}$/u;

/** Whatever is no letter. */
const ANY_GAP = /^[^\p{L}\p{N}]{1,8}$/u;

/** Random ids: what is digits in them is so by chance. */
const RANDOM_IDS =
  /\b(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[0-9]*[a-f])[0-9a-f]{32,})\b/gi;

/**
 * Whether a text holds what looks like a card number: whole groups of digits, of any script, that
 * make 13 to 19 digits in a known issuer's range with a valid check digit. Where other separators
 * than those of words stand between the groups, they have to be grouped as cards are.
 */
export function holdsCardNumber(text: string): boolean {
  const parts = searchable(text);
  return parts !== null && (holdsJoinedCardNumber(parts) || holdsGroupedCardNumber(parts));
}

/**
 * Whether a text of ids holds a card number: written in one, or grouped as cards are. Groups of
 * other sizes are ids beside each other.
 */
export function holdsCardNumberAmongIds(text: string): boolean {
  const parts = searchable(text);
  return parts !== null && (parts.some(isCardNumber) || holdsGroupedCardNumber(parts));
}

/** Groups of digits at the odd indices, what stands between them at the others; null: too few. */
type Parts = readonly string[];

/** Each step is linear in the length of the text, whatever is in it. */
function searchable(text: string): Parts | null {
  if (text.length < DIGITS_MIN) return null;
  const plain = plainText(text);
  // What is no encoding may look like one: track 1 of a card begins with %B and its number.
  const all = plain === text || !text.includes('%') ? plain : `${text} or ${plain}`;
  if (!hasManyDigits(all)) return null;
  return all.replace(RANDOM_IDS, ' # ').split(/(\d+)/);
}

function hasManyDigits(text: string): boolean {
  let digits = 0;
  for (let index = 0; index < text.length && digits < DIGITS_MIN; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 48 && code <= 57) digits += 1;
  }
  return digits === DIGITS_MIN;
}

function holdsJoinedCardNumber(parts: Parts): boolean {
  let groups: string[] = [];
  let isPhone = false;
  for (let index = 1; index < parts.length; index += 2) {
    const gap = parts[index - 1] ?? '';
    if (groups.length === 0 || !WORD_GAP.test(gap)) {
      if (groupsHoldCardNumber(groups, isPhone)) return true;
      groups = [];
      isPhone = gap.endsWith('+');
    }
    groups.push(parts[index] ?? '');
  }
  return groupsHoldCardNumber(groups, isPhone);
}

/** Looks at the longest rows of groups with the same gap between them. */
function holdsGroupedCardNumber(parts: Parts): boolean {
  for (let first = 1; first + 2 < parts.length;) {
    const gap = parts[first + 1] ?? '';
    let last = first + 2;
    while (last + 2 < parts.length && parts[last + 1] === gap) last += 2;
    const isPhone = parts[first - 1]?.endsWith('+') === true;
    if (!isPhone && ANY_GAP.test(gap) && holdsGroupsOfCard(groupsIn(parts, first, last)))
      return true;
    first = last;
  }
  return false;
}

function groupsIn(parts: Parts, first: number, last: number): string[] {
  return parts.slice(first, last + 1).filter((_part, index) => index % 2 === 0);
}

/** Smaller groups are lists of small numbers. */
const GROUP_DIGITS_MIN = 4;
const GROUP_DIGITS_MAX = 6;

/** Lone rows of one size, with a shorter group after them or without; or sizes of their own. */
function holdsGroupsOfCard(groups: readonly string[]): boolean {
  for (let first = 0; first < groups.length;) {
    const size = groups[first]?.length ?? 0;
    let end = first + 1;
    while (groups[end]?.length === size) end += 1;
    const isCardSized = size >= GROUP_DIGITS_MIN && size <= GROUP_DIGITS_MAX;
    if (isCardSized && rowHoldsCard(groups, first, end)) return true;
    first = end;
  }
  return false;
}

function rowHoldsCard(groups: readonly string[], first: number, end: number): boolean {
  const [last = '', next = '', later = ''] = groups.slice(end - 1, end + 2);
  const uneven = [last, next, later].map(({ length }) => length).join();
  if (UNEVEN.test(uneven) && isCardNumber(last + next + later)) return true;
  if ((end - first) * last.length > DIGITS_MAX) return false;
  const row = groups.slice(first, end).join('');
  return isCardNumber(row) || (next.length < last.length && isCardNumber(row + next));
}

/** As on American Express and Diners cards. */
const UNEVEN = /^4,6,[45]$/;

function isCardNumber(digits: string): boolean {
  if (digits.length < DIGITS_MIN || digits.length > DIGITS_MAX) return false;
  return lengthsIssuedFor(digits).includes(digits.length) && passesLuhn(digits, 0, digits.length);
}

/**
 * Only whole groups are joined: a part of a longer number is no card number. Copies nothing, since
 * a body may hold millions of groups.
 */
function groupsHoldCardNumber(groups: readonly string[], isPhone: boolean): boolean {
  const digits = groups.join('');
  let next = 0;
  return groups.some((group, first) => {
    const begin = next;
    next += group.length;
    // Phone numbers begin where the plus stands.
    const lengthMin = isPhone && first === 0 ? PHONE_DIGITS_MAX + 1 : DIGITS_MIN;
    const issued = lengthsIssuedFor(digits.slice(begin, begin + ISSUER_DIGITS));
    const lengths = issued.filter((length) => length >= lengthMin);
    return lengthsFrom(groups, first, lengths).some((length) => passesLuhn(digits, begin, length));
  });
}

/** Which of these lengths whole groups have together, from the first one on. */
function lengthsFrom(
  groups: readonly string[],
  first: number,
  sought: readonly number[],
): readonly number[] {
  if (sought.length === 0) return sought;
  const found: number[] = [];
  let length = 0;
  for (let next = first; length <= DIGITS_MAX && next < groups.length; next += 1) {
    length += groups[next]?.length ?? 0;
    if (sought.includes(length)) found.push(length);
  }
  return found;
}
