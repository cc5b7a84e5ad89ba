/**
 * Puts text between `<!-- generated: name -->` and `<!-- end -->`.
 *
 * @throws Error when the document has no such section.
 */
export function withSection(document: string, name: string, text: string): string {
  const start = `<!-- generated: ${name} -->`;
  const end = '<!-- end -->';
  const from = document.indexOf(start);
  const to = document.indexOf(end, from);
  if (from === -1 || to === -1) throw new Error(`it needs a line "${start}" and later "${end}"`);
  return `${document.slice(0, from + start.length)}\n\n${text}\n\n${document.slice(to)}`;
}
