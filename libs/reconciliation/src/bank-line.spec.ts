import { UnknownEvent } from '#event-shapes';
import { InvalidMoney, Money } from '#money';
import { bankStream, upcastBank, type BankLine } from './bank-line.js';

const LINE: BankLine = {
  account: 'DE02120300000000202051',
  lineId: '7d1c6f0b8a2e4c55',
  bookedOn: '2026-11-21',
  valueOn: '2026-11-23',
  amount: Money.of(-5125n, 'OMR'),
  bankReference: null,
  endToEndId: 'po_1',
  texts: ['STRIPE', 'PAYOUT'],
  code: 'PMNT-RCDT-ESCT',
};

describe('a line of a bank statement', () => {
  it('is the same after it was stored, to the minor unit', () => {
    const stored: unknown = JSON.parse(JSON.stringify(LINE));
    expect(upcastBank('BankLineRecorded', stored)).toEqual({
      type: 'BankLineRecorded',
      data: LINE,
    });
  });

  it('is not read when its stored amount is none, or its type another', () => {
    const stored = { ...LINE, amount: { amount: '51.25', currency: 'OMR' } };
    expect(() => upcastBank('BankLineRecorded', stored)).toThrow(InvalidMoney);
    expect(() => upcastBank('SettlementLineRecorded', stored)).toThrow(UnknownEvent);
  });

  it('goes to the stream of its account and the day it was booked', () => {
    expect(bankStream('1f0c', LINE.bookedOn)).toBe('bank-1f0c-2026-11-21');
  });
});
