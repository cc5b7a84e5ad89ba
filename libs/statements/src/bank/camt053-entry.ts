import { Money } from '#money';
import { isDay } from '../text/dates.js';
import type { BankLine, Day } from '#reconciliation';

/** The text of an element, with its path below the entry or balance that it is in. */
export type Leaf = { readonly path: string; readonly text: string; readonly currency?: string };

export type CamtEntry = {
  /** BOOK, PDNG or INFO. */
  readonly status: string;
  readonly line: Omit<BankLine, 'lineId' | 'account'>;
};

/** As many texts as an entry keeps; a batch may have one for each of thousands of payments. */
const TEXTS_MAX = 50;
const TEXT_CHARS_MAX = 2_000;

const DETAILS = 'NtryDtls/TxDtls';
const TEXTS = new Set([
  `${DETAILS}/RmtInf/Ustrd`,
  `${DETAILS}/RmtInf/Strd/CdtrRefInf/Ref`,
  `${DETAILS}/AddtlTxInf`,
  'AddtlNtryInf',
]);
const END_TO_END = `${DETAILS}/Refs/EndToEndId`;

/** @throws RangeError or InvalidMoney for an entry that cannot be read. */
export function entryOf(leaves: readonly Leaf[]): CamtEntry {
  const status = leafOf(leaves, 'Sts/Cd') ?? leafOf(leaves, 'Sts') ?? 'BOOK';
  const amount = moneyIn(leaves);
  const bookedOn = dayIn(leaves, 'BookgDt') ?? dayIn(leaves, 'ValDt');
  if (bookedOn === null) throw new RangeError('an entry without a day of booking (BookgDt)');
  const ids = leaves.filter(({ path }) => path === END_TO_END).map(({ text }) => text);
  const [only] = ids;
  const reference = leafOf(leaves, 'AcctSvcrRef');
  return {
    status,
    line: {
      bookedOn,
      valueOn: dayIn(leaves, 'ValDt') ?? bookedOn,
      amount,
      bankReference: reference === 'NONREF' ? null : reference,
      endToEndId: ids.length === 1 && only !== 'NOTPROVIDED' ? (only ?? null) : null,
      texts: leaves
        .filter(({ path }) => TEXTS.has(path))
        .slice(0, TEXTS_MAX)
        .map(({ text }) => text.slice(0, TEXT_CHARS_MAX)),
      code: codeOf(leaves),
    },
  };
}

/** The first element at a path. */
export function leafOf(leaves: readonly Leaf[], sought: string): string | null {
  return leaves.find(({ path }) => path === sought)?.text ?? null;
}

/** Amounts have no sign; the indicator says whether we got or gave. */
export function moneyIn(leaves: readonly Leaf[]): Money {
  const { text = '', currency } = leaves.find(({ path }) => path === 'Amt') ?? {};
  if (currency === undefined) throw new RangeError('an amount (Amt) without its currency (Ccy)');
  if (text.startsWith('-')) throw new RangeError(`an amount with a sign of its own: ${text}`);
  const amount = Money.parse(text.replace(/^\+/, '').replace(/^0+(?=\d)/, ''), currency);
  const indicator = leafOf(leaves, 'CdtDbtInd');
  if (indicator === 'CRDT') return amount;
  if (indicator === 'DBIT') return amount.negated();
  throw new RangeError(`neither CRDT nor DBIT: ${indicator ?? 'no indicator'}`);
}

function dayIn(leaves: readonly Leaf[], name: string): Day | null {
  const text = leafOf(leaves, `${name}/Dt`) ?? leafOf(leaves, `${name}/DtTm`);
  if (text === null) return null;
  const day = text.slice(0, 10);
  if (!isDay(day)) throw new RangeError(`not a day (${name}): ${text}`);
  return day;
}

function codeOf(leaves: readonly Leaf[]): string | null {
  const domain = leafOf(leaves, 'BkTxCd/Domn/Cd');
  if (domain === null) return leafOf(leaves, 'BkTxCd/Prtry/Cd');
  const family = leafOf(leaves, 'BkTxCd/Domn/Fmly/Cd');
  const subfamily = leafOf(leaves, 'BkTxCd/Domn/Fmly/SubFmlyCd');
  return [domain, family, subfamily].filter((part) => part !== null).join('-');
}
