import { readFileSync } from 'node:fs';
import { CURRENCIES, exponentOf } from '#money';
import { escapeHtml, pagePolicy } from '#platform';
import { STYLE } from './style.js';

const SCRIPT = readFileSync(new URL('./browser/main.js', import.meta.url), 'utf8').replace(
  /^\/\/# sourceMappingURL=.*$/m,
  '',
);

/** Minor-unit digits of the currencies that do not have two. */
const UNUSUAL_EXPONENTS = Object.fromEntries(
  CURRENCIES.map((currency) => [currency, exponentOf(currency)] as const).filter(
    ([, exponent]) => exponent !== 2,
  ),
);

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
<body data-exponents="${escapeHtml(JSON.stringify(UNUSUAL_EXPONENTS))}">
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
<script type="module">${SCRIPT}</script>
</body>
</html>
`;

/** Only this server is asked. */
export const PAGE_POLICY = pagePolicy({ style: STYLE, script: SCRIPT }, [
  "connect-src 'self'",
  'img-src data:',
  "form-action 'none'",
]);
