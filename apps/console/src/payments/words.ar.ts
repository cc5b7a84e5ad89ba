import type { EN } from './words.en.js';

/** The same in Arabic. */
export const AR: Readonly<Record<keyof typeof EN, string>> = {
  causes: 'ما أدى إلى ماذا',
  'causes.show': 'أظهر الرسم',
  'causes.steps': 'الشيء نفسه قائمةً',
  'causes.picture':
    'رسم من {nodes, plural, zero {لا خطوات} one {خطوة واحدة} two {خطوتين} few {# خطوات} many {# خطوة} other {# خطوة}} و{edges, number} أسباب؛ القائمة أدناه تقول الشيء نفسه',
  'causes.missing':
    '{count, plural, zero {لا أسباب ناقصة} one {سبب واحد ليس} two {سببان ليسا} few {# أسباب ليست} many {# سببًا ليست} other {# سبب ليست}} بين ما سُجّل لهذه الدفعة.',
  'causes.kind': 'النوع',
  'causes.what': 'ماذا',
  'causes.detail': 'التفصيل',
  'causes.by': 'أدى إليه',
  'causes.at': 'الوقت',
  'causes.kind.command': 'أمر',
  'causes.kind.delivery': 'تسليم',
  'causes.kind.model': 'نموذج',
  'causes.kind.policy': 'سياسة',
  'causes.kind.event': 'حدث',
  'causes.kind.case-event': 'حدث القضية',
  'causes.kind.posting': 'قيد',
  'causes.kind.settlement-line': 'سطر تسوية',
};
