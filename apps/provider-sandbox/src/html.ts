import { escapeHtml, pagePolicy } from '#platform';
import type { Answer } from './http/operation.js';

/** A small page in the sandbox's own look. @param content HTML, already escaped. */
export function page(title: string, content: string, { status = 200, wide = false } = {}): Answer {
  return { status, body: documentOf(title, content, wide), headers: HTML_HEADERS };
}

/** A page that says one thing. */
export function message(status: number, title: string, text: string): Answer {
  return page(title, `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>`, { status });
}

/** Terms and what they mean; both are escaped here. */
export function definitions(items: readonly (readonly [string, string])[]): string {
  const rows = items.map(
    ([name, text]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(text)}</dd>`,
  );
  return `<dl>${rows.join('')}</dl>`;
}

/** Sends the payer back to the merchant, or says what was done when there is no way back. */
export function goBack(
  url: string | null,
  query: Readonly<Record<string, string>>,
  done: string,
): Answer {
  if (url === null || !URL.canParse(url)) return message(200, done, 'You may close this page.');
  const target = new URL(url);
  for (const [name, value] of Object.entries(query)) target.searchParams.set(name, value);
  return { status: 303, body: null, headers: { Location: target.href } };
}

function documentOf(title: string, content: string, wide: boolean): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
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

const STYLE = `
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
`;

const HTML_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': pagePolicy({ style: STYLE }),
  'X-Content-Type-Options': 'nosniff',
} as const;
