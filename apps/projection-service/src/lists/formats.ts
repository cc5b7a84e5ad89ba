import Negotiator from 'negotiator';

/** How a whole list can be answered, beside pages of JSON. */
export const EXPORT_FORMATS = ['csv', 'jsonl'] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** `application/x-ndjson` is what some tools call the same lines. */
const BY_MEDIA_TYPE: Readonly<Record<string, 'json' | ExportFormat>> = {
  'application/json': 'json',
  'text/csv': 'csv',
  'application/jsonl': 'jsonl',
  'application/x-ndjson': 'jsonl',
};

export const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  jsonl: 'application/jsonl; charset=utf-8',
};

export type RequestHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** By the parameter, else by what the caller accepts; JSON for who accepts none of all. */
export function formatOf(
  asked: 'json' | ExportFormat | undefined,
  headers: RequestHeaders,
): 'json' | ExportFormat {
  if (asked !== undefined) return asked;
  const accepted = new Negotiator({ headers }).mediaType(Object.keys(BY_MEDIA_TYPE));
  return (accepted !== undefined && BY_MEDIA_TYPE[accepted]) || 'json';
}
