import { useSyncExternalStore } from 'react';

export type Language = 'en' | 'ar';
export type Theme = 'system' | 'light' | 'dark';

/** What a person chose for this browser. No key and no data of payments is ever among it. */
export type Settings = {
  readonly language: Language;
  readonly theme: Theme;
  /** Arabic-Indic digits in dates and prose; never in ids and amounts. */
  readonly arabicDigits: boolean;
  /** Off: keys of one letter do nothing (WCAG 2.1.4). */
  readonly letterKeys: boolean;
  readonly compact: boolean;
};

/** public/boot.js reads the same before the first paint. */
const STORED = 'assay-settings';

const listeners = new Set<() => void>();
let current = read();

export function useSettings(): Settings {
  return useSyncExternalStore(subscribe, () => current);
}

/** For what runs before the page is drawn. */
export function settingsNow(): Settings {
  return current;
}

export function changeSettings(change: Partial<Settings>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(STORED, JSON.stringify(current));
  } catch {
    // Storage is off: the choice holds until the page is left.
  }
  apply(current);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function apply({ language, theme }: Settings): void {
  const root = document.documentElement;
  root.lang = language;
  root.dir = language === 'ar' ? 'rtl' : 'ltr';
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
}

function read(): Settings {
  const language = document.documentElement.lang === 'ar' ? 'ar' : 'en';
  const usual: Settings = {
    language,
    theme: 'system',
    arabicDigits: false,
    letterKeys: true,
    compact: false,
  };
  try {
    const kept = JSON.parse(localStorage.getItem(STORED) ?? '{}') as Partial<Settings>;
    return { ...usual, ...kept, language };
  } catch {
    return usual;
  }
}
