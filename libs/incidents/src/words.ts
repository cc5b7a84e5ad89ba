import type { Topic } from './vocabulary.js';

type Language = 'en' | 'ar' | 'id';

/**
 * Beginnings of words that show what a text is about. Arabic ones are without the article and
 * without vowel marks, as `words` leaves them; several words in one line have to follow each other.
 */
export const STEMS: Readonly<
  Record<Exclude<Topic, 'other'>, Readonly<Record<Language, readonly string[]>>>
> = {
  security: {
    en: ['hack', 'breach', 'stolen', 'leak', 'unauthori', 'phish', 'ransom', 'malware', 'intru'],
    ar: ['اختراق', 'مخترق', 'تسريب', 'تسرب', 'مسروق', 'سرق', 'احتيال', 'تصيد', 'قرصن'],
    id: ['retas', 'diretas', 'peretas', 'bocor', 'kebocoran', 'dicuri', 'pencuri', 'dibobol'],
  },
  outage: {
    en: ['outage', 'down', 'offline', 'unavailable', 'unreachable', 'crash', 'cannot log in'],
    ar: ['معطل', 'متوقف', 'انقطاع', 'تعطل', 'لا يعمل', 'عطل'],
    id: ['mati', 'gangguan', 'tidak bisa diakses', 'lumpuh', 'padam', 'putus'],
  },
  payment: {
    en: ['pay', 'paid', 'charg', 'refund', 'declin', 'checkout', 'invoice', 'card', 'money'],
    ar: ['دفع', 'مدفوع', 'استرداد', 'خصم', 'فاتور', 'بطاق', 'تحويل'],
    id: ['bayar', 'pembayaran', 'dibayar', 'tagih', 'ditagih', 'dana', 'kartu', 'uang'],
  },
};

/** Which topics a text names, in any of the languages. */
export function topicsOf(text: string): readonly Exclude<Topic, 'other'>[] {
  const spoken = words(text);
  const topics = Object.entries(STEMS) as [Exclude<Topic, 'other'>, (typeof STEMS)['security']][];
  return topics
    .filter(([, stems]) =>
      Object.values(stems)
        .flat()
        .some((stem) => isIn(stem.split(' '), spoken)),
    )
    .map(([topic]) => topic);
}

function isIn(stems: readonly string[], spoken: readonly string[]): boolean {
  return spoken.some((_word, at) =>
    stems.every((stem, index) => spoken[at + index]?.startsWith(stem) === true),
  );
}

const ARABIC_MARKS = /[\u064B-\u065F\u0670\u0640]/g;
const ARABIC_PREFIX = /^(?:[وفبكل]?ال|لل|و)(?=\p{Script=Arabic}{3})/u;

/** In lower case; Arabic words also without marks, article, and forms of the alef. */
function words(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(ARABIC_MARKS, '')
    .replaceAll(/[أإآٱ]/g, 'ا');
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.replace(ARABIC_PREFIX, ''));
}
