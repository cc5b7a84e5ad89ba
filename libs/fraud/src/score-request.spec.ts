import { initiated } from '../../../test/support/payment-events.js';
import { scoreRequestFromJson } from './score-request.js';

describe('a score request', () => {
  it('is the same after travelling as JSON', () => {
    const request = { assessmentId: 'a', payment: initiated().data };
    expect(scoreRequestFromJson(JSON.parse(JSON.stringify(request)))).toEqual(request);
  });

  it.each([null, {}, { assessmentId: 'a' }, { assessmentId: 'a', payment: {} }])(
    'refuses %j by naming what is missing',
    (json) => {
      expect(() => scoreRequestFromJson(json)).toThrow(/needs|missing/);
    },
  );
});
