import { escapeHtml } from '../html.js';

export type Described = { readonly name: string; readonly title: string };

/**
 * The page around Swagger UI. Addresses are relative, so that it works behind a path of a proxy.
 *
 * @param paths of style sheets and scripts, as the server answers them.
 */
export function pageOf(documents: readonly Described[], paths: readonly string[]): string {
  const listed = documents.map(({ name }) => ({ name, url: `openapi/${name}.json` }));
  const relative = paths.map((path) => path.slice(1));
  const styles = relative.filter((path) => path.endsWith('.css'));
  const scripts = relative.filter((path) => path.endsWith('.js'));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Assay API</title>
<link rel="icon" href="data:,">
${styles.map((path) => `<link rel="stylesheet" href="${path}">`).join('\n')}
</head>
<body data-documents="${escapeHtml(JSON.stringify(listed))}">
<header>
  <label for="documents">Document</label>
  <select id="documents">${documents.map(option).join('')}</select>
</header>
<noscript><p>This page needs JavaScript; what it shows is at <a href="openapi.json">openapi.json</a>.</p></noscript>
<main id="operations"></main>
${scripts.map((path) => `<script src="${path}"></script>`).join('\n')}
</body>
</html>
`;
}

function option({ name, title }: Described): string {
  return `<option value="${escapeHtml(name)}">${escapeHtml(title)}</option>`;
}
