import type { Call } from '../../http/operation.js';
import { refused } from '../errors.js';

/**
 * What a seller says: JSON, or the part called `input` of a form with files beside it.
 *
 * @throws PayPalRefusal unless it is JSON either way.
 */
export function readInput(call: Call): unknown {
  const type = call.headers['content-type'] ?? '';
  const body = call.body.toString('utf8');
  const json = type.startsWith('multipart/') ? inputOf(body, boundaryOf(type)) : body;
  if (json === '') return {};
  try {
    return JSON.parse(json);
  } catch {
    throw refused('MALFORMED_REQUEST_JSON', { location: 'body' });
  }
}

function boundaryOf(type: string): string {
  const [, boundary = ''] = /boundary="?([^";]+)"?/.exec(type) ?? [];
  if (boundary === '') throw refused('MALFORMED_REQUEST_JSON', { location: 'body' });
  return boundary;
}

function inputOf(body: string, boundary: string): string {
  for (const part of body.split(`--${boundary}`)) {
    const [head = '', ...rest] = part.split('\r\n\r\n');
    if (/name="input"/i.test(head)) return rest.join('\r\n\r\n').trim();
  }
  return '';
}
