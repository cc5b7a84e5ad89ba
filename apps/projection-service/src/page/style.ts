export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f6f5f2, #16181b);
  --card: light-dark(#ffffff, #1f2226);
  --line: light-dark(#dcd9d2, #33373d);
  --ink: light-dark(#1d1f22, #eceae5);
  --soft: light-dark(#5d6066, #a3a7ae);
  --good: light-dark(#14663a, #6fd39b);
  --bad: light-dark(#a3231b, #ff9a8f);
  --mark: light-dark(#7a5a00, #f0c95a);
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 15px/1.45 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
}
header {
  display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 16px;
  padding: 20px 24px 12px; max-width: 1080px; margin: 0 auto;
}
h1 { font-size: 22px; margin: 0; letter-spacing: -0.01em; }
h2 { font-size: 15px; margin: 0 0 8px; }
header p { margin: 0; color: var(--soft); flex: 1; }
main { max-width: 1080px; margin: 0 auto; padding: 0 24px 48px; }
section { margin-top: 24px; }
.tiles {
  list-style: none; margin: 0; padding: 0; display: grid; gap: 12px;
  grid-template-columns: repeat(auto-fill, minmax(210px, 1fr));
}
.tiles li, .card, form {
  background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 12px 14px;
}
.tiles strong { display: block; font-weight: 600; }
.tiles span { display: block; color: var(--soft); font-size: 13px; overflow-wrap: anywhere; }
.card { padding: 0; overflow-x: auto; }
.empty { margin: 0; padding: 12px 14px; color: var(--soft); }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; padding: 8px 14px; white-space: nowrap; }
th { font-weight: 500; font-size: 13px; color: var(--soft); }
tbody tr { border-top: 1px solid var(--line); }
.number { text-align: right; font-variant-numeric: tabular-nums; }
code { font: 13px/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
.good { color: var(--good) !important; }
.bad { color: var(--bad) !important; }
.mark { color: var(--mark) !important; }
form { margin-top: 24px; max-width: 460px; display: grid; grid-template-columns: 1fr auto; gap: 8px; }
form label, form p { grid-column: 1 / -1; margin: 0; }
form p { color: var(--soft); font-size: 13px; }
form[hidden] { display: none; }
#refusal { color: var(--bad); }
#refusal:empty { display: none; }
input, button {
  font: inherit; color: inherit; padding: 7px 10px; border-radius: 6px;
  border: 1px solid var(--line); background: var(--ground); min-width: 0;
}
button { cursor: pointer; }
:focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; }
@media (max-width: 560px) {
  header { padding: 16px 16px 8px; }
  main { padding: 0 16px 32px; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; }
  .tiles { grid-template-columns: 1fr 1fr; }
  tbody tr { display: grid; grid-template-columns: 1fr auto; padding: 8px 14px; gap: 2px 12px; }
  td { padding: 0; white-space: normal; overflow-wrap: anywhere; }
  td:nth-child(even) { text-align: right; }
}
`;
