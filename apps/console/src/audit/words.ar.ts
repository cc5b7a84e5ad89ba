import type { EN } from './words.en.js';

/** The same in Arabic. */
export const AR: Readonly<Record<keyof typeof EN, string>> = {
  check: 'أثبته في هذا المتصفح',
  unchecked: 'تعذّر التحقق.',
  proven:
    'ثبت: هو من أول {size, plural, zero {لا أحداث} one {حدث واحد} two {حدثين} few {# أحداث} many {# حدثًا} other {# حدث}} كما في رأس موقّع ({hashes, plural, zero {بلا تجزئات} one {تجزئة واحدة} two {تجزئتان} few {# تجزئات} many {# تجزئة} other {# تجزئة}} من الإثبات والتوقيع، حُسبت في هذا المتصفح).',
  compare: 'قيمة الإثبات من قيمة المفتاح. قارنه بالمفتاح الذي أُعطيته:',
  bytes: 'ما جرى التحقق منه',
  'head-not-signed': 'لم يثبت: لم يوقّع الرأس أي مفتاح معروف.',
  'not-included': 'لم يثبت: لا تقود بايتات الحدث إلى الجذر الموقّع.',
  'other-event': 'لم يثبت: الدليل لحدث آخر.',
};
