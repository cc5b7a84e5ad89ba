import type { RiskReason } from '#payments';
import type { Feature } from './features.js';
import type { ReasonText, Unit } from './reason-text.js';
import { MERCHANT_TEXTS } from './reason-texts-merchant.js';
import { PAYER_TEXTS } from './reason-texts-payer.js';

/** A reason for an analyst, in every language that payers are answered in. */
export type ReasonMessage = { readonly en: string; readonly ar: string };

/** The type makes a new feature without a text fail to compile. */
const TEXTS: Readonly<Record<Feature, ReasonText>> = { ...PAYER_TEXTS, ...MERCHANT_TEXTS };

/**
 * A reason in words, with the value it is measured by: "6.2 × own 30-day mean".
 *
 * @returns null for a feature that no model of today knows.
 */
export function reasonMessageOf({ feature, value }: RiskReason): ReasonMessage | null {
  if (!Object.hasOwn(TEXTS, feature)) return null;
  const [unit, en, ar] = TEXTS[feature as Feature];
  const write = VALUES[unit];
  const said = (text: string, language: Language): string => {
    // A flag that counted by being absent is said to be so.
    if (unit === 'flag' && value === 0) return `${NOT[language]} ${text}`;
    return text.replace('{v}', write(value, language));
  };
  return { en: said(en, 'en'), ar: said(ar, 'ar') };
}

type Language = keyof ReasonMessage;

const NOT: ReasonMessage = { en: 'Not so:', ar: 'ليس كذلك:' };

/** Digits are Latin in both languages, as ids and amounts are. */
const VALUES: Readonly<Record<Unit, (value: number, language: Language) => string>> = {
  flag: () => '',
  count: (value) => rounded(value, 0),
  euro: (value) => `EUR ${rounded(value, 2)}`,
  times: (value) => `${rounded(value, 1)} ×`,
  share: (value) => `${rounded(value * 100, 1)} %`,
  days: (value, language) => spanOf(value * DAY_SECONDS, language),
  seconds: (value, language) => spanOf(value, language),
  deviations: (value, language) => {
    const unit = language === 'en' ? 'standard deviations' : 'انحراف معياري';
    return `${value > 0 ? '+' : ''}${rounded(value, 1)} ${unit}`;
  },
  // The features hold natural logarithms; a thousandfold says enough.
  odds: (value) => `${rounded(Math.min(Math.exp(value), 1_000), 1)} ×`,
};

const DAY_SECONDS = 86_400;

const SPANS = [
  [DAY_SECONDS, 'days', 'يوم'],
  [3_600, 'hours', 'ساعة'],
  [60, 'minutes', 'دقيقة'],
  [1, 'seconds', 'ثانية'],
] as const;

/** In the largest unit that it has two of. */
function spanOf(seconds: number, language: Language): string {
  const [size, en, ar] = SPANS.find(([each]) => seconds >= 2 * each) ?? SPANS[3];
  return `${rounded(seconds / size, size === DAY_SECONDS ? 1 : 0)} ${language === 'en' ? en : ar}`;
}

function rounded(value: number, decimals: number): string {
  return String(Number(value.toFixed(decimals)));
}
