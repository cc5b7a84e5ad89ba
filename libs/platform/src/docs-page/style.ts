/** Around Swagger UI, and what it leaves out on a narrow screen. */
export const STYLE = `
:root { color-scheme: light dark; }
html { background: #fff; color: #3b4151; }
html.dark-mode { background: #1c2022; color: #e4e6e6; }
body { margin: 0; font: 15px/1.45 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; }
header {
  display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 12px;
  max-width: 1460px; margin: 0 auto; padding: 16px 20px 0; box-sizing: border-box;
}
header select { font: inherit; padding: 4px 8px; max-width: 100%; }
noscript p { padding: 0 20px; }
.swagger-ui .info { margin: 24px 0; }
.swagger-ui .scheme-container { padding: 16px 0; }
/* There is one server: the one that answers the page. */
.swagger-ui .scheme-container .schemes .schemes-server-container { display: none; }
@media (max-width: 640px) {
  .swagger-ui .opblock .opblock-summary { flex-wrap: wrap; }
  .swagger-ui .opblock .opblock-summary-control { flex-wrap: wrap; }
  .swagger-ui .opblock .opblock-summary-path { max-width: 100%; flex-basis: 70%; }
  .swagger-ui .opblock .opblock-summary-description { flex-basis: 100%; }
  .swagger-ui .wrapper { padding: 0 10px; }
  .swagger-ui .response-col_links { display: none; }
  .swagger-ui .responses-inner, .swagger-ui .opblock-section { overflow-x: auto; }
}
`;
