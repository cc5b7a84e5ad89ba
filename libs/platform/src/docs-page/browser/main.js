// The page's script, as a browser runs it; its types are checked with this folder's tsconfig.json.

/** @typedef {{ readonly name: string, readonly url: string }} Described */
/** @typedef {{ updateUrl(url: string): void, download(url: string): void }} SpecActions */
/** @typedef {(options: object) => { readonly specActions: SpecActions }} Bundle */

const { SwaggerUIBundle } = /** @type {{ readonly SwaggerUIBundle: Bundle }} */ (
  /** @type {unknown} */ (globalThis)
);

/** @type {readonly Described[]} */
const DOCUMENTS = JSON.parse(document.body.dataset['documents'] ?? '[]');

const chosen = /** @type {HTMLSelectElement} */ (document.getElementById('documents'));

const asked = new URLSearchParams(location.search).get('document');
const first = DOCUMENTS.find(({ name }) => name === asked) ?? DOCUMENTS[0];
if (!first) throw new Error('the page was given no document');

const dark = matchMedia('(prefers-color-scheme: dark)');
const applyScheme = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', applyScheme);
applyScheme();

const { specActions } = SwaggerUIBundle({
  dom_id: '#operations',
  url: first.url,
  // The layout with a bar of its own writes a style element, which the policy forbids.
  layout: 'BaseLayout',
  deepLinking: true,
  displayRequestDuration: true,
  defaultModelsExpandDepth: 0,
  filter: true,
  // Roles that may call, and bounds of bodies, stand in extensions.
  showExtensions: true,
  // A key is forgotten with the page.
  persistAuthorization: false,
  validatorUrl: null,
});

chosen.value = first.name;
chosen.addEventListener('change', () => {
  const next = DOCUMENTS.find(({ name }) => name === chosen.value) ?? first;
  const address = new URL(location.href);
  address.searchParams.set('document', next.name);
  address.hash = '';
  history.replaceState(null, '', address);
  specActions.updateUrl(next.url);
  specActions.download(next.url);
});
