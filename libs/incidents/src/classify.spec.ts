import fc from 'fast-check';
import { classifyAlert, classifyReport } from './classify.js';
import { STEMS, topicsOf } from './words.js';

const few = (text: string) => classifyReport({ kind: null, text, affected: null });

describe('the urgency of a report', () => {
  it.each([
    ['Our API key was stolen', 'security', 'P0'],
    ['تم اختراق الحساب', 'security', 'P0'],
    ['Akun kami diretas', 'security', 'P0'],
    ['The checkout is down', 'outage', 'P1'],
    ['النظام متوقف منذ الصباح', 'outage', 'P1'],
    ['Layanan mati sejak pagi', 'outage', 'P1'],
    ['A refund did not arrive', 'payment', 'P2'],
    ['لم يصل استرداد المبلغ', 'payment', 'P2'],
    ['Pembayaran gagal', 'payment', 'P2'],
    ['How do I change my logo?', 'other', 'P3'],
  ])('of "%s" is of %s, %s', (text, topic, priority) => {
    expect(few(text)).toEqual({ topic, priority });
  });

  it.each([
    [9, 'P2'],
    [10, 'P1'],
    [99, 'P1'],
    [100, 'P0'],
  ])('of a payment rises with people: %i are %s', (affected, priority) => {
    expect(classifyReport({ kind: 'payment', text: 'x', affected }).priority).toBe(priority);
  });

  it('is never less for a security word, beside any words and any kind', () => {
    const security = fc.constantFrom(...Object.values(STEMS.security).flat());
    const others = fc.constantFrom(
      ...Object.values(STEMS.payment).flat(),
      ...Object.values(STEMS.outage).flat(),
    );
    const kind = fc.constantFrom('payment', 'outage', 'other', null);
    fc.assert(
      fc.property(
        security,
        fc.array(others),
        fc.array(others),
        kind,
        (word, before, behind, of) => {
          const text = [...before, word, ...behind].join(' ');
          expect(classifyReport({ kind: of, text, affected: 1 })).toEqual({
            topic: 'security',
            priority: 'P0',
          });
        },
      ),
    );
  });

  it('reads Arabic with article and vowel marks', () => {
    expect(topicsOf('بِالاِخْتِرَاق')).toEqual(['security']);
    expect(topicsOf('والدفع')).toEqual(['payment']);
  });
});

describe('the urgency of an alert', () => {
  it.each([
    ['critical', 'payments', null, 'P0'],
    ['critical', 'ledger', null, 'P0'],
    ['critical', 'views', null, 'P1'],
    ['warning', 'payments', null, 'P2'],
    ['warning', 'fraud', 'security', 'P1'],
    ['critical', 'fraud', 'security', 'P0'],
  ] as const)('of %s in %s for %s is %s', (severity, group, team, priority) => {
    expect(classifyAlert({ severity, group, team }).priority).toBe(priority);
  });
});
