import { SaxesParser } from 'saxes';
import { StatementFault, type Source, type StatementItem } from '../statement.js';
import { xmlTextOf } from '../text/xml-text.js';
import { CamtStatements } from './camt053-statements.js';

/** Deeper than any statement; a file that nests on is made to fill memory. */
const DEPTH_MAX = 64;
const TEXT_CHARS_MAX = 64 * 1024;

/**
 * An ISO 20022 bank statement. It is read as it comes; a document type, and so an entity of its
 * own, is refused, and nothing that it names is fetched.
 */
export async function* camt053(source: Source): AsyncGenerator<StatementItem> {
  const statements = new CamtStatements();
  const parser = parserInto(statements);
  for await (const piece of xmlTextOf(source)) {
    parser.write(piece);
    yield* statements.take();
  }
  statements.end(() => parser.close());
  yield* statements.take();
}

function parserInto(statements: CamtStatements): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const fail = (message: string): never => {
    throw new StatementFault('statement-broken', parser.line, message);
  };
  let text = '';
  parser.on('error', ({ message }) => {
    if (statements.isEnding) throw statements.unfinished(parser.line);
    fail(`not well-formed: ${message.replace(/^\d+:\d+: /, '')}`);
  });
  parser.on('doctype', () => fail('it has a document type (DOCTYPE), which no statement needs'));
  parser.on('opentag', ({ name, attributes }) => {
    text = '';
    if (statements.depth >= DEPTH_MAX) fail(`it nests deeper than ${DEPTH_MAX} levels`);
    statements.open(localNameOf(name), attributes, parser.line);
  });
  const add = (more: string): void => {
    text += more;
    if (text.length > TEXT_CHARS_MAX) fail(`a text is longer than ${TEXT_CHARS_MAX} characters`);
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    statements.close(text.trim(), parser.line);
    text = '';
  });
  return parser;
}

function localNameOf(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
