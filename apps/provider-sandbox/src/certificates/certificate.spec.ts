import { createPublicKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { issueCertificate } from './certificate.js';

const newKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const authorityKey = newKey();
const AUTHORITY = { commonName: 'Test CA', organisation: 'Test', key: authorityKey };
const VALID = {
  notBefore: new Date('2026-01-02T03:04:05Z'),
  notAfter: new Date('2055-01-02T03:04:05Z'),
};

describe('issuing a certificate', () => {
  const root = new X509Certificate(issueCertificate({ ...AUTHORITY, ...VALID, authority: true }));
  const key = newKey();
  const leaf = new X509Certificate(
    issueCertificate({
      commonName: 'leaf.example',
      organisation: 'Tést',
      key,
      ...VALID,
      authority: false,
      issuer: AUTHORITY,
    }),
  );

  it('names who it is for, who issued it and how long it holds', () => {
    expect(leaf.subject).toBe('O=Tést\nCN=leaf.example');
    expect(leaf.issuer).toBe('O=Test\nCN=Test CA');
    // One side of 2050 is written with two digits of the year, the other with four.
    expect(new Date(leaf.validFrom)).toEqual(VALID.notBefore);
    expect(new Date(leaf.validTo)).toEqual(VALID.notAfter);
    expect(leaf.publicKey.equals(createPublicKey(key))).toBe(true);
  });

  it('chains to its issuer, and to no other', () => {
    expect(leaf.checkIssued(root) && leaf.verify(root.publicKey)).toBe(true);
    expect(root.checkIssued(root) && root.verify(root.publicKey)).toBe(true);
    expect(leaf.verify(leaf.publicKey)).toBe(false);
    expect([root.ca, leaf.ca]).toEqual([true, false]);
  });

  it('has a serial number of its own', () => {
    expect(leaf.serialNumber).toMatch(/^[4-7][0-9A-F]{31}$/);
    expect(leaf.serialNumber).not.toBe(root.serialNumber);
  });
});
