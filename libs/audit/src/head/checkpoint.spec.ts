import { createPublicKey } from 'node:crypto';
import { verifyCheckpoint } from '@sigstore/verify/dist/tlog/checkpoint.js';
import { verifyMerkleInclusion } from '@sigstore/verify/dist/tlog/merkle.js';
import { leafHash } from '../tree/hashes.js';
import { MemoryTree } from '../tree/memory-tree.js';
import { inclusionProof, rootAt } from '../tree/proofs.js';
import { openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint.js';
import { SignerKey, VerifierKey } from './keys.js';
import { formatNote, InvalidNote, parseNote } from './signed-note.js';

const ORIGIN = 'assay.example/ledger';
const KEY = SignerKey.of(ORIGIN, Buffer.alloc(32, 7));
const OTHER = SignerKey.of(ORIGIN, Buffer.alloc(32, 8));

describe('a signed head', () => {
  it('is what its key opens again', () => {
    const { origin, size, root } = openCheckpoint(headOf(5), {
      origin: ORIGIN,
      keys: [KEY.verifier],
    });
    expect({ origin, size, root }).toEqual({ origin: ORIGIN, size: 5, root: treeOf(5).root });
  });

  it('is not opened with another key, as another log, or with one changed character', () => {
    const head = headOf(5);
    const keys = [KEY.verifier];
    expect(() => openCheckpoint(head, { origin: ORIGIN, keys: [OTHER.verifier] })).toThrow(
      InvalidNote,
    );
    expect(() => openCheckpoint(head, { origin: 'another', keys })).toThrow(/another log/);
    for (let at = 0; at < head.length; at += 1) {
      const changed = `${head.slice(0, at)}${head[at] === '7' ? '8' : '7'}${head.slice(at + 1)}`;
      expect(() => openCheckpoint(changed, { origin: ORIGIN, keys })).toThrow(InvalidNote);
    }
  });

  it('is opened by either key that has signed it, and shows cosignatures it does not know', () => {
    const checkpoint = { origin: ORIGIN, size: 5, root: treeOf(5).root, extensions: [] };
    const note = parseNote(signCheckpoint(checkpoint, KEY, OTHER));
    const witness = {
      name: 'witness.example',
      keyId: Buffer.alloc(4, 1),
      signature: Buffer.alloc(72),
    };
    const cosigned = formatNote({ ...note, signatures: [...note.signatures, witness] });
    for (const { verifier } of [KEY, OTHER]) {
      expect(openCheckpoint(cosigned, { origin: ORIGIN, keys: [verifier] }).size).toBe(5);
    }
    expect(parseCheckpoint(cosigned).note.signatures.at(-1)).toEqual(witness);
  });

  it('is refused in any other form', () => {
    for (const body of [`${ORIGIN}\n-1\n`, `${ORIGIN}\n05\nAAAA\n`, '\n5\nAAAA\n', 'text\n']) {
      const note = formatNote({ text: body, signatures: [KEY.sign(body)] });
      expect(() => parseCheckpoint(note)).toThrow(InvalidNote);
    }
    expect(() => parseNote('no signature\n')).toThrow(InvalidNote);
  });
});

describe('the key of a log', () => {
  it('reads back from its text, and not when a character of it differs', () => {
    const text = KEY.verifier.toString();
    expect(VerifierKey.parse(text).toString()).toBe(text);
    expect(() => VerifierKey.parse(text.replace('ledger', 'lodger'))).toThrow(/hash/);
  });

  it('reads its secret back, which golang.org/x/mod/sumdb/note made', () => {
    const text = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
    expect(SignerKey.parse(text).toString()).toBe(text);
    expect(SignerKey.parse(text).verifier.toString()).toBe(
      'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    );
    expect(() => SignerKey.parse(text.replace('AYEK', 'AYEL'))).toThrow(/hash/);
  });

  it('is the one that golang.org/x/mod/sumdb/note gives as its example', () => {
    const text = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
    expect(VerifierKey.parse(text).toString()).toBe(text);
    const note =
      'If you think cryptography is the answer to your problem,\n' +
      "then you don't know what your problem is.\n\n" +
      '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
    expect(VerifierKey.parse(text).hasSigned(parseNote(note))).toBe(true);
    expect(VerifierKey.parse(text).hasSigned(parseNote(note.replace('answer', 'Answer')))).toBe(
      false,
    );
  });
});

describe('the verifier of Sigstore, which is not ours', () => {
  it('opens our heads and takes our inclusion proofs, and none that is changed', () => {
    for (const size of [1, 2, 7, 8, 33, 100]) {
      const checkpoint = verifyCheckpoint(entryOf(size, 0), [sigstoreKey()]);
      expect(checkpoint.logHash).toEqual(treeOf(size).root);
      for (let index = 0; index < size; index += 1) {
        const entry = entryOf(size, index);
        expect(() => verifyMerkleInclusion(entry, checkpoint)).not.toThrow();
        const changed = { ...entry, canonicalizedBody: Buffer.from('another') };
        expect(() => verifyMerkleInclusion(changed, checkpoint)).toThrow();
      }
    }
  });
});

function entryOf(size: number, index: number): Parameters<typeof verifyMerkleInclusion>[0] {
  const hashes = inclusionProof(treeOf(size).nodes, index, size);
  return {
    canonicalizedBody: Buffer.from(String(index)),
    inclusionProof: { logIndex: String(index), hashes, checkpoint: { envelope: headOf(size) } },
  } as unknown as Parameters<typeof verifyMerkleInclusion>[0];
}

function sigstoreKey(): Parameters<typeof verifyCheckpoint>[1][number] {
  const { keyId, name } = KEY.verifier;
  const raw = Buffer.from(KEY.verifier.toString().split('+').slice(2).join('+'), 'base64').subarray(
    1,
  );
  const key = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw]);
  const publicKey = createPublicKey({ key, format: 'der', type: 'spki' });
  return { logID: keyId, baseURL: name, publicKey } as unknown as ReturnType<typeof sigstoreKey>;
}

function headOf(size: number): string {
  return signCheckpoint({ origin: ORIGIN, size, root: treeOf(size).root, extensions: [] }, KEY);
}

function treeOf(size: number) {
  const tree = new MemoryTree();
  for (let index = 0; index < size; index += 1) tree.push(leafHash(Buffer.from(String(index))));
  return { nodes: tree.nodes, root: rootAt(tree.nodes, size) };
}
