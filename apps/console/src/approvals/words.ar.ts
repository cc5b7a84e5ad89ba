import type { EN } from './words.en.js';

/** The same in Arabic. */
export const AR: Readonly<Record<keyof typeof EN, string>> = {
  none: 'لا شيء ينتظر شخصًا ثانيًا.',
  'kind.fraud-policy': 'سياسة الاحتيال',
  'kind.routing-policy': 'سياسة التوجيه',
  'kind.model': 'النموذج',
  'kind.exception': 'استثناء في المطابقة',
  'kind.adjustment': 'تسوية يدوية للدفاتر',
  'kind.reversal': 'عكس تسوية يدوية',
  'kind.reopening': 'إعادة فتح شهر مغلق',
  approve: 'وافق …',
  refuse: 'ارفض …',
  see: 'شاهده كاملًا',
  other: 'يجب أن يوافق شخص آخر، أو دور آخر.',
  approveLong: 'يسري فورًا على كل الدفعات من الآن.',
  approveBooks: 'يسري في الدفاتر فورًا، باسمك إلى جانب الآخر.',
  refuseLong: 'يُزال من هذه القائمة ولا يسري.',
  note: 'لماذا',
};
