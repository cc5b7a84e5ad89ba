const QUOTE = '"';

/**
 * Where a row that begins here ends, behind its line end. Null: not in this text, since a quote is
 * open in it or more has to come.
 */
export function endOfRow(
  text: string,
  begin: number,
  { delimiter, isEnd }: { readonly delimiter: string; readonly isEnd: boolean },
): number | null {
  let beginsField = true;
  for (let at = begin; at < text.length; at += 1) {
    const character = text[at];
    if (character === QUOTE && beginsField) {
      const end = endOfQuoted(text, at + 1);
      if (end === null || (end + 1 === text.length && !isEnd)) return null;
      at = end;
    } else if (character === '\n') {
      return at + 1;
    } else if (character === '\r') {
      return endOfReturn(text, at, isEnd);
    }
    beginsField = character === delimiter;
  }
  return isEnd ? text.length : null;
}

/** Of a carriage return, alone or with the line feed that may still come. */
function endOfReturn(text: string, at: number, isEnd: boolean): number | null {
  if (at + 1 === text.length && !isEnd) return null;
  return text[at + 1] === '\n' ? at + 2 : at + 1;
}

/** The fields of a row, or why it has none: one sentence. */
export function cellsOf(row: string, delimiter: string): readonly string[] | string {
  if (!row.includes(QUOTE)) return row.split(delimiter);
  const cells: string[] = [];
  for (let at = 0; ; at += 1) {
    if (row[at] === QUOTE) {
      const end = endOfQuoted(row, at + 1);
      if (end === null) return 'a quote is opened and not closed';
      cells.push(row.slice(at + 1, end).replaceAll('""', QUOTE));
      at = end + 1;
      if (at < row.length && row[at] !== delimiter) return 'text stands behind a closing quote';
    } else {
      const end = row.indexOf(delimiter, at);
      cells.push(row.slice(at, end === -1 ? row.length : end));
      at = end === -1 ? row.length : end;
    }
    if (at >= row.length) return cells;
  }
}

function endOfQuoted(row: string, begin: number): number | null {
  for (let at = row.indexOf(QUOTE, begin); at !== -1; at = row.indexOf(QUOTE, at + 2)) {
    if (row[at + 1] !== QUOTE) return at;
  }
  return null;
}
