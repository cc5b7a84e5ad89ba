import { operationsOf, PROBLEM_TYPE, type Document, type Operation } from './document.js';

const HOW =
  'call it in a script of tools/examples/script/, then run ' +
  '`npm run examples` and `npm run generate`';

/** Operations that lack an example, or are excused although they have all, each in a sentence. */
export function missingExamples(
  name: string,
  document: Document,
  excused: Readonly<Record<string, string>>,
): string[] {
  return [...operationsOf(document)].flatMap(([place, operation]) => {
    const parts = lackedBy(operation);
    if (place in excused) {
      return parts.length > 0
        ? []
        : [`${name}: ${place} has its examples; take it off tools/examples/without.ts`];
    }
    if (parts.length === 0) return [];
    return [`${name}: ${place} has no example of ${parts.join(', ')}: ${HOW}`];
  });
}

function lackedBy({ requestBody, responses }: Operation): string[] {
  const answers = Object.entries(responses);
  const succeeded = answers.filter(([status]) => status.startsWith('2'));
  const hasSuccess = succeeded.some(([, { content = {} }]) => isShown(content));
  const problems = answers.flatMap(([, { content }]) => content?.[PROBLEM_TYPE] ?? []);
  return [
    ...(isUnshown(requestBody?.content) ? ['its request'] : []),
    ...(succeeded.some(([, { content }]) => content) && !hasSuccess ? ['its answer'] : []),
    ...(problems.some((media) => 'example' in media) ? [] : ['a refusal']),
  ];
}

/** A file is described by its format, which no example in JSON shows. */
function isUnshown(content: Readonly<Record<string, object>> | undefined): boolean {
  return content !== undefined && !('application/octet-stream' in content) && !isShown(content);
}

/** In every form that it has. */
function isShown(content: Readonly<Record<string, object>>): boolean {
  return Object.keys(content).length > 0 && Object.values(content).every((m) => 'example' in m);
}
