import type { EN } from './words.en.js';

/** The same in Arabic. */
export const AR: Readonly<Record<keyof typeof EN, string>> = {
  health: 'السلامة',
  'health.away': 'لا يجيب',
  'health.service': 'العملية',
  'health.parts': 'الأجزاء',
  views: 'العروض',
  'views.name': 'العرض',
  'views.lag': 'متأخر',
  'views.lagUnknown': 'غير معروف',
  'views.setAside': 'نُحّي جانبًا',
  jobs: 'المهام',
  'jobs.name': 'المهمة',
  'jobs.running': 'تعمل',
  'jobs.run': 'شغّل الآن',
  'jobs.runNamed': 'شغّل الآن: {name}',
  'jobs.lastEnd': 'آخر انتهاء',
  'jobs.lastStart': 'آخر بدء',
  attention: 'ينتظر شخصًا',
  'attention.none': 'لا شيء ينتظر.',
  'attention.unknown': 'ما زال السجل يُقرأ: لا يُعرف بعد ما الذي ينتظر.',
  'attention.what': 'ما هو',
  'attention.open': 'المفتوح',
  'attention.since': 'ساكن منذ',
  'attention.retry': 'أعد المحاولة',
  'attention.retryNamed': 'أعد المحاولة: {name}',
};
