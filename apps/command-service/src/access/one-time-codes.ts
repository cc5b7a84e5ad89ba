import { createHash, createHmac, randomBytes } from 'node:crypto';

const SECRET_BYTES = 20;
const PERIOD_MS = 30_000;
const RECOVERY_CODES = 10;
const RECOVERY_BYTES = 10;

/** Codes of the step before and after count too: clocks differ. */
const STEPS_NEAR = [0, -1, 1];

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** In base 32, as authenticators take it. */
export function newTotpSecret(): string {
  return base32Of(randomBytes(SECRET_BYTES));
}

/** What an authenticator reads as a QR code or by hand. */
export function totpAddressOf(secret: string, person: string): string {
  return `otpauth://totp/Assay:${encodeURIComponent(person)}?secret=${secret}&issuer=Assay`;
}

/** The step of 30 seconds that a code is of; null when it is of none near. */
export function totpStepOf(secret: string, code: string, nowMs: number): number | null {
  const now = Math.floor(nowMs / PERIOD_MS);
  const delta = STEPS_NEAR.find((near) => totpOf(secret, now + near) === code);
  return delta === undefined ? null : now + delta;
}

/** RFC 6238 with SHA-1 and six digits, which every authenticator has. */
export function totpOf(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', bytesOf(secret)).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0xf;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** Ten codes of 80 random bits, each in four groups. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () =>
    (base32Of(randomBytes(RECOVERY_BYTES)).match(/.{4}/g) ?? []).join('-'),
  );
}

/** However it is typed. 80 bits cannot be guessed, so that one round of SHA-256 is enough. */
export function recoveryHashOf(code: string): string {
  const plain = code.toUpperCase().replace(/[^A-Z2-7]/g, '');
  return createHash('sha256').update(plain).digest('hex');
}

/** RFC 4648 without padding; whole groups of five bytes. */
function base32Of(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => BASE32[parseInt(five, 2)]).join('');
}

function bytesOf(text: string): Buffer {
  const fives = Array.from(text, (digit) => BASE32.indexOf(digit).toString(2).padStart(5, '0'));
  const bits = fives.join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => parseInt(eight, 2)));
}
