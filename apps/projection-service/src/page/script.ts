import { CURRENCIES, exponentOf } from '#money';

/** Minor-unit digits of the currencies that do not have two. */
const UNUSUAL_EXPONENTS = Object.fromEntries(
  CURRENCIES.map((currency) => [currency, exponentOf(currency)] as const).filter(
    ([, exponent]) => exponent !== 2,
  ),
);

export const SCRIPT = `
'use strict';
const $ = (id) => document.getElementById(id);
const KEY = 'assay-key';
const EXPONENTS = ${JSON.stringify(UNUSUAL_EXPONENTS)};

// Whoever starts the service may hand the key over in the fragment, which no server ever sees.
const handed = new URLSearchParams(location.hash.slice(1)).get('key');
if (handed) {
  sessionStorage.setItem(KEY, handed);
  history.replaceState(null, '', location.pathname);
}

async function ask(path) {
  const headers = { authorization: 'Bearer ' + sessionStorage.getItem(KEY) };
  const response = await fetch(path, { headers });
  const body = await response.json();
  if (response.ok) return body;
  // A process that does not build a view has no such address; not every role may ask for all.
  if (response.status === 404 || response.status === 403) return null;
  throw Object.assign(new Error(body.title || 'refused'), { status: response.status });
}

function make(tag, text, className) {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  if (className) element.className = className;
  return element;
}

const exponentOf = (currency) => EXPONENTS[currency] ?? 2;

function money({ amount, currency }) {
  const exponent = exponentOf(currency);
  const sign = amount.startsWith('-') ? '-' : '';
  const digits = amount.replace('-', '').padStart(exponent + 1, '0');
  const point = digits.length - exponent;
  const fraction = exponent === 0 ? '' : '.' + digits.slice(point);
  return sign + digits.slice(0, point) + fraction + ' ' + currency;
}

function time(instant) {
  return new Date(instant).toLocaleString([], { dateStyle: 'short', timeStyle: 'medium' });
}

function tile(list, title, note, className) {
  const item = make('li');
  item.append(make('strong', title), make('span', note, className));
  list.append(item);
}

function table(place, rows, columns, empty) {
  const card = make('div', undefined, 'card');
  if (!rows || rows.length === 0) card.append(make('p', empty, 'empty'));
  else {
    const grid = make('table');
    const head = grid.createTHead().insertRow();
    for (const [name, , className] of columns) head.append(make('th', name, className));
    const body = grid.createTBody();
    for (const row of rows) {
      const line = body.insertRow();
      for (const [, cell, className] of columns) {
        const value = cell(row);
        const field = make('td', undefined, className);
        field.append(value instanceof Node ? value : String(value));
        line.append(field);
      }
    }
    card.append(grid);
  }
  $(place).replaceChildren(card);
}

const id = (row) => make('code', row.paymentId.slice(0, 8));
const score = (row) => {
  if (row.score !== null) return row.score.toFixed(3);
  const late = row.late ? row.late.score : row.lateScore;
  return typeof late === 'number' ? 'unscored, later ' + late.toFixed(3) : 'unscored';
};

function showViews(views) {
  const list = make('ul');
  if (!views) tile(list, 'Views', 'not for this key');
  for (const { name, status, trouble, position, lagMs } of views ? views.items : []) {
    const lag = lagMs === null ? 'event store away' : lagMs === 0 ? 'up to date' : lagMs + ' ms behind';
    const bad = status === 'stopped' || status === 'waiting';
    tile(list, name, trouble || status + ', ' + lag, bad ? 'bad' : lagMs === 0 ? 'good' : 'mark');
    list.lastChild.append(make('span', 'position ' + position));
  }
  $('views').replaceChildren(...list.children);
}

function showBalance(balance) {
  const list = make('ul');
  const currencies = new Map();
  for (const line of balance ? balance.items : []) {
    currencies.set(line.currency, { ...currencies.get(line.currency), [line.book]: line });
  }
  for (const [currency, books] of currencies) {
    const off = Object.values(books).find(({ difference }) => difference !== '0');
    const note = off ? 'off by ' + money({ amount: off.difference, currency }) : 'balanced';
    tile(list, currency, note, off ? 'bad' : 'good');
    const amount = books.money ? books.money.debits : '0';
    list.lastChild.append(make('span', money({ amount, currency }) + ' booked'));
  }
  if (!balance) tile(list, 'Journal', 'not built here, or not for this key');
  else if (!list.firstChild) tile(list, 'Nothing booked yet', 'balanced');
  $('balance').replaceChildren(...list.children);
}

function show([views, balance, cases, payments]) {
  showViews(views);
  showBalance(balance);
  table('cases', cases && cases.items, [
    ['Payment', id],
    ['Amount', (row) => money(row.amount), 'number'],
    ['Order', (row) => row.orderId],
    ['Score', score, 'number'],
    ['Waiting since', (row) => time(row.openedAt)],
  ], 'No payment waits for a decision.');
  table('payments', payments && payments.items, [
    ['Payment', id],
    ['Amount', (row) => money(row.amount), 'number'],
    ['Order', (row) => row.orderId],
    ['Status', (row) => row.status],
    ['Provider', (row) => row.provider],
    ['Score', score, 'number'],
    ['Changed', (row) => time(row.changedAt)],
  ], 'No payments yet.');
}

function open(inside) {
  $('door').hidden = inside;
  $('content').hidden = !inside;
  $('leave').hidden = !inside;
}

let timer;
async function refresh() {
  clearTimeout(timer);
  if (!sessionStorage.getItem(KEY)) {
    $('state').textContent = 'Not connected';
    return open(false);
  }
  try {
    show(await Promise.all([
      ask('/v1/views'),
      ask('/v1/journal/trial-balance'),
      ask('/v1/cases?status=open&limit=20'),
      ask('/v1/payments?limit=20'),
    ]));
    open(true);
    $('refusal').textContent = '';
    $('state').textContent = 'Live, ' + time(Date.now());
  } catch (error) {
    if (error.status === 401) {
      sessionStorage.removeItem(KEY);
      $('refusal').textContent = 'This key is not known here.';
      return open(false);
    }
    $('state').textContent = 'No answer: ' + error.message;
  }
  timer = setTimeout(refresh, 5000);
}

$('door').addEventListener('submit', (event) => {
  event.preventDefault();
  sessionStorage.setItem(KEY, $('key').value.trim());
  $('key').value = '';
  refresh();
});
$('leave').addEventListener('click', () => {
  sessionStorage.removeItem(KEY);
  refresh();
});
document.addEventListener('visibilitychange', () => { if (!document.hidden) refresh(); });
refresh();
`;
