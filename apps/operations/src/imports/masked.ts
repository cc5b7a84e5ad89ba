import { holdsCardNumber } from '#platform';
import type { StatementItem } from '#statements';

/** Longer than any line of a real file, and short enough for one event. */
const RAW_CHARS_MAX = 200_000;

/** No card number is ever kept: the digits of a text that looks like one are hidden. */
export function masked(item: StatementItem): StatementItem {
  if (item.kind === 'refused') {
    return {
      ...item,
      raw: maskedText(item.raw.slice(0, RAW_CHARS_MAX)),
      reason: maskedText(item.reason),
    };
  }
  if (item.kind !== 'bank-line') return item;
  const { line } = item;
  const { endToEndId, texts } = line;
  const kept = endToEndId === null ? null : maskedText(endToEndId);
  return { ...item, line: { ...line, endToEndId: kept, texts: texts.map(maskedText) } };
}

function maskedText(text: string): string {
  return holdsCardNumber(text) ? text.replace(/\d/g, '•') : text;
}
