import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFileSync } from '#platform';
import { issueCertificate } from '../certificates/certificate.js';

/** What the sandbox signs PayPal's webhooks with. */
export type SigningKeys = {
  /** Root that receivers are told to trust. */
  readonly authorityPem: string;
  /** Certificate of the key, followed by the root. */
  readonly chainPem: string;
  readonly key: KeyObject;
};

const ORGANISATION = 'Assay provider sandbox';
const AUTHORITY = { commonName: 'Assay provider sandbox CA', organisation: ORGANISATION };

/** The name that PayPal's own certificates carry in its sandbox. */
const LEAF_NAME = 'messageverificationcerts.sandbox.paypal.com';

const YEAR_MS = 365 * 24 * 3600 * 1000;

/** Reads the keys of an earlier start, or makes them: an authority, and a certificate from it. */
export function loadSigningKeys(folder: string, now: Date): SigningKeys {
  mkdirSync(folder, { recursive: true });
  const files = {
    authority: join(folder, 'paypal-ca.pem'),
    chain: join(folder, 'paypal-chain.pem'),
    key: join(folder, 'paypal-key.pem'),
  };
  // Written last, so its presence means that all are there.
  if (!existsSync(files.key)) makeKeys(files, now);
  return {
    authorityPem: readFileSync(files.authority, 'utf8'),
    chainPem: readFileSync(files.chain, 'utf8'),
    key: createPrivateKey(readFileSync(files.key)),
  };
}

function makeKeys(files: { authority: string; chain: string; key: string }, now: Date): void {
  const authorityKey = newKey();
  const key = newKey();
  // Clocks of receivers may be behind by a little.
  const notBefore = new Date(now.getTime() - 24 * 3600 * 1000);
  const notAfter = new Date(now.getTime() + 20 * YEAR_MS);
  const authority = issueCertificate({
    ...AUTHORITY,
    key: authorityKey,
    notBefore,
    notAfter,
    authority: true,
  });
  const leaf = issueCertificate({
    commonName: LEAF_NAME,
    organisation: ORGANISATION,
    key,
    notBefore,
    notAfter,
    authority: false,
    issuer: { ...AUTHORITY, key: authorityKey },
  });
  // The authority's key is not kept: nothing else will ever be issued under it.
  writeFileSync(files.authority, authority);
  writeFileSync(files.chain, leaf + authority);
  replaceFileSync(files.key, key.export({ type: 'pkcs8', format: 'pem' }).toString());
}

function newKey(): KeyObject {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
}
