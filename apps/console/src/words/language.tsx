import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { IntlProvider, useIntl } from 'react-intl';
import { useSettings, type Settings } from '../settings/settings.js';
import { AR } from './ar.js';
import { EN, type WordId } from './en.js';

export const MESSAGES = { en: EN, ar: AR } as const;

/** Latin digits in both languages: amounts and ids are compared with receipts and exports. */
export function localeOf({ language, arabicDigits }: Settings): string {
  if (language === 'en') return 'en-GB';
  return arabicDigits ? 'ar-u-nu-arab' : 'ar-u-nu-latn';
}

export function Language({ children }: { readonly children: ReactNode }): ReactNode {
  const settings = useSettings();
  return (
    <I18nProvider locale={settings.language === 'ar' ? 'ar-AE' : 'en-GB'}>
      <IntlProvider locale={localeOf(settings)} messages={MESSAGES[settings.language]}>
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
