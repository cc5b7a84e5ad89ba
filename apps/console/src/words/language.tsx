import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { IntlProvider, useIntl } from 'react-intl';
import { useSettings, type Settings } from '../settings/settings.js';
import { EN, type WordId } from './en.js';

type Words = Readonly<Record<WordId, string>>;

/** English is in the first script, for when another language cannot be loaded. */
const loaded = new Map<Settings['language'], Words>([['en', EN]]);

/** Fetches the sentences of a language once; a person reads one language, not all. */
export async function loadLanguage(language: Settings['language']): Promise<void> {
  if (language === 'ar') loaded.set('ar', (await import('./ar.js')).AR);
}

/** Latin digits in both languages: amounts and ids are compared with receipts and exports. */
export function localeOf({ language, arabicDigits }: Settings): string {
  if (language === 'en') return 'en-GB';
  return arabicDigits ? 'ar-u-nu-arab' : 'ar-u-nu-latn';
}

export function Language({ children }: { readonly children: ReactNode }): ReactNode {
  const settings = useSettings();
  return (
    <I18nProvider locale={settings.language === 'ar' ? 'ar-AE' : 'en-GB'}>
      <IntlProvider locale={localeOf(settings)} messages={loaded.get(settings.language) ?? EN}>
        {children}
      </IntlProvider>
    </I18nProvider>
  );
}

export type Values = Readonly<Record<string, string | number>>;
export type Say = (id: WordId, values?: Values) => string;

/** The sentences of the desk in the language of the person. */
export function useSay(): Say {
  const intl = useIntl();
  return (id, values) => intl.formatMessage({ id }, values);
}
