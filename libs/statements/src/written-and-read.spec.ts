import fc from 'fast-check';
import { linesOf } from '../../../test/support/read-items.js';
import { ACCOUNT, PAYPAL_HEADING, paypalRow } from '../../../test/support/statement-files.js';
import { Money, sum, type Currency } from '#money';
import type { CsvMapping } from './bank/csv-mapping.js';

/** None, two and three decimals. */
const CURRENCIES = ['JPY', 'EUR', 'OMR'] as const;

const currencies = fc.constantFrom(...CURRENCIES);
const signed = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
const ofMany = fc.array(signed, { minLength: 1, maxLength: 12 });
const RUNS = { numRuns: 60 };

describe('amounts that are written to a file', () => {
  it('are the same when they are read: Stripe', async () => {
    const rows = fc.array(fc.record({ currency: currencies, gross: signed, fee: signed }));
    const property = fc.asyncProperty(rows, async (written) => {
      const file = written.map(({ currency, gross, fee }, at) => {
        const [all, taken] = [Money.of(gross, currency), Money.of(fee, currency)];
        const money = [all, taken, all.minus(taken)].map((each) => each.toDecimal());
        const code = currency.toLowerCase();
        return `txn_${at},2026-11-20 09:00:00,${code},${money.join(',')},other,src_${at}`;
      });
      const lines = await linesOf([STRIPE_HEADING, ...file, ''].join('\n'), {
        kind: 'stripe-payout-reconciliation',
      });
      expect(lines.map((line) => [line.amount, 'fee' in line && line.fee])).toEqual(
        written.map(({ currency, gross, fee }) => [
          Money.of(gross, currency),
          Money.of(fee, currency),
        ]),
      );
    });
    await fc.assert(property, RUNS);
  });

  it('are the same when they are read: PayPal', async () => {
    const property = fc.asyncProperty(ofMany, fc.constantFrom('JPY', 'EUR'), async (all, code) => {
      const lines = await linesOf(paypalFile(all, code), { kind: 'paypal-settlement' });
      expect(lines.map(({ amount }) => amount)).toEqual(all.map((each) => Money.of(each, code)));
    });
    await fc.assert(property, RUNS);
  });

  it('are the same when they are read: CAMT.053', async () => {
    const property = fc.asyncProperty(ofMany, currencies, async (all, code) => {
      const lines = await linesOf(camtFile(amountsOf(all, code)), { kind: 'camt.053' });
      expect(lines.map(({ amount }) => amount)).toEqual(amountsOf(all, code));
    });
    await fc.assert(property, RUNS);
  });

  it('are the same when they are read: MT940', async () => {
    const property = fc.asyncProperty(ofMany, currencies, async (all, code) => {
      const lines = await linesOf(mt940File(amountsOf(all, code)), { kind: 'mt940' });
      expect(lines.map(({ amount }) => amount)).toEqual(amountsOf(all, code));
    });
    await fc.assert(property, RUNS);
  });

  it('are the same when they are read: CSV of a bank, with groups of thousands', async () => {
    const property = fc.asyncProperty(ofMany, currencies, async (all, code) => {
      const amounts = amountsOf(all, code);
      const rows = amounts.map((amount) => `21.11.2026;${grouped(amount)};${code}`);
      const file = ['Day;Amount;Currency', ...rows, ''].join('\r\n');
      const lines = await linesOf(file, { kind: 'bank-csv', mapping: MAPPING });
      expect(lines.map(({ amount }) => amount)).toEqual(amounts);
      expect(new Set(lines.map(({ lineId }) => lineId)).size).toBe(lines.length);
    });
    await fc.assert(property, RUNS);
  });
});

const STRIPE_HEADING =
  'balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category,source_id';

const MAPPING: CsvMapping = {
  ...{ delimiter: ';', decimal: ',', dateFormat: 'DD.MM.YYYY', bookedOn: 'Day' },
  ...{ account: ACCOUNT, amount: 'Amount', currencyColumn: 'Currency' },
};

function amountsOf(all: readonly bigint[], currency: string): Money[] {
  return all.map((each) => Money.of(each, currency));
}

function sizeOf({ minorUnits, currency }: Money): Money {
  return Money.of(minorUnits < 0n ? -minorUnits : minorUnits, currency);
}

function paypalFile(all: readonly bigint[], currency: string): string {
  const rows = all.map((units, at) =>
    paypalRow(
      ...(['SB', `T${at}X`, '', '', '', 'T0006'] as const),
      ...(['2026/11/20 00:01:17 -0700', '2026/11/20 00:01:18 -0700'] as const),
      ...[units < 0n ? 'DR' : 'CR', String(units < 0n ? -units : units), currency, '', '', '', ''],
    ),
  );
  const total = (isIn: boolean): string => {
    const those = all.filter((units) => units >= 0n === isIn);
    return String(those.reduce((before, units) => before + (isIn ? units : -units), 0n));
  };
  const count = String(all.length);
  const sums = paypalRow('SF', currency, total(true), total(false), '0', '0');
  const end = [sums, paypalRow('SC', count), paypalRow('RC', count), paypalRow('FF', '1')];
  return [PAYPAL_HEADING, ...rows, ...end].join('');
}

function camtFile(amounts: readonly Money[]): string {
  const element = (amount: Money): string =>
    `<Amt Ccy="${amount.currency}">${sizeOf(amount).toDecimal()}</Amt>` +
    `<CdtDbtInd>${amount.minorUnits < 0n ? 'DBIT' : 'CRDT'}</CdtDbtInd>`;
  const balance = (code: string, amount: Money): string =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${element(amount)}</Bal>`;
  const entries = amounts.map(
    (amount) => `<Ntry>${element(amount)}<BookgDt><Dt>2026-11-21</Dt></BookgDt></Ntry>`,
  );
  const currency = amounts[0]?.currency as Currency;
  const balances = balance('OPBD', Money.zero(currency)) + balance('CLBD', sum(amounts, currency));
  return (
    `<Document><BkToCstmrStmt><Stmt><Acct><Id><IBAN>${ACCOUNT}</IBAN></Id></Acct>` +
    `${balances}${entries.join('')}</Stmt></BkToCstmrStmt></Document>`
  );
}

function mt940File(amounts: readonly Money[]): string {
  const mark = (amount: Money): string => (amount.minorUnits < 0n ? 'D' : 'C');
  const written = (amount: Money): string => {
    const text = sizeOf(amount).toDecimal().replace('.', ',');
    return text.includes(',') ? text : `${text},`;
  };
  const balance = (tag: string, amount: Money): string =>
    `:${tag}:${mark(amount)}261121${amount.currency}${written(amount)}`;
  const currency = amounts[0]?.currency as Currency;
  const movements = amounts.map((each) => `:61:261121${mark(each)}${written(each)}NTRFNONREF`);
  const ends = [balance('60F', Money.zero(currency)), balance('62F', sum(amounts, currency))];
  return [':20:1', `:25:${ACCOUNT}`, ends[0], ...movements, ends[1], ''].join('\n');
}

function grouped(amount: Money): string {
  const [units = '', fraction] = sizeOf(amount).toDecimal().split('.');
  const groups = units.replace(/\B(?=(\d{3})+$)/g, '.');
  const text = fraction === undefined ? groups : `${groups},${fraction}`;
  return amount.minorUnits < 0n ? `(${text})` : text;
}
