import { FEATURES } from './features.js';
import { reasonMessageOf } from './reason-texts.js';

describe('a reason in words', () => {
  const said = (feature: string, value: number) => reasonMessageOf({ feature, value, weight: 1 });

  it.each([
    ['amountOverCustomerMeanRatio', 6.2345, '6.2 × own 30-day mean'],
    ['amountEur', 1677.6, 'Amount of EUR 1677.6'],
    ['customer1hCount', 4, '4 payments by the payer in an hour'],
    ['merchantDelayed7dFraudRate', 0.0314, '3.1 % fraud at the merchant in the week before last'],
    ['customerSinceLastSeconds', 300, '5 minutes since the payer’s last payment'],
    ['customerAgeDays', 0.25, 'Payer known for 6 hours'],
    ['amountCustomerZScore', 3.21, '+3.2 standard deviations from own 30-day mean'],
    ['amountRaisedLogOdds', Math.log(12), 'Amount is 12 × likelier to be another person’s'],
    ['cardIpCountryMismatch', 1, 'Card and network are of different countries'],
    ['cardNew', 0, 'Not so: Card is new for the payer'],
  ])('tells %s of %d', (feature, value, text) => {
    expect(said(feature, value)?.en).toBe(text);
  });

  it.each(FEATURES)('has the value in both languages, or none: %s', (feature) => {
    const { en = '', ar = '' } = said(feature, 7) ?? {};
    expect(en.includes('{v}') || ar.includes('{v}')).toBe(false);
    expect(/\d/.test(en.replaceAll(/\b(?:30|60|14|28|10|6|3)[- ]/g, ''))).toBe(/7|1000/.test(en));
    expect(/7|1000/.test(ar)).toBe(/7|1000/.test(en));
    expect(ar).toMatch(/[\u0600-\u06ff]/);
  });

  it('says nothing of a feature that no model knows', () => {
    expect(said('shoeSize', 44)).toBeNull();
  });
});
