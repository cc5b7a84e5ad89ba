import { TextDecoder } from 'node:util';
import { StatementFault, type Source } from '../statement.js';

const START_BYTES = 256;

/** The text of an XML file, in the encoding that it declares. @throws StatementFault */
export async function* xmlTextOf(source: Source): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let start = new Uint8Array();
  for await (const chunk of source()) {
    if (!decoder) {
      start = Uint8Array.from([...start, ...chunk.subarray(0, START_BYTES)]);
      decoder = decoderOf(start);
    }
    yield decoded(() => (decoder as TextDecoder).decode(chunk, { stream: true }));
  }
  if (decoder) yield decoded(() => (decoder as TextDecoder).decode());
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
    throw new StatementFault('statement-broken', 1, 'its bytes are not in the encoding it declares');
  }
}
