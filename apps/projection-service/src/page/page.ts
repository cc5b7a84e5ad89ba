import { createHash } from 'node:crypto';
import { SCRIPT } from './script.js';
import { STYLE } from './style.js';

/** Answers `/`: whether it lives, the last payments, the open cases. */
export const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Assay</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<header>
  <h1>Assay</h1>
  <p id="state" role="status">Not connected</p>
  <button id="leave" type="button" hidden>Forget key</button>
</header>
<main>
  <form id="door">
    <label for="key">API key</label>
    <input id="key" type="password" autocomplete="off" spellcheck="false" required>
    <button type="submit">Show</button>
    <p>It stays in this tab and is sent to this server only.</p>
    <p id="refusal" role="alert"></p>
  </form>
  <div id="content" hidden>
    <section aria-labelledby="views-title">
      <h2 id="views-title">Views</h2>
      <ul id="views" class="tiles"></ul>
    </section>
    <section aria-labelledby="balance-title">
      <h2 id="balance-title">Trial balance</h2>
      <ul id="balance" class="tiles"></ul>
    </section>
    <section aria-labelledby="cases-title">
      <h2 id="cases-title">Open cases</h2>
      <div id="cases"></div>
    </section>
    <section aria-labelledby="payments-title">
      <h2 id="payments-title">Last payments</h2>
      <div id="payments"></div>
    </section>
  </div>
</main>
<noscript><p>This page needs JavaScript; the same answers are at /openapi.json.</p></noscript>
<script>${SCRIPT}</script>
</body>
</html>
`;

/** Only this very script and style run, and only this server is asked. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `script-src ${hashOf(SCRIPT)}`,
  `style-src ${hashOf(STYLE)}`,
  "connect-src 'self'",
  'img-src data:',
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
