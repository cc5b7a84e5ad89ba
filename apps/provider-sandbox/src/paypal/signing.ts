import { createPrivateKey, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate, type SelfsignedOptions } from 'selfsigned';
import { replaceFileSync } from '#platform';

/** What the sandbox signs PayPal's webhooks with. */
export type SigningKeys = {
  /** Root that receivers trust. */
  readonly authorityPem: string;
  /** Certificate of the key, followed by the root. */
  readonly chainPem: string;
  readonly key: KeyObject;
};

const ORGANISATION = 'Assay provider sandbox';
const AUTHORITY_NAME = 'Assay provider sandbox CA';
/** The name that PayPal's own certificates carry in its sandbox. */
const LEAF_NAME = 'messageverificationcerts.sandbox.paypal.com';

const YEAR_MS = 365 * 24 * 3600 * 1000;

/** Reads the keys of an earlier start, or makes them: an authority, and a certificate from it. */
export async function loadSigningKeys(folder: string, now: Date): Promise<SigningKeys> {
  mkdirSync(folder, { recursive: true });
  const files = {
    authority: join(folder, 'paypal-ca.pem'),
    chain: join(folder, 'paypal-chain.pem'),
    key: join(folder, 'paypal-key.pem'),
  };
  // Written last, so its presence means that all are there.
  if (!existsSync(files.key)) await makeKeys(files, now);
  return {
    authorityPem: readFileSync(files.authority, 'utf8'),
    chainPem: readFileSync(files.chain, 'utf8'),
    key: createPrivateKey(readFileSync(files.key)),
  };
}

async function makeKeys(
  files: { authority: string; chain: string; key: string },
  now: Date,
): Promise<void> {
  const authority = await issue(AUTHORITY_NAME, now, [
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
  ]);
  const ca = { key: authority.private, cert: authority.cert };
  const leaf = await issue(
    LEAF_NAME,
    now,
    [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
    ],
    ca,
  );
  // The authority's key is not kept: nothing else will ever be issued under it.
  writeFileSync(files.authority, authority.cert);
  writeFileSync(files.chain, `${leaf.cert}\n${authority.cert}`);
  replaceFileSync(files.key, leaf.private);
}

/** @param ca what signs it; none: it signs itself. */
function issue(
  commonName: string,
  now: Date,
  extensions: NonNullable<SelfsignedOptions['extensions']>,
  ca?: NonNullable<SelfsignedOptions['ca']>,
) {
  const names = [
    { name: 'organizationName', value: ORGANISATION },
    { name: 'commonName', value: commonName },
  ];
  return generate(names, {
    keySize: 2048,
    algorithm: 'sha256',
    // Clocks of receivers may be behind by a little.
    notBeforeDate: new Date(now.getTime() - 24 * 3600 * 1000),
    notAfterDate: new Date(now.getTime() + 20 * YEAR_MS),
    extensions,
    ...(ca && { ca }),
  });
}
