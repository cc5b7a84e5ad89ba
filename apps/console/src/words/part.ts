import { useIntl } from 'react-intl';
import { useSettings, type Language } from '../settings/settings.js';
import type { Values } from './language.js';

/** Sentences that only one page needs, loaded with it: the same ids in each language. */
export type WordsPart<Id extends string> = Readonly<Record<Language, Readonly<Record<Id, string>>>>;

/** Says the sentences of one page in the language of the person. */
export function useSayOf<Id extends string>(
  part: WordsPart<Id>,
): (id: Id, values?: Values) => string {
  const { formatters, locale } = useIntl();
  const { language } = useSettings();
  return (id, values) => {
    const text = formatters.getMessageFormat(part[language][id], locale).format(values);
    return typeof text === 'string' ? text : String(text);
  };
}
