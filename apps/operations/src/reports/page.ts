import { escapeHtml, pagePolicy } from '#platform';

/** A page that needs nothing but itself: no script, no font, no address outside of it. */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body><main>
<h1>${escapeHtml(title)}</h1>
${body}
</main></body>
</html>
`;
}

export function percent(share: number | null, digits = 1): string {
  return share === null ? '–' : `${(share * 100).toFixed(digits)} %`;
}

const STYLE = `
:root { --ink: #1c2430; --soft: #5b6675; --paper: #fff; --line: #d8dee6; --tile: #f4f6f9;
  --bar: #3569b8; --warn: #b25e00; --bad: #b3261e; --good: #2c7a4b; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --soft: #9aa6b5; --paper: #14181e;
  --line: #333c48; --tile: #1d232c; --bar: #7aa7ea; --warn: #e2a14d; --bad: #f08a80;
  --good: #6cc493; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5rem; margin: .5rem 0; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
p { margin: .5rem 0; color: var(--soft); max-width: 44rem; }
.tiles { display: grid; gap: .6rem; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); }
.tile { background: var(--tile); border-radius: .5rem; padding: .6rem .8rem; }
.tile b { display: block; font-size: 1.4rem; font-variant-numeric: tabular-nums; }
.tile span { color: var(--soft); font-size: .85rem; }
.wide { overflow-x: auto; margin-top: .6rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: right; padding: .3rem .5rem; border-bottom: 1px solid var(--line);
  font-variant-numeric: tabular-nums; white-space: nowrap; }
th:first-child, td:first-child { text-align: left; }
svg { display: block; width: 100%; height: auto; }
svg text { fill: var(--soft); font: 11px system-ui, sans-serif; }
.bar { fill: var(--bar); } .look { fill: var(--warn); } .alarm { fill: var(--bad); }
.quiet { fill: var(--bar); } .axis { stroke: var(--line); }
@media (max-width: 34rem) { svg text { font-size: 16px; } }
@media print { body { font-size: 12px; } }
`;

export const PAGE_POLICY = pagePolicy({ style: STYLE });
