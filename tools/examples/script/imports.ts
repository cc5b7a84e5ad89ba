import type { RecordedSystem } from '../system.js';
import { textAt } from '../read.js';
import { OPERATOR } from './order.js';

/** A bank's statement in its own format, with one line that cannot be read. */
const STATEMENT = `Booked;Amount;Currency;Text
21.11.2026;1.843,50;EUR;STRIPE PAYOUT
21.11.2026;-11,90;EUR;Fees
21.11.2026;12,3456;EUR;Fees
`;

const MAPPING = {
  ...{ delimiter: ';', decimal: ',', dateFormat: 'DD.MM.YYYY', bookedOn: 'Booked' },
  ...{ account: 'DE02120300000000202051', amount: 'Amount', currencyColumn: 'Currency' },
  texts: ['Text'],
};

export async function visitImports({ operations }: RecordedSystem): Promise<void> {
  const as = OPERATOR;
  const name = 'house-bank';
  await operations.visit('put /v1/import-mappings/{name}', { as, path: { name }, body: MAPPING });
  await operations.visit('get /v1/import-mappings', { as });
  const file = { as, query: { mapping: name }, file: STATEMENT };
  await operations.visit('post /v1/imports/preview', file);
  const cut = { as, file: ':20:1\n:25:1\n:60F:C261120EUR1,00\n' };
  await operations.refused('post /v1/imports/preview', cut, 'statement-incomplete');
  const begun = await operations.visit('post /v1/imports', file);
  await operations.refused('post /v1/imports', cut, 'statement-incomplete');
  const one = { as, path: { importId: textAt(begun, 'importId') } };
  const isFinished = ({ status }: { readonly status?: unknown }): boolean => status === 'finished';
  await operations.visitUntil('get /v1/imports/{importId}', one, isFinished);
  await operations.visit('get /v1/imports', { as });
  await operations.visit('get /v1/imports/{importId}/refused', one);
  await operations.visit('get /v1/imports/{importId}/differing', one);
}
