import { existsSync, readFileSync } from 'node:fs';

export type Json = Readonly<Record<string, unknown>>;

/** What was sent and answered once, as a caller may see it. */
export type Example = {
  readonly request?: unknown;
  readonly success?: {
    readonly status: number;
    /** By media type; text has its first lines. */
    readonly content: Readonly<Record<string, unknown>>;
  };
  readonly problem?: { readonly status: number; readonly body: unknown };
};

/** By service, then by operation: `post /v1/payments`. */
export type Examples = Readonly<Record<string, Readonly<Record<string, Example>>>>;

export const EXAMPLES_FILE = 'docs/openapi-examples.json';

/** What `npm run examples` recorded last. */
export function recordedExamples(): Examples {
  if (!existsSync(EXAMPLES_FILE)) return {};
  return JSON.parse(readFileSync(EXAMPLES_FILE, 'utf8')) as Examples;
}
