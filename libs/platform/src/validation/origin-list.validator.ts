import { ValidateBy, type ValidationArguments } from 'class-validator';

/** Which pages of other origins may call. */
export type CorsSettings = {
  /** Separated by commas; empty: none. `*`: all. */
  readonly CORS_ORIGINS: string;
  readonly CORS_CREDENTIALS: 'yes' | 'no';
};

/** The origins of a list. */
export function originsOf(text: string): string[] {
  return text
    .split(',')
    .map((origin) => origin.trim())
    .filter((origin) => origin !== '');
}

/** A list of origins, as browsers write them; not `*` where credentials are sent. */
export function IsOriginList(): PropertyDecorator {
  return ValidateBy({
    name: 'isOriginList',
    validator: {
      validate: (value: unknown, args) => faultOf(value, args) === null,
      defaultMessage: (args) => faultOf(args?.value, args) ?? '',
    },
  });
}

function faultOf(value: unknown, args: ValidationArguments | undefined): string | null {
  const { CORS_CREDENTIALS } = (args?.object ?? {}) as Partial<CorsSettings>;
  const origins = originsOf(String(value));
  if (origins.includes('*')) {
    if (origins.length > 1) return 'CORS_ORIGINS must be * alone, or origins';
    return CORS_CREDENTIALS === 'yes'
      ? 'CORS_ORIGINS must name each origin where CORS_CREDENTIALS is yes; * would let any page act for who is logged in'
      : null;
  }
  const isEach = origins.every(
    (origin) => URL.canParse(origin) && new URL(origin).origin === origin,
  );
  return isEach
    ? null
    : 'CORS_ORIGINS must be origins as https://shop.example, without a path, separated by commas';
}
