import type { OperationsTypes } from '#client';
import { queryText } from '../client/query-text.js';

export const IMPORTS = '/v1/imports';

export type Import = OperationsTypes.ImportResponse;
export type Preview = OperationsTypes.PreviewResponse;
export type SavedMapping = OperationsTypes.SavedMappingResponse;

/** What a statement file may be. */
export const KINDS = [
  'stripe-payout-reconciliation',
  'paypal-settlement',
  'paypal-transaction-detail',
  'camt.053',
  'mt940',
  'bank-csv',
] as const satisfies readonly Import['kind'][];

export type Chosen = {
  readonly file: File;
  /** Empty: as the file itself tells. */
  readonly kind: Import['kind'] | '';
  readonly mapping: string;
};

export function addressOf(path: string, { file, kind, mapping }: Chosen): string {
  return `${path}${queryText({ kind, mapping, name: file.name })}`;
}
