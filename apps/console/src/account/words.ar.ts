/** The sentences of the page of one's own sign-in in Arabic. */
export const AR = {
  sessions: 'أين سجّلت الدخول',
  'sessions.all': 'جلسات الجميع',
  'sessions.none': 'لا جلسة مفتوحة.',
  owner: 'لمن',
  opened: 'منذ',
  used: 'آخر استخدام تقريبًا',
  ends: 'تنتهي',
  by: 'الدخول بـ',
  'by.person': 'الاسم',
  'by.key': 'مفتاح API',
  this: 'هذا المتصفح',
  end: 'أنهِها',
  'end.named': 'أنهِها: جلسة {owner} منذ {at}',
} as const;
