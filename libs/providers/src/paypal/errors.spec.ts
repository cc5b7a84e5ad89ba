import { ApiError } from '@paypal/paypal-server-sdk';
import {
  diagnosePayPal,
  isUnauthorised,
  PAYPAL_FAILURES,
  PAYPAL_ISSUES,
  PAYPAL_STATUSES,
} from './errors.js';
import { RestRefusal } from './rest.js';

describe('errors of PayPal', () => {
  it.each(Object.entries(PAYPAL_ISSUES))('treats the issue %s as %s', (issue, treatment) => {
    const details = [{ issue, description: 'what happened' }];
    const error = answered(422, { name: 'UNPROCESSABLE_ENTITY', debug_id: 'd1', details });
    expect(diagnosePayPal(error)).toMatchObject({
      treatment,
      code: issue,
      reason: 'what happened (debug id d1)',
    });
  });

  it.each(Object.entries(PAYPAL_STATUSES))('treats a plain %s as %s', (status, treatment) => {
    const error = answered(Number(status), '<html>');
    expect(diagnosePayPal(error)).toMatchObject({
      treatment,
      code: `HTTP_${status}`,
      reason: 'no reason given',
    });
  });

  it.each(Object.entries(PAYPAL_FAILURES))('treats %s as %s', (name, treatment) => {
    const error = Object.assign(new Error('no answer'), { name, code: 'ECONNRESET' });
    expect(diagnosePayPal(error)).toMatchObject({ treatment, code: 'ECONNRESET' });
  });

  it('believes an unlisted issue of a 422, and asks for repetition on an unlisted status', () => {
    const details = [{ issue: 'SOMETHING_NEW' }];
    expect(diagnosePayPal(answered(422, { details }))?.treatment).toBe('refused');
    expect(diagnosePayPal(answered(520, {}))?.treatment).toBe('unavailable');
  });

  it('says what is wrong with the credentials', () => {
    const body = { error: 'invalid_client', error_description: 'Client Authentication failed' };
    expect(diagnosePayPal(answered(401, body))).toMatchObject({
      treatment: 'misuse',
      code: 'invalid_client',
      reason: 'Client Authentication failed',
    });
  });

  it('knows which answers may only need a new token', () => {
    expect(isUnauthorised(answered(401, {}))).toBe(true);
    expect(isUnauthorised(answered(403, {}))).toBe(false);
    expect(isUnauthorised(new RestRefusal(401, '', {}))).toBe(true);
  });

  it('tells how long PayPal wants to be left alone', () => {
    const limited = answered(429, {}, { 'retry-after': '2' });
    expect(diagnosePayPal(limited)?.retryAfterMs).toBe(2_000);
    expect(diagnosePayPal(answered(429, {}))?.retryAfterMs).toBeNull();
    const read = new RestRefusal(429, '{"name":"RATE_LIMIT_REACHED"}', { 'retry-after': '1' });
    expect(diagnosePayPal(read)).toMatchObject({
      treatment: 'unavailable',
      code: 'RATE_LIMIT_REACHED',
      retryAfterMs: 1_000,
    });
  });

  it('leaves our own bugs alone', () => {
    expect(diagnosePayPal(new TypeError('x is not a function'))).toBeNull();
  });
});

function answered(statusCode: number, body: object | string, headers = {}): ApiError {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = { statusCode, headers, body: text };
  const request = { method: 'POST', url: 'https://api-m.sandbox.paypal.com' } as const;
  return new ApiError({ request, response }, 'no');
}
