export { accountHashOf } from './bank/bank-line-id.js';
export { columnsOf, mappingFault, type CsvMapping } from './bank/csv-mapping.js';
export { kindOf } from './detect.js';
export { readStatement, type Reading } from './read-statement.js';
export {
  STATEMENT_KINDS,
  StatementFault,
  type BankItem,
  type ProviderItem,
  type RefusedItem,
  type Source,
  type StatementFaultCode,
  type StatementItem,
  type StatementKind,
} from './statement.js';
export type { Delimiter } from './text/csv-rows.js';
export { DATE_FORMATS, type DateFormat } from './text/dates.js';
export type { DecimalSign } from './text/decimal.js';
export { encodingOf, type Encoding } from './text/encoding.js';
