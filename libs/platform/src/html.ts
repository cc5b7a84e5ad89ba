import { createHash } from 'node:crypto';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/** A table with a heading row. Cells are text, and escaped here. */
export function htmlTable(
  headings: readonly string[],
  rows: readonly (readonly (string | number | bigint)[])[],
): string {
  const line = (cells: readonly (string | number | bigint)[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(String(cell))}</${tag}>`).join('')}</tr>`;
  const body = rows.map((row) => line(row, 'td')).join('\n');
  return `<div class="wide"><table><thead>${line(headings, 'th')}</thead>
<tbody>${body}</tbody></table></div>`;
}

/**
 * Content security policy of a page: exactly its own style and script run, and nothing is loaded.
 *
 * @param more directives for what else the page may do, as in `connect-src 'self'`.
 */
export function pagePolicy(
  { style, script }: { readonly style: string; readonly script?: string },
  more: readonly string[] = [],
): string {
  return [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    ...(script === undefined ? [] : [`script-src ${hashOf(script)}`]),
    ...more,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
