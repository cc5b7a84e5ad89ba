import { Money } from '#money';
import { isDay } from '../text/dates.js';
import type { BankLine, Day } from '#reconciliation';

/** What field 61 says; what it means stands in the field behind it. */
export type Movement = Pick<
  BankLine,
  'bookedOn' | 'valueOn' | 'amount' | 'bankReference' | 'code'
> & { readonly supplement: string | null };

const MOVEMENT = new RegExp(
  '^(?<value>\\d{6})(?<entry>\\d{4})?(?<mark>R?[CD])(?<funds>[A-Z])?' +
    '(?<amount>\\d{1,15},\\d{0,4})(?<code>[NFS][A-Z0-9]{3})(?<customer>.*?)(?://(?<bank>.*))?$',
);

/** @throws RangeError for a field that has not the form of SWIFT. */
export function movementOf([first = '', ...more]: readonly string[], currency: string): Movement {
  const found = MOVEMENT.exec(first);
  if (!found) throw new RangeError('the movement (:61:) has not the form that SWIFT describes');
  const part = (name: string): string => (found.groups?.[name] ?? '').trim();
  const valueOn = dayOf(part('value'));
  const money = moneyOf(part('amount'), currency);
  return {
    valueOn,
    bookedOn: part('entry') === '' ? valueOn : bookingDayOf(part('entry'), valueOn),
    // A reversed debit brings money, and a reversed credit takes it.
    amount: BRINGS.has(part('mark')) ? money : money.negated(),
    bankReference: part('bank') === 'NONREF' ? null : part('bank') || null,
    code: part('code'),
    supplement: more.join(' ').trim() || null,
  };
}

const BRINGS: ReadonlySet<string> = new Set(['C', 'RD']);

const BALANCE = /^(?<mark>[CD])(?<day>\d{6})(?<currency>[A-Z]{3})(?<amount>\d{1,15},\d{0,4})$/;

/** @throws RangeError or InvalidMoney for a field that states no balance. */
export function balanceOf(field: string): Money {
  const found = BALANCE.exec(field.trim())?.groups;
  if (!found) throw new RangeError('the balance has not the form that SWIFT describes');
  const { mark, day = '', currency = '', amount = '' } = found;
  dayOf(day);
  const money = moneyOf(amount, currency);
  return mark === 'C' ? money : money.negated();
}

function moneyOf(text: string, currency: string): Money {
  const [whole = '', fraction = ''] = text.split(',');
  const units = whole.replace(/^0+(?=\d)/, '');
  return Money.parse(fraction === '' ? units : `${units}.${fraction}`, currency);
}

function dayOf(yymmdd: string): Day {
  const day = `20${yymmdd.slice(0, 2)}-${yymmdd.slice(2, 4)}-${yymmdd.slice(4)}`;
  if (!isDay(day)) throw new RangeError(`not a day: ${yymmdd}`);
  return day;
}

/** A booking has no year of its own: it is the one that brings it nearest to the value date. */
function bookingDayOf(mmdd: string, valueOn: Day): Day {
  const year = Number(valueOn.slice(0, 4));
  const days = [year - 1, year, year + 1]
    .map((each) => `${each}-${mmdd.slice(0, 2)}-${mmdd.slice(2)}`)
    .filter(isDay);
  const distance = (day: Day): number => Math.abs(Date.parse(day) - Date.parse(valueOn));
  const [nearest] = days.sort((a, b) => distance(a) - distance(b));
  if (nearest === undefined) throw new RangeError(`not a day: ${mmdd}`);
  return nearest;
}
