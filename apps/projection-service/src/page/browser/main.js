// The page's script, as a browser runs it; its types are checked with this folder's tsconfig.json.

/**
 * @typedef {import('#client').ViewState} View
 * @typedef {import('#client').TrialBalance} Balance
 * @typedef {import('#client').CaseState} Case
 * @typedef {import('#client').PaymentRow} Payment
 * @typedef {{ readonly amount: string, readonly currency: string }} Amount
 */

/**
 * @template Row
 * @typedef {readonly [name: string, cell: (row: Row) => string | Node, className?: string]} Column
 */

const KEY = 'assay-key';

/** @type {Readonly<Record<string, number>>} Digits of the minor units that are not two. */
const EXPONENTS = JSON.parse(document.body.dataset['exponents'] ?? '{}');

/**
 * @template {HTMLElement} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 */
function find(id, kind) {
  const element = document.getElementById(id);
  if (element instanceof kind) return element;
  throw new Error(`the page has no ${id}`);
}

const $ = (/** @type {string} */ id) => find(id, HTMLElement);

/** The service refuses: the key is unknown, or a question is wrong. */
class Refused extends Error {
  /**
   * @param {string} message
   * @param {number} status
   */
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

/** @param {string} path */
async function ask(path) {
  const headers = { authorization: `Bearer ${sessionStorage.getItem(KEY) ?? ''}` };
  const response = await fetch(path, { headers });
  const body = await response.json();
  if (response.ok) return body;
  // A process that does not build a view has no such address; not every role may ask for all.
  if (response.status === 404 || response.status === 403) return null;
  throw new Refused(body.title || 'refused', response.status);
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} [text]
 * @param {string} [className]
 */
function make(tag, text, className) {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  if (className) element.className = className;
  return element;
}

/** @param {Amount} amount */
function money({ amount, currency }) {
  const exponent = EXPONENTS[currency] ?? 2;
  const sign = amount.startsWith('-') ? '-' : '';
  const digits = amount.replace('-', '').padStart(exponent + 1, '0');
  const point = digits.length - exponent;
  const fraction = exponent === 0 ? '' : `.${digits.slice(point)}`;
  return `${sign}${digits.slice(0, point)}${fraction} ${currency}`;
}

/** @param {string | number} instant */
function time(instant) {
  return new Date(instant).toLocaleString([], { dateStyle: 'short', timeStyle: 'medium' });
}

/**
 * @param {string} title
 * @param {string} note
 * @param {string} [className]
 * @param {string} [more]
 */
function tile(title, note, className, more) {
  const item = make('li');
  item.append(make('strong', title), make('span', note, className));
  if (more !== undefined) item.append(make('span', more));
  return item;
}

/**
 * @template Row
 * @param {readonly Row[] | undefined} rows
 * @param {readonly Column<Row>[]} columns
 * @param {string} empty
 */
function table(rows, columns, empty) {
  const card = make('div', undefined, 'card');
  if (rows === undefined || rows.length === 0) {
    card.append(make('p', empty, 'empty'));
    return card;
  }
  const grid = make('table');
  const head = grid.createTHead().insertRow();
  for (const [name, , className] of columns) head.append(make('th', name, className));
  const body = grid.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    for (const [, cell, className] of columns) {
      const field = make('td', undefined, className);
      field.append(cell(row));
      line.append(field);
    }
  }
  card.append(grid);
  return card;
}

/** @param {{ readonly paymentId: string }} row */
const idOf = (row) => make('code', row.paymentId.slice(0, 8));

/**
 * @param {number | null} score in time for the decision
 * @param {number | null | undefined} late of a payment that was decided without one
 */
function scoreText(score, late) {
  if (score !== null) return score.toFixed(3);
  return typeof late === 'number' ? `unscored, later ${late.toFixed(3)}` : 'unscored';
}

/** @param {{ readonly items: readonly View[] } | null} views */
function viewTiles(views) {
  if (views === null) return [tile('Views', 'not for this key')];
  return views.items.map(({ name, status, trouble, position, lagMs }) => {
    const behind = lagMs === 0 ? 'up to date' : `${lagMs} ms behind`;
    const lag = lagMs === null ? 'event store away' : behind;
    const bad = status === 'stopped' || status === 'waiting';
    const look = lagMs === 0 ? 'good' : 'mark';
    const note = trouble || `${status}, ${lag}`;
    return tile(name, note, bad ? 'bad' : look, `position ${position}`);
  });
}

/** @param {Balance | null} balance */
function balanceTiles(balance) {
  if (balance === null) return [tile('Journal', 'not built here, or not for this key')];
  /** @type {Map<string, Balance['items'][number][]>} */
  const byCurrency = new Map();
  for (const line of balance.items) {
    byCurrency.set(line.currency, [...(byCurrency.get(line.currency) ?? []), line]);
  }
  if (byCurrency.size === 0) return [tile('Nothing booked yet', 'balanced')];
  return [...byCurrency].map(([currency, lines]) => {
    const off = lines.find(({ difference }) => difference !== '0');
    const note = off ? `off by ${money({ amount: off.difference, currency })}` : 'balanced';
    const amount = lines.find(({ book }) => book === 'money')?.debits ?? '0';
    return tile(currency, note, off ? 'bad' : 'good', `${money({ amount, currency })} booked`);
  });
}

/** @type {readonly Column<Case>[]} */
const CASE_COLUMNS = [
  ['Payment', idOf],
  ['Amount', (row) => money(row.amount), 'number'],
  ['Order', (row) => row.orderId],
  ['Score', (row) => scoreText(row.score, row.late?.score), 'number'],
  ['Waiting since', (row) => (row.openedAt === null ? '' : time(row.openedAt))],
];

/** @type {readonly Column<Payment>[]} */
const PAYMENT_COLUMNS = [
  ['Payment', idOf],
  ['Amount', (row) => money(row.amount), 'number'],
  ['Order', (row) => row.orderId],
  ['Status', (row) => row.status],
  ['Provider', (row) => row.provider],
  ['Score', (row) => scoreText(row.risk?.score ?? null, row.risk?.late?.score), 'number'],
  ['Decided by', (row) => row.risk?.decidedBy ?? ''],
  ['Changed', (row) => time(row.updatedAt)],
];

/**
 * Says when scores wanted more reviews than new merchants get.
 *
 * @param {{ readonly items: readonly Payment[] } | null} payments
 */
function roomNote(payments) {
  const rows = payments?.items ?? [];
  const without = rows.filter(({ risk }) => risk?.decidedBy === 'review-capacity').length;
  if (without === 0) return [];
  const note =
    `Of the last ${rows.length} payments ${without} would be here if the merchant were known: ` +
    'reviews at new ones are few (reviewCapacity of the fraud policy).';
  return [make('p', note, 'empty')];
}

/** @param {boolean} inside */
function open(inside) {
  $('door').hidden = inside;
  $('content').hidden = !inside;
  $('leave').hidden = !inside;
}

async function show() {
  const [views, balance, cases, payments] = await Promise.all([
    ask('/v1/views'),
    ask('/v1/journal/trial-balance'),
    ask('/v1/cases?status=open&limit=20'),
    ask('/v1/payments?limit=20'),
  ]);
  $('views').replaceChildren(...viewTiles(views));
  $('balance').replaceChildren(...balanceTiles(balance));
  const noCases = 'No payment waits for a decision.';
  $('cases').replaceChildren(table(cases?.items, CASE_COLUMNS, noCases), ...roomNote(payments));
  $('payments').replaceChildren(table(payments?.items, PAYMENT_COLUMNS, 'No payments yet.'));
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

async function refresh() {
  clearTimeout(timer);
  if (!sessionStorage.getItem(KEY)) {
    $('state').textContent = 'Not connected';
    open(false);
    return;
  }
  try {
    await show();
    open(true);
    $('refusal').textContent = '';
    $('state').textContent = `Live, ${time(Date.now())}`;
  } catch (error) {
    if (error instanceof Refused && error.status === 401) {
      sessionStorage.removeItem(KEY);
      $('refusal').textContent = 'This key is not known here.';
      open(false);
      return;
    }
    $('state').textContent = `No answer: ${error instanceof Error ? error.message : 'unknown'}`;
  }
  timer = setTimeout(refresh, 5000);
}

// The operator may hand the key over in the fragment, which browsers send to no server.
const handed = new URLSearchParams(location.hash.slice(1)).get('key');
if (handed) {
  sessionStorage.setItem(KEY, handed);
  history.replaceState(null, '', location.pathname);
}

$('door').addEventListener('submit', (event) => {
  event.preventDefault();
  const field = find('key', HTMLInputElement);
  sessionStorage.setItem(KEY, field.value.trim());
  field.value = '';
  void refresh();
});
$('leave').addEventListener('click', () => {
  sessionStorage.removeItem(KEY);
  void refresh();
});
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) void refresh();
});
void refresh();
