import { registerDecorator } from 'class-validator';
import { isStorable } from '#platform';

export const RETURN_URL_CHARS_MAX = 1_024;

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** An address that a payer's browser may be sent to: over TLS, or on the machine itself. */
export function IsReturnUrl(): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name: 'isReturnUrl',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: isReturnUrl,
        defaultMessage: () =>
          `must be an https address of at most ${RETURN_URL_CHARS_MAX} characters without login ` +
          'or password; http only for this machine',
      },
    });
  };
}

export function isReturnUrl(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > RETURN_URL_CHARS_MAX) return false;
  // Browsers accept both in an address and read them differently than this check.
  if (!isStorable(value) || /[\s\\]/.test(value) || !URL.canParse(value)) return false;
  const { protocol, hostname, username, password } = new URL(value);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname));
}
