import { useHotkeys, useHotkeySequences } from '@tanstack/react-hotkeys';
import { useEffect, type ReactNode } from 'react';
import { useSettings } from '../settings/settings.js';
import type { WordId } from '../words/en.js';
import { offer, type Action } from './actions.js';

type Hotkey = Parameters<typeof useHotkeys>[0][number]['hotkey'];

const HAS_MODIFIER = /^(Mod|Control|Alt|Meta)\+/;
/** Keys that type nothing, which stay when single letters are off. */
const NAMED = /^(Shift\+)?(Arrow\w+|Home|End|PageUp|PageDown|Enter|Escape|Space|Tab)$/;

/**
 * Has keys do what the page offers, outside of fields and dialogs. The matching is by the letter
 * that was typed, and by the place of the key where the layout has other letters.
 */
export function useKeys(actions: readonly Action[]): void {
  const { letterKeys } = useSettings();
  const isOn = (keys: string): boolean =>
    !isInDialog() && (letterKeys || HAS_MODIFIER.test(keys) || NAMED.test(keys));
  const single = actions.flatMap((action) =>
    action.keys.filter((keys) => !keys.includes(' ')).map((keys) => ({ action, keys })),
  );
  useHotkeys(
    single.map(({ action, keys }) => ({
      hotkey: keys as Hotkey,
      callback: (event: KeyboardEvent) => {
        if (event.repeat && !action.repeats) return;
        if (isOn(keys) && action.enabled !== false) action.run();
      },
      options: { preventDefault: action.enabled !== false },
    })),
    { conflictBehavior: 'allow', ignoreInputs: true },
  );
  const sequences = actions.flatMap((action) =>
    action.keys.filter((keys) => keys.includes(' ')).map((keys) => ({ action, keys })),
  );
  useHotkeySequences(
    sequences.map(({ action, keys }) => ({
      sequence: keys.split(' ') as Hotkey[] as never,
      callback: () => {
        if (isOn(keys) && action.enabled !== false) action.run();
      },
    })),
    { conflictBehavior: 'allow', ignoreInputs: true },
  );
  useEffect(() => offer(actions));
}

function isInDialog(): boolean {
  return document.querySelector('[role=dialog], [role=alertdialog]') !== null;
}

/** A key beside the button that does the same. */
export function Key({ of }: { readonly of: string }): ReactNode {
  return <kbd aria-hidden="true">{of}</kbd>;
}

export type { Action, WordId };
