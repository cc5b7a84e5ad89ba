import { lengthsIssuedFor, passesLuhn } from './card-issuers.js';
import { plainText } from './plain-text.js';

const DIGITS_MIN = 13;
const DIGITS_MAX = 19;

/** As long as international phone numbers get in practice; a plus never begins a card number. */
const PHONE_DIGITS_MAX = 13;

/** Groups of digits with what separates words between two: spaces, dashes, dots, invisibles. */
const DIGIT_GROUPS = /\d+(?:[\s._·•‧∙⋅・\p{Z}\p{Pd}\p{Cf}\p{Cc}]{1,8}\d+)*/gu;

/** Groups of digits with whatever is no letter between two. */
const SEPARATED_GROUPS = /\d+(?:[^\p{L}\p{N}]{1,8}\d+)+/gu;

/** Thirteen digits near to each other; what has none is not looked at twice. */
const MANY_DIGITS = /(?:\d\D{0,8}){12}\d/;

/** Random ids: what is digits in them is so by chance. */
const RANDOM_IDS =
  /\b(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[0-9]*[a-f])[0-9a-f]{32,})\b/gi;

/**
 * Whether a text holds what looks like a card number: whole groups of digits, of any script, that
 * make 13 to 19 digits in a known issuer's range with a valid check digit. Where other separators
 * than those of words stand between the groups, they have to be grouped as cards are.
 */
export function holdsCardNumber(text: string): boolean {
  const searched = searchable(text);
  if (searched === null) return false;
  for (const match of searched.matchAll(DIGIT_GROUPS)) {
    const isPhone = searched[match.index - 1] === '+';
    if (groupsHoldCardNumber(match[0].match(/\d+/g) ?? [], isPhone)) return true;
  }
  return holdsGroupedCardNumber(searched);
}

/**
 * Whether a text of ids holds a card number: written in one, or grouped as cards are. Groups of
 * other sizes are ids beside each other.
 */
export function holdsCardNumberAmongIds(text: string): boolean {
  const searched = searchable(text);
  if (searched === null) return false;
  const written = searched.match(/\d{13,}/g) ?? [];
  return written.some((digits) => isCardNumber(digits)) || holdsGroupedCardNumber(searched);
}

/** What to search in; null where there are too few digits. */
function searchable(text: string): string | null {
  if (text.length < DIGITS_MIN) return null;
  const plain = plainText(text);
  return MANY_DIGITS.test(plain) ? plain.replace(RANDOM_IDS, ' # ') : null;
}

function holdsGroupedCardNumber(searched: string): boolean {
  for (const match of searched.matchAll(SEPARATED_GROUPS)) {
    if (searched[match.index - 1] === '+') continue;
    if (equallySeparated(match[0]).some(holdsGroupsOfCard)) return true;
  }
  return false;
}

/** The longest rows of groups that have the same separator between them. */
function equallySeparated(text: string): string[][] {
  const parts = text.split(/(\D+)/);
  const rows: string[][] = [];
  let separator: string | null = null;
  for (let index = 0; index + 2 < parts.length; index += 2) {
    const [group = '', between = '', next = ''] = parts.slice(index, index + 3);
    if (between === separator) rows.at(-1)?.push(next);
    else rows.push([group, next]);
    separator = between;
  }
  return rows;
}

/** Smaller groups are lists of small numbers. */
const GROUP_SIZES: readonly number[] = [4, 5, 6];

/** As on American Express and Diners cards. */
const UNEVEN = /^4,6,[45]$/;

function holdsGroupsOfCard(groups: readonly string[]): boolean {
  return groups.some((_group, first) => candidatesFrom(groups, first).some(isCardNumber));
}

/** What may be a card from one group on: a lone row of one size, with a shorter group or without. */
function candidatesFrom(groups: readonly string[], first: number): readonly string[] {
  const uneven = groups.slice(first, first + 3);
  if (UNEVEN.test(uneven.map(({ length }) => length).join())) return [uneven.join('')];
  const size = groups[first]?.length ?? 0;
  const isLater = groups[first - 1]?.length === size;
  if (isLater || !GROUP_SIZES.includes(size)) return [];
  const others = groups.findIndex((group, index) => index > first && group.length !== size);
  const end = others === -1 ? groups.length : others;
  const row = groups.slice(first, end).join('');
  const next = groups[end] ?? '';
  return next.length < size ? [row, row + next] : [row];
}

function isCardNumber(digits: string): boolean {
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
    const issued = lengthsIssuedFor(digits.slice(begin, begin + DIGITS_MAX));
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
