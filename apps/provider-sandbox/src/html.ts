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

export const HTML_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
} as const;

/** A small page in the sandbox's own look. @param content HTML, already escaped. */
export function page(title: string, content: string, { wide = false } = {}): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
  body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; background: #f3f4f6; color: #111827; }
  main { max-width: 26rem; margin: 10vh auto; padding: 2rem; background: #fff; border-radius: .75rem;
    box-shadow: 0 1px 3px rgb(0 0 0 / .2); }
  main.wide { max-width: 64rem; margin: 2rem auto; }
  h1 { font-size: 1.25rem; margin: 0 0 1rem; }
  h2 { font-size: 1rem; margin: 2rem 0 .5rem; }
  table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
  th, td { padding: .25rem .5rem; text-align: right; border-bottom: 1px solid #e5e7eb; }
  code { overflow-wrap: anywhere; }
  dl { display: grid; grid-template-columns: minmax(auto, 24rem) 1fr; gap: .25rem 1rem; }
  dt { color: #4b5563; } dd { margin: 0; overflow-wrap: anywhere; }
  button { display: block; width: 100%; margin-top: .75rem; padding: .75rem; font: inherit;
    border: 1px solid #9ca3af; border-radius: .5rem; background: #fff; cursor: pointer; }
  button.primary { background: #1d4ed8; border-color: #1d4ed8; color: #fff; }
  .note { color: #4b5563; font-size: .875rem; }
</style>
</head>
<body>
<main${wide ? ' class="wide"' : ''}>
${content}
<p class="note">Provider sandbox: no money moves here.</p>
</main>
</body>
</html>
`;
}
