/**
 * Verifies an export of an Assay ledger, with nothing but Node and the ledger's public key:
 *
 *   node verify.mjs [--key <public key>] [<folder of the export>]
 * Exit codes: 0 every check held, 1 something does not fit, 2 it could not be checked.
 *
 * It is short, so that it can be read before it is trusted. What it checks:
 *   1. Every head in heads/ is signed with the key (Ed25519 over the note's text).
 *   2. A whole export: the events, hashed in order, have the root of every head where it ends.
 *      Part of a ledger: each event's proof leads to the root of the head that is named.
 *   3. Each head's tree is the beginning of the next one's.
 * The formats are RFC 9162 (tree), c2sp.org/signed-note and c2sp.org/tlog-checkpoint (heads).
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Something in the export does not fit: the evidence that this program looks for. */
class Misfit extends Error {}

// ---- Hashes (RFC 9162, section 2.1.1) -----------------------------------------------------------

const sha256 = (...parts) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const leafHash = (content) => sha256(Uint8Array.of(0), content);
const nodeHash = (left, right) => sha256(Uint8Array.of(1), left, right);
const same = (a, b) => Buffer.compare(a, b) === 0;

/** What is hashed of an event: a name, then ten fields, each behind its length in four bytes. */
function leafContent(event) {
  const { stream, revision, id, type, contentType, createdTicks, commit, prepare } = event;
  const texts = [stream, revision, id, type, contentType, createdTicks, commit, prepare];
  const fields = [
    ...texts.map((text) => Buffer.from(text, 'utf8')),
    Buffer.from(event.data, event.dataEncoding),
    Buffer.from(event.metadata, event.metadataEncoding),
  ];
  const behindLength = fields.flatMap((field) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(field.length);
    return [length, field];
  });
  return Buffer.concat([Buffer.from('assay-event-1\n'), ...behindLength]);
}

/** A growing tree: only the roots of its complete subtrees are kept, the largest first. */
class Tree {
  size = 0;
  roots = [];

  push(leaf) {
    let node = leaf;
    for (let rest = this.size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      node = nodeHash(this.roots.pop(), node);
    }
    this.roots.push(node);
    this.size += 1;
  }

  root() {
    if (this.size === 0) return sha256();
    return this.roots.reduceRight((right, left) => nodeHash(left, right));
  }
}

// ---- Proofs (RFC 9162, sections 2.1.3.2 and 2.1.4.2) --------------------------------------------

const half = (number) => Math.floor(number / 2);

/** Goes up to the root; `join(sibling, isLeft)` is called for each hash of the proof. */
function climb(index, size, proof, join) {
  let [node, last] = [index, size - 1];
  for (const sibling of proof) {
    if (last === 0) return false;
    const isLeft = node % 2 === 1 || node === last;
    join(sibling, isLeft);
    if (isLeft) while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    [node, last] = [half(node), half(last)];
  }
  return last === 0;
}

function isIncluded(leaf, index, proof, head) {
  if (!Number.isSafeInteger(index) || index < 0 || index >= head.size) return false;
  let hash = leaf;
  const isWhole = climb(index, head.size, proof, (sibling, isLeft) => {
    hash = isLeft ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
  });
  return isWhole && same(hash, head.root);
}

function isBeginning(from, to, proof) {
  if (from.size === to.size) return proof.length === 0 && same(from.root, to.root);
  if (from.size === 0) return proof.length === 0 && same(from.root, sha256());
  const isComplete = 2 ** Math.round(Math.log2(from.size)) === from.size;
  const [first, ...rest] = isComplete ? [from.root, ...proof] : proof;
  if (first === undefined) return false;
  let [node, last] = [from.size - 1, to.size - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  let [before, after] = [first, first];
  const isWhole = climb(node, last + 1, rest, (sibling, isLeft) => {
    if (isLeft) before = nodeHash(sibling, before);
    after = isLeft ? nodeHash(sibling, after) : nodeHash(after, sibling);
  });
  return isWhole && same(before, from.root) && same(after, to.root);
}

// ---- Heads and their signatures -----------------------------------------------------------------

/** Reads `name+hash+base64`; the hash binds the name to the key. */
function readKey(text) {
  const [, name, hash, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/u.exec(text.trim()) ?? [];
  const bytes = Buffer.from(encoded ?? '', 'base64');
  if (bytes.length !== 33 || bytes[0] !== 1) throw new Error(`no Ed25519 key: ${text}`);
  const id = sha256(`${name}\n`, bytes).subarray(0, 4);
  if (id.toString('hex') !== hash) throw new Error(`the key does not fit its hash: ${text}`);
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), bytes.subarray(1)]);
  return { name, id, key: createPublicKey({ key: spki, format: 'der', type: 'spki' }) };
}

/** A head, after its signature is verified with one of the keys. */
function readHead(note, keys, file) {
  const split = note.lastIndexOf('\n\n');
  const text = note.slice(0, split + 1);
  const isSigned = keys.some(({ name, id, key }) =>
    note
      .slice(split + 2)
      .split('\n')
      .some((line) => {
        const [, signer, encoded] = /^\u2014 (\S+) (\S+)$/u.exec(line) ?? [];
        const bytes = Buffer.from(encoded ?? '', 'base64');
        if (signer !== name || !same(bytes.subarray(0, 4), id)) return false;
        return verify(null, Buffer.from(text), key, bytes.subarray(4));
      }),
  );
  if (split < 0 || !isSigned) throw new Misfit(`${file}: the head is not signed with the key`);
  const [origin, size, encoded] = text.split('\n');
  if (!keys.some(({ name }) => name === origin)) {
    throw new Misfit(`${file}: the head is of another log, ${origin}`);
  }
  return { file, size: Number(size), root: Buffer.from(encoded, 'base64') };
}

// ---- The export ---------------------------------------------------------------------------------

const TEXTS =
  'stream revision id type contentType createdTicks commit prepare data metadata ' +
  'dataEncoding metadataEncoding';

async function* eventsIn(folder) {
  const lines = createInterface({ input: createReadStream(join(folder, 'events.jsonl')) });
  let number = 0;
  for await (const line of lines) {
    number += 1;
    const event = parsed(line);
    if (!TEXTS.split(' ').every((name) => typeof event[name] === 'string')) {
      throw new Misfit(`events.jsonl: line ${number} is no event`);
    }
    yield event;
  }
}

function parsed(line) {
  try {
    return JSON.parse(line) ?? {};
  } catch {
    return {};
  }
}

const placeOf = ({ index, stream, revision }) => `event ${index} (${stream} ${revision})`;

/** All events from the first: their tree must have each head's root where that head ends. */
async function verifyWhole(folder, heads) {
  const tree = new Tree();
  const open = [...heads];
  let last = null;
  const compare = async () => {
    while (open[0]?.size === tree.size) {
      const { file, size, root } = open.shift();
      if (same(root, tree.root())) continue;
      const where = await firstDifferent(folder, { size, root });
      throw new Misfit(`${file}: the events up to ${size} do not have its root${where}`);
    }
  };
  await compare();
  for await (const event of eventsIn(folder)) {
    if (event.index !== tree.size) {
      throw new Misfit(`${placeOf(event)} stands where event ${tree.size} belongs`);
    }
    tree.push(leafHash(leafContent(event)));
    last = event;
    if (open[0]?.size === tree.size) await compare();
  }
  if (open.length > 0) {
    const end = last ? `behind ${placeOf(last)}` : 'before the first event';
    const where = await firstDifferent(folder, open[0]);
    throw new Misfit(`the export ends ${end}, and a head has ${open[0].size} events${where}`);
  }
  const { size } = heads.at(-1);
  if (tree.size > size) throw new Misfit(`no head signs the events from event ${size} on`);
  return tree.size;
}

/** By the leaves in leaves.bin, which are believed only if the signed root follows from them. */
async function firstDifferent(folder, { size, root }) {
  const file = join(folder, 'leaves.bin');
  const bytes = existsSync(file) ? readFileSync(file) : Buffer.of();
  const leafAt = (index) => bytes.subarray(index * 32, (index + 1) * 32);
  const tree = new Tree();
  while (tree.size < size) tree.push(leafAt(tree.size));
  if (!same(tree.root(), root)) return '';
  for await (const event of eventsIn(folder)) {
    if (event.index === size) break;
    if (same(leafHash(leafContent(event)), leafAt(event.index))) continue;
    return `; the first that differs is ${placeOf(event)}`;
  }
  return '';
}

/** Some events, each with its proof for the last head. */
async function verifyPart(folder, head) {
  let count = 0;
  for await (const event of eventsIn(folder)) {
    const proof = (event.proof ?? []).map((hash) => Buffer.from(hash, 'base64'));
    if (!isIncluded(leafHash(leafContent(event)), event.index, proof, head)) {
      throw new Misfit(`${placeOf(event)} is not in the tree of ${head.file}`);
    }
    count += 1;
  }
  return count;
}

function verifyConsistency(folder, heads) {
  const proofs = JSON.parse(readFileSync(join(folder, 'consistency.json'), 'utf8'));
  for (let next = 1; next < heads.length; next += 1) {
    const [from, to] = [heads[next - 1], heads[next]];
    const found = proofs.find((each) => each.from === from.size && each.to === to.size);
    const proof = (found?.hashes ?? []).map((hash) => Buffer.from(hash, 'base64'));
    if (!isBeginning(from, to, proof)) {
      throw new Misfit(`the tree of ${to.file} does not go on from that of ${from.file}`);
    }
  }
}

function say(stream, line) {
  stream.write(`${line}\n`);
}

function keysOf(folder, given) {
  const isText = given !== undefined && !existsSync(given);
  const text = isText ? given : readFileSync(given ?? join(folder, 'key.txt'), 'utf8');
  return text.trim().split('\n').map(readKey);
}

function headsIn(folder, keys) {
  const files = readdirSync(join(folder, 'heads'));
  if (files.length === 0) throw new Misfit('the export has no head');
  const noteIn = (file) => readFileSync(join(folder, 'heads', file), 'utf8');
  const heads = files.map((file) => readHead(noteIn(file), keys, `heads/${file}`));
  heads.sort((a, b) => a.size - b.size);
  const split = heads.find(
    ({ size, root }) => !same(root, heads.find((other) => other.size === size).root),
  );
  if (split) throw new Misfit(`${split.file}: another head of ${split.size} events contradicts it`);
  return heads;
}

async function main(args) {
  const at = args.indexOf('--key');
  const [, given] = at < 0 ? [] : args.splice(at, 2);
  // An empty variable must not lead to the key that came with the export.
  if (at >= 0 && given === undefined) throw new Error('--key names no key');
  const folder = args[0] ?? dirname(fileURLToPath(import.meta.url));
  const heads = headsIn(folder, keysOf(folder, given));
  const last = heads.at(-1);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const isWhole = manifest.scope === 'whole';
  const count = isWhole ? await verifyWhole(folder, heads) : await verifyPart(folder, last);
  if (count !== manifest.events) {
    throw new Misfit(`there are ${count} events, and ${manifest.events} were exported`);
  }
  // One tree that has every head's root shows that each goes on from the one before.
  if (!isWhole) verifyConsistency(folder, heads);
  say(process.stdout, `verified: ${count} events, ${heads.length} heads, the last of ${last.size}`);
  if (given !== undefined) return;
  say(process.stdout, 'The key came with the export: compare it with one you got another way.');
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  say(
    process.stderr,
    error instanceof Misfit ? `NOT VERIFIED: ${error.message}` : `not checked: ${error.message}`,
  );
  process.exitCode = error instanceof Misfit ? 1 : 2;
}
