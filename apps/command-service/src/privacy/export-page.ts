import { escapeHtml, htmlTable, pagePolicy } from '#platform';
import type { ExportedEvent, SubjectExport } from './subject-export.js';

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}' +
  'table{border-collapse:collapse;width:100%}td,th{border:1px solid #bbb;padding:.3rem .5rem;' +
  'text-align:left;vertical-align:top;overflow-wrap:anywhere}h2{margin-top:2.5rem}';

export const EXPORT_POLICY = pagePolicy({ style: STYLE });

/** The same as the export in JSON, for the person it is about; it has no scripts. */
export function exportPage({ client, customerId, exportedAt, payments }: SubjectExport): string {
  const sections = payments.map(
    ({ paymentId, events, caseEvents, deliveries }) => `<h2>Payment ${escapeHtml(paymentId)}</h2>
${tableOf('What happened', events)}${tableOf('Notes on its review', caseEvents)}${tableOf('What the payment provider sent', deliveries)}`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Data of ${escapeHtml(customerId)}</title>
<style>${STYLE}</style></head><body>
<h1>What is kept of customer ${escapeHtml(customerId)}</h1>
<p>By ${escapeHtml(client)}, as of ${escapeHtml(exportedAt)}: ${payments.length} payments. A text that
was erased reads [erased].</p>
${sections.join('\n')}
</body></html>
`;
}

function tableOf(heading: string, events: readonly ExportedEvent[]): string {
  if (events.length === 0) return '';
  const rows = events.flatMap(({ type, recordedAt, data }) =>
    fieldsOf(data).map(([field, value], index) => [
      index === 0 ? type : '',
      index === 0 ? recordedAt : '',
      field,
      value,
    ]),
  );
  return `<h3>${escapeHtml(heading)}</h3>${htmlTable(['Event', 'Recorded', 'Field', 'Value'], rows)}`;
}

type Fields = Readonly<Record<string, object | string | number | boolean | null>>;

function fieldsOf(data: object, path = ''): [string, string][] {
  return Object.entries(data as Fields).flatMap(([key, value]): [string, string][] => {
    if (value === null) return [];
    if (typeof value === 'object') return fieldsOf(value, `${path}${key}.`);
    return [[`${path}${key}`, String(value)]];
  });
}
