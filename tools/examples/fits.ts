import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { operationsOf, type Document, type Operation } from './document.js';

/** Examples in a document that its own schemas refuse, each in a sentence. */
export function unfitExamples(name: string, document: Document): string[] {
  // OpenAPI has words that JSON Schema does not know.
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
  addFormats.default(ajv);
  ajv.addSchema(document, 'document');
  return [...operationsOf(document)].flatMap(([place, operation]) => {
    const [method = '', path = ''] = place.split(' ');
    return shownIn(operation).flatMap(({ part, example }) => {
      const pointer = ['paths', path, method, ...part, 'schema'].map(escaped).join('/');
      // A field that the schema does not have is one that callers are not told of.
      const fits = ajv.compile({ $ref: `document#/${pointer}`, unevaluatedProperties: false });
      if (fits(example)) return [];
      const why = ajv.errorsText(fits.errors, { dataVar: '' });
      const where = part.filter((each) => each !== 'content').join(' ');
      return [`${name}: ${place}: the example of ${where} does not fit: ${why}`];
    });
  });
}

type Shown = { readonly part: readonly string[]; readonly example: unknown };

function shownIn({ requestBody, responses }: Operation): Shown[] {
  const contents = [
    { at: ['requestBody'], content: requestBody?.content },
    ...Object.entries(responses).map(([status, { content }]) => ({
      at: ['responses', status],
      content,
    })),
  ];
  return contents.flatMap(({ at, content = {} }) =>
    Object.entries(content)
      .filter(([, media]) => 'example' in media && media.schema)
      .map(([type, { example }]) => ({ part: [...at, 'content', type], example })),
  );
}

function escaped(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}
