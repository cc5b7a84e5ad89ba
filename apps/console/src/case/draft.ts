import { useSyncExternalStore } from 'react';
import type { Decision } from '../client/cases.js';
import type { RejectionReason } from './rejection-reasons.js';

/** What was asked for, under the key that makes asking again harmless. */
export type Intent = { readonly body: Decision; readonly key: string };

/** What a person began at a case and has no answer to yet. */
export type Draft = {
  readonly note: string;
  /** Whether reasons are asked for, because the person wants to reject. */
  readonly rejects: boolean;
  readonly reason: RejectionReason | null;
  /** Kept until an answer came, so that it is sent again under the same key only. */
  readonly intent: Intent | null;
};

const EMPTY: Draft = { note: '', rejects: false, reason: null, intent: null };

const drafts = new Map<string, Draft>();
const listeners = new Set<() => void>();

/** The draft of one case; it outlives the page, a new sign-in and a reload. */
export function useDraft(
  paymentId: string,
): readonly [Draft, (change: Partial<Draft>) => void, () => void] {
  const draft = useSyncExternalStore(subscribe, () => draftOf(paymentId));
  const change = (part: Partial<Draft>): void =>
    keep(paymentId, { ...draftOf(paymentId), ...part });
  return [draft, change, () => keep(paymentId, EMPTY)];
}

export function draftOf(paymentId: string): Draft {
  const known = drafts.get(paymentId) ?? stored(paymentId);
  drafts.set(paymentId, known);
  return known;
}

function keep(paymentId: string, draft: Draft): void {
  drafts.set(paymentId, draft);
  try {
    if (draft === EMPTY) sessionStorage.removeItem(nameOf(paymentId));
    else sessionStorage.setItem(nameOf(paymentId), JSON.stringify(draft));
  } catch {
    // Storage is off: the draft lives as long as the page.
  }
  for (const listener of listeners) listener();
}

function stored(paymentId: string): Draft {
  try {
    const text = sessionStorage.getItem(nameOf(paymentId));
    return text === null ? EMPTY : { ...EMPTY, ...(JSON.parse(text) as Partial<Draft>) };
  } catch {
    return EMPTY;
  }
}

function nameOf(paymentId: string): string {
  return `assay-draft-${paymentId}`;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
