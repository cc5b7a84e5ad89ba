import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';

/** A self-made certificate with its key, for tests of signed deliveries. */
export type Certified = {
  readonly pem: string;
  readonly privateKey: KeyObject;
  readonly name: string;
};

export type CertificateRequest = {
  readonly name: string;
  /** Absent: signs itself. */
  readonly issuer?: Certified;
  readonly ca?: boolean;
  readonly from?: string;
  readonly to?: string;
};

/** Node reads certificates but does not make any, so this writes the few DER fields needed. */
export function certify(request: CertificateRequest): Certified {
  const { name, issuer, ca = issuer === undefined } = request;
  const { from = '2026-01-01T00:00:00Z', to = '2036-01-01T00:00:00Z' } = request;
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  serial += 1;
  const tbs = sequence(
    tagged(0xa0, integer(2)),
    integer(serial),
    SHA256_WITH_RSA,
    nameOf(issuer?.name ?? name),
    sequence(time(from), time(to)),
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(basicConstraints(ca))),
  );
  const signature = createSign('sha256')
    .update(tbs)
    .sign(issuer?.privateKey ?? privateKey);
  const bits = tagged(0x03, Buffer.concat([Buffer.from([0]), signature]));
  const base64 = sequence(tbs, SHA256_WITH_RSA, bits).toString('base64');
  const lines = base64.match(/.{1,64}/g)?.join('\n') ?? '';
  const pem = `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
  return { pem, privateKey, name };
}

let serial = 0;

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 128 ? [length] : longForm(length);
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function longForm(length: number): number[] {
  const bytes = [];
  for (let rest = length; rest > 0; rest >>= 8) bytes.unshift(rest & 0xff);
  return [0x80 | bytes.length, ...bytes];
}

function sequence(...items: readonly Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(items));
}

function integer(value: number): Buffer {
  return tagged(0x02, Buffer.from([value]));
}

function time(iso: string): Buffer {
  const digits = new Date(iso).toISOString().replace(/\D/g, '').slice(2, 14);
  return tagged(0x17, Buffer.from(`${digits}Z`));
}

const COMMON_NAME = Buffer.from('0603550403', 'hex');
const SHA256_WITH_RSA = Buffer.from('300d06092a864886f70d01010b0500', 'hex');
const BASIC_CONSTRAINTS = Buffer.from('0603551d13', 'hex');

function nameOf(commonName: string): Buffer {
  const text = tagged(0x0c, Buffer.from(commonName));
  return sequence(tagged(0x31, sequence(COMMON_NAME, text)));
}

function basicConstraints(ca: boolean): Buffer {
  const value = ca ? sequence(tagged(0x01, Buffer.from([0xff]))) : sequence();
  return sequence(BASIC_CONSTRAINTS, tagged(0x01, Buffer.from([0xff])), tagged(0x04, value));
}
