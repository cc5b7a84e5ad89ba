import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AUDIT_STREAM,
  InvalidKey,
  InvalidNote,
  openCheckpoint,
  upcastAudit,
  VerifierKey,
  type Checkpoint,
} from '#audit';
import type { EventStore } from '#event-store';
import { Failure } from '../failure.js';
import { Evidence } from './evidence.js';

/** Whose heads are believed. */
export type Trust = { readonly origin: string; readonly keys: readonly VerifierKey[] };

/** A head whose signature is right, and the note that says so. */
export type TrustedHead = { readonly checkpoint: Checkpoint; readonly note: string };

/** @param given keys, or files with one key a line. @throws Failure */
export function trustIn(given: readonly string[]): Trust {
  const texts = given.flatMap((text) =>
    existsSync(text) ? readFileSync(text, 'utf8').trim().split('\n') : [text],
  );
  const keys = texts.map(keyOf);
  const [first] = keys;
  if (!first) throw new Failure('name the public key with --key');
  if (keys.some(({ name }) => name !== first.name)) {
    throw new Failure('the keys are of different logs; verify one log at a time');
  }
  return { origin: first.name, keys };
}

/** The heads in the store's own stream. @throws Evidence for one that is not of the log. */
export async function headsOfStore(store: EventStore, trust: Trust): Promise<TrustedHead[]> {
  const heads: TrustedHead[] = [];
  for await (const { type, data, revision } of store.read(AUDIT_STREAM)) {
    const { note } = upcastAudit(type, data).data;
    heads.push(trusted(note, trust, `${AUDIT_STREAM} ${revision}`));
  }
  return heads;
}

/** Heads that were kept elsewhere, a file each. @throws Evidence, Failure */
export function headsInFolder(folder: string, trust: Trust): TrustedHead[] {
  let files: string[];
  try {
    files = readdirSync(folder).sort();
  } catch (error) {
    throw new Failure(`${folder} cannot be read: ${(error as Error).message}`);
  }
  return files.map((file) => trusted(readFileSync(join(folder, file), 'utf8'), trust, file));
}

function trusted(note: string, trust: Trust, place: string): TrustedHead {
  try {
    return { checkpoint: openCheckpoint(note, trust), note };
  } catch (error) {
    if (!(error instanceof InvalidNote)) throw error;
    throw new Evidence(`${place}: ${error.message}`);
  }
}

function keyOf(text: string): VerifierKey {
  try {
    return VerifierKey.parse(text);
  } catch (error) {
    if (!(error instanceof InvalidKey)) throw error;
    throw new Failure(`${text} is no public key: ${error.message}`);
  }
}
