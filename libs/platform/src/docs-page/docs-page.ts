import type { FastifyInstance } from 'fastify';
import { POLICY_PATH } from '../deprecation/deprecation-headers.js';
import { documentTextOf, openApiTextOf } from '../openapi/document.js';
import { assetsOfPage } from './assets.js';
import { serveKept } from './kept-answer.js';
import { pageOf } from './page.js';

const CHECKED_EACH_TIME = 'public, no-cache';
const FOR_EVER = 'public, max-age=31536000, immutable';

/** Nothing inline runs, nothing comes from elsewhere, and requests go to this address only. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // Icons are in the style sheet of Swagger UI.
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Answers OpenAPI documents, and a page to read and try them. Both tell what the software can do,
 * and nothing of who uses it: they need no key, and the page keeps the key that it is given no
 * longer than it is open.
 *
 * @param names of files in docs/openapi; the first is also `/openapi.json`. None: no page.
 */
export function serveDocs(instance: FastifyInstance, names: readonly string[] = []): void {
  if (names.length === 0) return;
  const documents = names.map((name) => ({ name, text: openApiTextOf(name) }));
  for (const [index, { name, text }] of documents.entries()) {
    const answer = {
      type: 'application/json',
      cacheControl: CHECKED_EACH_TIME,
      read: () => Buffer.from(text),
    };
    serveKept(instance, `/openapi/${name}.json`, answer);
    if (index === 0) serveKept(instance, '/openapi.json', answer);
  }
  const policy = documentTextOf('api-policy.md');
  serveKept(instance, POLICY_PATH, {
    type: 'text/markdown; charset=utf-8',
    cacheControl: CHECKED_EACH_TIME,
    read: () => Buffer.from(policy),
  });
  const assets = assetsOfPage();
  for (const { path, type, read } of assets) {
    serveKept(instance, path, { type, cacheControl: FOR_EVER, read });
  }
  const page = pageOf(
    documents.filter(isDrawnWhole).map(({ name, text }) => ({ name, title: titleOf(text) })),
    assets.map(({ path }) => path),
  );
  serveKept(instance, '/docs', {
    type: 'text/html; charset=utf-8',
    cacheControl: CHECKED_EACH_TIME,
    policy: POLICY,
    read: () => Buffer.from(page),
  });
  instance.get('/docs/', (_request, reply) => reply.redirect('../docs', MOVED_PERMANENTLY));
}

const MOVED_PERMANENTLY = 308;

/**
 * Of a document with more, Swagger UI 5.33 draws the first few operations and says nothing: those
 * of each service are shown by themselves.
 */
const OPERATIONS_DRAWN_MAX = 128;

function isDrawnWhole({ text }: { readonly text: string }): boolean {
  const { paths } = JSON.parse(text) as { readonly paths: Readonly<Record<string, object>> };
  return Object.values(paths).flatMap(Object.keys).length <= OPERATIONS_DRAWN_MAX;
}

function titleOf(document: string): string {
  return (JSON.parse(document) as { info: { title: string } }).info.title;
}
