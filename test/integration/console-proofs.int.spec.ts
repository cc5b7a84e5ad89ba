import { randomBytes, randomUUID } from 'node:crypto';
import {
  eventLeafHash,
  inclusionProof,
  MemoryTree,
  rootAt,
  signCheckpoint,
  SignerKey,
  type LeafEvent,
} from '#audit';
import { checkEvidence, type Evidence } from '../../apps/console/src/audit/proof/check-evidence.js';

const ORIGIN = 'assay/test';
const signer = SignerKey.of(ORIGIN, randomBytes(32));
const KEYS = [signer.verifier.toString()];

function eventAt(index: number): LeafEvent {
  const position = { commit: BigInt(index * 10 + 7), prepare: BigInt(index * 10 + 7) };
  return {
    stream: `payment-${index}`,
    revision: BigInt(index),
    id: randomUUID(),
    type: 'PaymentCaptured',
    contentType: 'application/json',
    createdTicks: 17_000_000_000_000_000n + BigInt(index),
    position,
    // Bytes that no decoding and encoding again would keep.
    data: Buffer.from(`{ "amount":"10${index}", "note":"دفعة" }`),
    metadata: Buffer.from([0xff, 0x00, index]),
  };
}

/** What the server would answer for each event of a log of so many. */
function evidenceOf(size: number): Evidence[] {
  const events = Array.from({ length: size }, (_, index) => eventAt(index));
  const tree = new MemoryTree();
  for (const event of events) tree.push(eventLeafHash(event));
  const root = rootAt(tree.nodes, size);
  const note = signCheckpoint({ origin: ORIGIN, size, root, extensions: [] }, signer);
  const head = { origin: ORIGIN, size, rootHash: base64(root), signedAt: '', note };
  return events.map(({ position, ...event }, index) => ({
    event: {
      ...event,
      revision: event.revision.toString(),
      createdTicks: event.createdTicks.toString(),
      commit: position.commit.toString(),
      prepare: position.prepare.toString(),
      data: base64(event.data),
      metadata: base64(event.metadata),
    },
    inclusion: {
      index,
      size,
      position: '',
      leafHash: '',
      rootHash: base64(root),
      hashes: inclusionProof(tree.nodes, index, size).map(base64),
    },
    head,
  }));
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const check = (evidence: Evidence, keys = KEYS) => checkEvidence(evidence, keys, evidence.event.id);

describe('the check in the browser', () => {
  it('proves each event of logs of many sizes', async () => {
    for (const size of [1, 2, 3, 4, 5, 7, 8, 9, 31, 33]) {
      for (const evidence of evidenceOf(size)) {
        expect(await check(evidence)).toMatchObject({ is: 'proven', size });
      }
    }
  });

  it('finds any field of the event that differs by a little', async () => {
    const [, , , evidence] = evidenceOf(9);
    if (!evidence) throw new Error('there is one');
    const { event } = evidence;
    for (const name of Object.keys(event) as (keyof typeof event)[]) {
      const changed = { ...event, [name]: `${event[name].slice(0, -4)}aaaa` };
      const verdict = await check({ ...evidence, event: changed });
      expect([name, verdict]).toEqual([name, { is: 'not-included' }]);
    }
  });

  it('finds a proof that is of another place, too short or too long', async () => {
    const [, , , evidence] = evidenceOf(9);
    if (!evidence) throw new Error('there is one');
    const { inclusion } = evidence;
    const { hashes } = inclusion;
    for (const changed of [
      { index: 4 },
      { index: 9 },
      { index: -1 },
      { hashes: hashes.slice(1) },
      { hashes: [...hashes, hashes[0] ?? ''] },
      { hashes: [...hashes].reverse() },
    ]) {
      const verdict = await check({ ...evidence, inclusion: { ...inclusion, ...changed } });
      expect(verdict).toEqual({ is: 'not-included' });
    }
  });

  it('does not take a proof that ends below the top of the tree that was signed', async () => {
    const [evidence] = evidenceOf(4);
    if (!evidence) throw new Error('there is one');
    const root = Buffer.from(evidence.head.rootHash, 'base64');
    const note = signCheckpoint({ origin: ORIGIN, size: 8, root, extensions: [] }, signer);
    const head = { ...evidence.head, size: 8, note };
    expect(await check({ ...evidence, head })).toEqual({ is: 'not-included' });
  });

  it('takes a head only from a key that is known, under its name and unchanged', async () => {
    const [evidence] = evidenceOf(5);
    if (!evidence) throw new Error('there is one');
    const other = SignerKey.of(ORIGIN, randomBytes(32)).verifier.toString();
    const renamed = SignerKey.of('assay/other', randomBytes(32)).verifier.toString();
    expect(await check(evidence, [other])).toEqual({ is: 'head-not-signed' });
    expect(await check(evidence, [renamed])).toEqual({ is: 'head-not-signed' });
    expect(await check(evidence, [])).toEqual({ is: 'head-not-signed' });
    expect(await check(evidence, [other, ...KEYS])).toMatchObject({ is: 'proven' });
    const { note } = evidence.head;
    const larger = { ...evidence.head, note: note.replace('\n5\n', '\n6\n') };
    expect(await check({ ...evidence, head: larger })).toEqual({ is: 'head-not-signed' });
    const unsigned = { ...evidence.head, note: note.split('\n\n')[0] ?? '' };
    expect(await check({ ...evidence, head: unsigned })).toEqual({ is: 'head-not-signed' });
  });

  it('does not prove one event by the evidence of another', async () => {
    const [one, two] = evidenceOf(2);
    if (!one || !two) throw new Error('there are two');
    expect(await checkEvidence(one, KEYS, two.event.id)).toEqual({ is: 'other-event' });
  });
});
