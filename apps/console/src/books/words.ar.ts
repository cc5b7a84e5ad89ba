import type { EN } from './words.en.js';

/** The same in Arabic. */
export const AR: Readonly<Record<keyof typeof EN, string>> = {
  pages: 'المطابقة',
  overview: 'نظرة عامة',
  exceptions: 'الاستثناءات',
  imports: 'الاستيراد',
  periods: 'الفترات',
  adjustments: 'التسويات اليدوية',
  grid: 'الاستثناءات حسب النوع والعمر',
  'grid.none': 'حُلّ كل استثناء.',
  'grid.kind': 'النوع',
  'grid.days': '{days} أيام',
  'grid.total': 'الكل',
  'grid.more': 'هذه أول {count, number}؛ وهناك المزيد.',
};
