import { createHash, createPublicKey, randomBytes, sign, type KeyObject } from 'node:crypto';
import {
  bitString,
  boolean,
  explicit,
  implicit,
  integer,
  nothing,
  octetString,
  oid,
  sequence,
  setOf,
  time,
  utf8String,
} from './der.js';

const OID = {
  commonName: '2.5.4.3',
  organisation: '2.5.4.10',
  sha256WithRsa: '1.2.840.113549.1.1.11',
  subjectKeyId: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  authorityKeyId: '2.5.29.35',
} as const;

export type CertificateRequest = {
  readonly commonName: string;
  readonly organisation: string;
  /** Private key that the certificate speaks for. */
  readonly key: KeyObject;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** Whether it may issue others. */
  readonly authority: boolean;
  /** Who signs; none: it signs itself. */
  readonly issuer?: Pick<CertificateRequest, 'commonName' | 'organisation' | 'key'>;
};

/** Writes an X.509 version 3 certificate (RFC 5280), signed with RSA and SHA-256, as PEM. */
export function issueCertificate(request: CertificateRequest): string {
  const issuer = request.issuer ?? request;
  const algorithm = sequence(oid(OID.sha256WithRsa), nothing());
  const body = sequence(
    explicit(0, integer(Buffer.of(2))), // version 3
    integer(serialNumber()),
    algorithm,
    nameOf(issuer),
    sequence(time(request.notBefore), time(request.notAfter)),
    nameOf(request),
    publicKeyOf(request.key),
    explicit(3, sequence(...extensions(request, issuer.key))),
  );
  const certificate = sequence(body, algorithm, bitString(sign('sha256', body, issuer.key)));
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

function extensions({ authority, key }: CertificateRequest, issuerKey: KeyObject): Buffer[] {
  // keyCertSign and cRLSign for an authority, digitalSignature for the rest.
  const usage = authority ? bitString(Buffer.of(0x06), 1) : bitString(Buffer.of(0x80), 7);
  const constraints = authority ? sequence(boolean(true)) : sequence();
  return [
    extension(OID.basicConstraints, true, constraints),
    extension(OID.keyUsage, true, usage),
    extension(OID.subjectKeyId, false, octetString(keyId(key))),
    extension(OID.authorityKeyId, false, sequence(implicit(0, keyId(issuerKey)))),
  ];
}

function extension(id: string, critical: boolean, value: Buffer): Buffer {
  return sequence(oid(id), ...(critical ? [boolean(true)] : []), octetString(value));
}

function nameOf({
  commonName,
  organisation,
}: {
  commonName: string;
  organisation: string;
}): Buffer {
  return sequence(
    setOf(sequence(oid(OID.organisation), utf8String(organisation))),
    setOf(sequence(oid(OID.commonName), utf8String(commonName))),
  );
}

function publicKeyOf(key: KeyObject): Buffer {
  return createPublicKey(key).export({ type: 'spki', format: 'der' });
}

function keyId(key: KeyObject): Buffer {
  return createHash('sha1').update(publicKeyOf(key)).digest();
}

/** Positive and not to be guessed, in 16 bytes. */
function serialNumber(): Buffer {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes;
}
