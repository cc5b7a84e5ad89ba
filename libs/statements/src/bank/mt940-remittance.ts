/** What field 86 says that is needed to know what a movement is for. */
export type Remittance = { readonly texts: readonly string[]; readonly endToEndId: string | null };

/** Names and accounts of the other side: not needed for matching, and not ours to keep. */
const OF_THE_OTHER_SIDE = /^3[0-8]$/;

/** Words that begin a part of the text, as German banks write it. */
const PARTS = 'EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|IBAN|BIC|COAM|OAMT|PURP';

export function remittanceOf(lines: readonly string[]): Remittance {
  const isCoded = /^\d{3}\?/.test(lines[0] ?? '');
  const texts = isCoded ? codedTexts(lines.join('')) : lines.map((line) => line.trim());
  const all = isCoded ? texts.join('') : texts.join(' ');
  return { texts: texts.filter((text) => text !== ''), endToEndId: endToEndIn(all) };
}

/** `166?00CREDIT?20EREF+po_1?21SVWZ+PAYOUT`: texts in the fields 00, 20 to 29 and 60 to 63. */
function codedTexts(text: string): string[] {
  return text
    .split(/\?(?=\d{2})/)
    .slice(1)
    .filter((field) => !OF_THE_OTHER_SIDE.test(field.slice(0, 2)))
    .filter((field) => !/^(00|10)/.test(field))
    .map((field) => field.slice(2).trim());
}

function endToEndIn(text: string): string | null {
  const german = new RegExp(`EREF\\+(.*?)(?=(?:${PARTS})\\+|$)`).exec(text)?.[1];
  const slashed = /\/EREF\/([^/]+)/.exec(text)?.[1];
  const id = (german ?? slashed ?? '').trim();
  return id === '' || id === 'NOTPROVIDED' || id === 'NONREF' ? null : id;
}
