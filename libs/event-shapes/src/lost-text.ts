/**
 * Why a personal text cannot be given any more: its key is destroyed; its key is not in the file of
 * keys; the text or its key is not what was written; it stands in another event or field.
 */
export const LOSSES = ['erased', 'key-missing', 'damaged', 'moved'] as const;

export type Loss = (typeof LOSSES)[number];

/** What a sealed text becomes for readers once its key is destroyed. Never an empty text. */
export const ERASED = '[erased]';

const MARKS = new Map<Loss, string>(
  LOSSES.map((loss) => [loss, loss === 'erased' ? ERASED : `[unreadable: ${loss}]`]),
);
const TEXTS: ReadonlySet<string> = new Set(MARKS.values());

/** What stands in a field whose text is lost. */
export function markOf(loss: Loss): string {
  return MARKS.get(loss) ?? ERASED;
}

/** Whether a field holds no text any more, but a mark that says why. */
export function isLost(text: string): boolean {
  return TEXTS.has(text);
}
