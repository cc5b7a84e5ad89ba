import { StatementFault } from '../statement.js';

export type TextLine = { readonly row: number; readonly text: string };

/** As long as one line may be. */
const LINE_CHARS_MAX = 256 * 1024;

/** The lines of a text, whichever of LF, CRLF and CR ends them. */
export async function* textLines(pieces: AsyncIterable<string>): AsyncGenerator<TextLine> {
  let rest = '';
  let row = 0;
  for await (const piece of pieces) {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    if (rest.length > LINE_CHARS_MAX) {
      throw new StatementFault('statement-broken', row + 1, 'a line is longer than any should be');
    }
    for (const text of lines) yield { row: (row += 1), text };
  }
  if (rest !== '') yield { row: row + 1, text: rest.replace(/\r$/, '') };
}
