import { TextDecoder } from 'node:util';
import { StatementFault, type Source } from '../statement.js';
import { startOf } from './encoding.js';

/** The text of an XML file, in the encoding that it declares. @throws StatementFault */
export async function* xmlTextOf(source: Source): AsyncGenerator<string> {
  const decoder = decoderOf(await startOf(source));
  for await (const chunk of source()) {
    yield decoded(() => decoder.decode(chunk, { stream: true }));
  }
  yield decoded(() => decoder.decode());
}

function decoderOf(start: Uint8Array): TextDecoder {
  const [first, second] = start;
  const fatal = { fatal: true };
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le', fatal);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be', fatal);
  const declared = /^<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(
    new TextDecoder('latin1').decode(start).replace(/^\u00ef\u00bb\u00bf/, ''),
  )?.[1];
  try {
    return new TextDecoder(declared ?? 'utf-8', fatal);
  } catch {
    throw new StatementFault('statement-broken', 1, `not an encoding that is known: ${declared}`);
  }
}

function decoded(decode: () => string): string {
  try {
    return decode();
  } catch {
    throw new StatementFault(
      'statement-broken',
      1,
      'its bytes are not in the encoding it declares',
    );
  }
}
