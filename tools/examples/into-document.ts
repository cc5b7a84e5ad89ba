import {
  JSON_TYPE,
  operationsOf,
  PROBLEM_TYPE,
  type Content,
  type Document,
  type Operation,
} from './document.js';
import type { Example } from './file.js';

/** Puts each recorded example beside its schema. */
export function withExamples<Described extends Document>(
  document: Described,
  examples: Readonly<Record<string, Example>>,
): Described {
  for (const [place, operation] of operationsOf(document)) {
    const example = examples[place];
    if (example) putInto(operation, example);
  }
  return document;
}

/** What a compiler of types does not need. */
export function withoutShown<Described extends Document>(document: Described): Described {
  for (const { requestBody, responses } of operationsOf(document).values()) {
    if (requestBody) requestBody.content = bare(requestBody.content);
    for (const response of Object.values(responses)) {
      if (response.content) response.content = bare(response.content);
    }
  }
  return document;
}

function bare(content: Content): Content {
  return Object.fromEntries(
    Object.entries(content).map(([type, { example: _shown, ...media }]) => [type, media]),
  );
}

function putInto(operation: Operation, { request, success, problem }: Example): void {
  const { requestBody, responses } = operation;
  if (requestBody) requestBody.content = shown(requestBody.content, { [JSON_TYPE]: request });
  for (const { status, content } of [
    ...(success ? [success] : []),
    ...(problem ? [{ status: problem.status, content: { [PROBLEM_TYPE]: problem.body } }] : []),
  ]) {
    const response = responses[status];
    if (response?.content) response.content = shown(response.content, content);
  }
}

/** A copy: refusals of one status share their content. */
function shown(content: Content, examples: Readonly<Record<string, unknown>>): Content {
  return Object.fromEntries(
    Object.entries(content).map(([type, media]) => [
      type,
      examples[type] === undefined ? media : { ...media, example: examples[type] },
    ]),
  );
}
