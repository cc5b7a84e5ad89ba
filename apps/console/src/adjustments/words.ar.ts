import type { EN } from './words.en.js';

/** The same in Arabic. */
export const AR: Readonly<Record<keyof typeof EN, string>> = {
  title: 'التسويات اليدوية',
  none: 'لم يسوِّ أحد الدفاتر بعد.',
  more: 'أظهر المزيد',
  new: 'تسوية يدوية جديدة',
  debit: 'الحساب المدين',
  credit: 'الحساب الدائن',
  currency: 'العملة',
  amount: 'المبلغ',
  reason: 'السبب',
  'new.limit': 'فوق الحد يجب أن يوافق شخص آخر أولًا.',
  book: 'قيّدها',
  booked: 'سُجّلت؛ وأدناه إن كانت تنتظر.',
  lines: 'السطور',
  account: 'الحساب',
  effective: 'تسري في',
  'is.proposed': 'تنتظر شخصًا ثانيًا',
  'is.booked': 'مقيّدة',
  'is.withdrawn': 'تُراجع عنها',
  'is.reversal-proposed': 'عكسها ينتظر شخصًا ثانيًا',
  'is.reversed': 'معكوسة',
  reversal: 'طلب عكسها',
  reverse: 'اعكسها',
  'reverse.why': 'لماذا تُعكس',
  'reverse.named': 'لماذا تُعكس: {reason}',
};
