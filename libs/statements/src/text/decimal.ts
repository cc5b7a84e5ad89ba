import { Money } from '#money';

export type DecimalSign = '.' | ',';

/** Behind or before digits: a minus of typography is one, too. */
const MINUS = /[-−–]/;

/**
 * An amount as people and banks write it: `1.234,56`, `(12.30)`, `12,30-`, `+1 234.5`. Thousands
 * have to be grouped by three, so that a point that is taken for the wrong sign is refused instead
 * of read as a hundred times as much.
 *
 * @throws InvalidMoney for a number that the currency has not, as JPY 1.5.
 * @throws RangeError for text that is no amount with this decimal sign.
 */
export function amountOf(text: string, decimal: DecimalSign, currency: string): Money {
  const { isNegative, digits } = signOf(text.trim().replace(/[\u00a0\u202f\s]+/g, ' '));
  const [whole = '', fraction = '', ...more] = digits.split(decimal);
  const isSound = more.length === 0 && isGrouped(whole, decimal) && /^\d*$/.test(fraction);
  if (!isSound || whole + fraction === '') {
    throw new RangeError(`not an amount with the decimal sign "${decimal}": ${text}`);
  }
  const units = whole.replace(/\D/g, '').replace(/^0+(?=\d)/, '') || '0';
  const amount = Money.parse(fraction ? `${units}.${fraction}` : units, currency);
  return isNegative ? amount.negated() : amount;
}

function signOf(text: string): { readonly isNegative: boolean; readonly digits: string } {
  const bracketed = /^\((.*)\)$/.exec(text)?.[1];
  if (bracketed !== undefined) return { isNegative: true, digits: bracketed.trim() };
  if (MINUS.test(text.charAt(0))) return { isNegative: true, digits: text.slice(1).trim() };
  if (MINUS.test(text.slice(-1))) return { isNegative: true, digits: text.slice(0, -1).trim() };
  const isMarked = text.startsWith('+') || text.endsWith('+');
  return { isNegative: false, digits: isMarked ? text.replace('+', '').trim() : text };
}

function isGrouped(whole: string, decimal: DecimalSign): boolean {
  if (/^\d*$/.test(whole)) return true;
  const groups = [decimal === ',' ? '.' : ',', ' ', "'"];
  return groups.some((sign) => {
    const [first = '', ...rest] = whole.split(sign);
    return /^\d{1,3}$/.test(first) && rest.every((group) => /^\d{3}$/.test(group));
  });
}
