import type { CsvMapping, Source, StatementKind } from '#statements';

export type SampleFile = {
  readonly text: string;
  /** How many lines it tells. */
  readonly lines: number;
  readonly mapping?: CsvMapping;
};

export const PAYMENT_ID = '5b8d3b5e-0000-5000-8000-000000000001';

/** A payout of one captured part, a refund, a fee of an account, and a dispute. */
const STRIPE = `automatic_payout_id,balance_transaction_id,created_utc,available_on_utc,currency,gross,fee,net,reporting_category,source_id,description,charge_id,customer_facing_amount,customer_facing_currency,payment_metadata[payment_id]
po_1,txn_1,2026-11-20 09:00:00,2026-11-22 00:00:00,eur,45.99,1.00,44.99,charge,ch_1,"Order ""7"",
two lines",ch_1,45.99,eur,${PAYMENT_ID}
po_1,txn_2,2026-11-20 09:00:05,2026-11-22 00:00:00,eur,-10.00,-0.20,-9.80,partial_capture_reversal,ch_1,,ch_1,-10.00,eur,${PAYMENT_ID}
po_1,txn_3,2026-11-20 10:00:00,2026-11-22 00:00:00,eur,-5.00,0.00,-5.00,refund,re_1,,ch_1,-5.00,eur,
po_1,txn_4,2026-11-20 11:00:00,2026-11-22 00:00:00,eur,21.74,0.96,20.78,charge,ch_2,,ch_2,25.00,usd,
po_1,txn_5,2026-11-21 00:00:00,2026-11-22 00:00:00,eur,0.00,2.00,-2.00,fee,,,,,,
`;

const PAYPAL_COLUMNS = [
  ...['Transaction ID', 'Invoice ID', 'PayPal Reference ID', 'PayPal Reference ID Type'],
  ...['Transaction Event Code', 'Transaction Initiation Date', 'Transaction Completion Date'],
  ...['Transaction Debit or Credit', 'Gross Transaction Amount', 'Gross Transaction Currency'],
  ...['Fee Debit or Credit', 'Fee Amount', 'Fee Currency'],
];

/** One row of a report of PayPal: texts in quotes, numbers without. */
export function paypalRow(type: string, ...fields: readonly string[]): string {
  return `${[type, ...fields].map((each) => (/^\d+$/.test(each) ? each : `"${each}"`)).join(',')}\n`;
}

const WHEN = ['2026/11/20 00:01:17 -0700', '2026/11/20 00:01:18 -0700'] as const;

const PAYPAL_FRAME = [
  paypalRow('RH', '2026/11/21 03:00:00 -0700', 'A', 'MERCHANT1', '009'),
  paypalRow('FH', '01'),
  paypalRow('SH', '2026/11/20 00:00:00 -0700', '2026/11/20 23:59:59 -0700', 'MERCHANT1', ''),
].join('');

/** All that stands before the lines of a settlement report. */
export const PAYPAL_HEADING = [
  PAYPAL_FRAME,
  paypalRow('CH', ...PAYPAL_COLUMNS, 'Custom Field'),
].join('');

const SETTLEMENT = [
  PAYPAL_HEADING,
  paypalRow(
    ...(['SB', '8AB1', 'inv-7', '', '', 'T0006', ...WHEN] as const),
    ...(['CR', '10000', 'USD', 'DR', '379', 'USD', PAYMENT_ID] as const),
  ),
  paypalRow(
    ...(['SB', '8AB2', 'inv-7', '8AB1', 'TXN', 'T1107', ...WHEN] as const),
    ...(['DR', '2500', 'USD', 'CR', '80', 'USD', ''] as const),
  ),
  paypalRow(
    ...(['SB', '8AB3', '', '', '', 'T0006', ...WHEN] as const),
    ...(['CR', '10000', 'JPY', 'DR', '400', 'JPY', ''] as const),
  ),
  paypalRow('SF', 'JPY', '10000', '0', '0', '400', 'CR', '0', 'CR', '9600'),
  paypalRow('SF', 'USD', '10000', '2500', '80', '379', 'CR', '0', 'CR', '7201'),
  paypalRow('SC', '3'),
  paypalRow('RF', 'JPY', '10000', '0', '0', '400', 'CR', '0', 'CR', '9600'),
  paypalRow('RF', 'USD', '10000', '2500', '80', '379', 'CR', '0', 'CR', '7201'),
  paypalRow('RC', '3'),
  paypalRow('FF', '1'),
].join('');

const DETAIL = [
  PAYPAL_FRAME,
  paypalRow('CH', ...PAYPAL_COLUMNS, 'Transactional Status', 'Custom Field'),
  paypalRow(
    ...(['SB', '8AB1', 'inv-7', '', '', 'T0006', ...WHEN] as const),
    ...(['CR', '10000', 'USD', 'DR', '379', 'USD', 'S', PAYMENT_ID] as const),
  ),
  paypalRow(
    ...(['SB', '8AB4', '', '', '', 'T0006', ...WHEN] as const),
    ...(['CR', '900', 'USD', '', '', '', 'P', ''] as const),
  ),
  paypalRow(
    ...(['SB', '8AB5', '', '', '', 'T1300', ...WHEN] as const),
    ...(['CR', '900', 'USD', '', '', '', 'S', ''] as const),
  ),
  paypalRow('SC', '3'),
  paypalRow('RC', '3'),
  paypalRow('FF', '1'),
].join('');

export const ACCOUNT = 'DE02120300000000202051';

function camtEntry(amount: string, sign: 'CRDT' | 'DBIT', more: string): string {
  return `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${sign}</CdtDbtInd>${more}</Ntry>`;
}

const CAMT = `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
<GrpHdr><MsgId>m-1</MsgId></GrpHdr>
<Stmt><Id>s-1</Id><Acct><Id><IBAN>${ACCOUNT}</IBAN></Id><Ccy>EUR</Ccy></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-20</Dt></Dt></Bal>
<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">2831.60</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-21</Dt></Dt></Bal>
<TxsSummry><TtlNtries><NbOfNtries>3</NbOfNtries></TtlNtries></TxsSummry>
${camtEntry(
  '1843.50',
  'CRDT',
  '<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-21</Dt></BookgDt><ValDt><Dt>2026-11-23</Dt></ValDt>' +
    '<AcctSvcrRef>2026112100417</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd>' +
    '<SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls><Refs>' +
    '<EndToEndId>po_1</EndToEndId></Refs><RmtInf><Ustrd>STRIPE &amp; CO</Ustrd></RmtInf>' +
    '</TxDtls></NtryDtls>',
)}
${camtEntry(
  '11.90',
  'DBIT',
  '<Sts>BOOK</Sts><BookgDt><Dt>2026-11-21</Dt></BookgDt><AddtlNtryInf>FEES</AddtlNtryInf>',
)}
${camtEntry('7.00', 'CRDT', '<Sts>PDNG</Sts><BookgDt><Dt>2026-11-21</Dt></BookgDt>')}
</Stmt></BkToCstmrStmt></Document>
`;

const MT940 = `:20:STARTUMSE
:25:12030000/0000202051
:28C:00001/001
:60F:C261120EUR1000,00
:61:2611231121C1843,50NTRFNONREF//2026112100417
:86:166?00CREDIT?10931?20EREF+po_1?21SVWZ+STRIPE PAYOUT?30COBADEFFXXX?32STRIPE
:61:2611211121D11,9NCHGNONREF
:86:FEES OF NOVEMBER
/EREF/none-of-ours/
:61:2611211121RC0,10NTRFNONREF
:62F:C261121EUR2831,50
-
`;

const BANK_CSV = `Bank of Somewhere;;;;
Account;${ACCOUNT};;;

Booked;Valued;Amount;Currency;Text
21.11.2026;23.11.2026;1.843,50;EUR;"STRIPE
PAYOUT po_1"
21.11.2026;;-11,90;EUR;Fees
20.11.2026;20.11.2026;(1.000);JPY;Two decimals less
`;

const MAPPING: CsvMapping = {
  ...{ delimiter: ';', decimal: ',', dateFormat: 'DD.MM.YYYY', account: ACCOUNT },
  ...{ bookedOn: 'Booked', valueOn: 'Valued', amount: 'Amount', currencyColumn: 'Currency' },
  texts: ['Text'],
};

/** One small file of each kind, with the oddities of that kind. */
export const STATEMENT_FILES: Readonly<Record<StatementKind, SampleFile>> = {
  'stripe-payout-reconciliation': { text: STRIPE, lines: 4 },
  'paypal-settlement': { text: SETTLEMENT, lines: 3 },
  'paypal-transaction-detail': { text: DETAIL, lines: 1 },
  'camt.053': { text: CAMT, lines: 2 },
  mt940: { text: MT940, lines: 3 },
  'bank-csv': { text: BANK_CSV, lines: 3, mapping: MAPPING },
};

/** A file in memory, in pieces that cut letters and lines. */
export function sourceOf(content: string | Uint8Array, pieceBytes = 7): Source {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return async function* pieces() {
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      yield bytes.subarray(at, at + pieceBytes);
      await Promise.resolve();
    }
  };
}
