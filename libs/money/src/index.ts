export { CURRENCIES, exponentOf, isCurrency, type Currency } from './currencies.js';
export { InvalidMoney, Money, sum, sumsByCurrency, type MoneyJson } from './money.js';
