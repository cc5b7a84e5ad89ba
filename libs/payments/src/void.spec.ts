import { decider } from '../../../test/support/decider.js';
import {
  AUTHORISED,
  captureRequested,
  initiated,
  NOW,
  PAYMENT_ID,
  voided,
  voidRequested,
} from '../../../test/support/payment-events.js';
import { recordRelease, recordVoid, requestVoid } from './void.js';

const given = decider((voidId: string, payment) => requestVoid({ voidId, now: NOW }, payment));

describe('requesting a void', () => {
  it('promises to give the authorisation up', () => {
    given(...AUTHORISED)
      .when('v1')
      .then(voidRequested());
  });

  it('ignores a repeated request and refuses a second one meanwhile', () => {
    given(...AUTHORISED, voidRequested())
      .when('v1')
      .thenNothing();
    given(...AUTHORISED, voidRequested())
      .when('v2')
      .thenRefused('operation-in-progress');
  });

  it('refuses once money is captured or promised to be', () => {
    given(...AUTHORISED, captureRequested('c1', '1.00'))
      .when('v1')
      .thenRefused('payment-captured');
  });

  it('refuses before authorisation', () => {
    given(initiated()).when('v1').thenRefused('payment-not-authorised');
  });
});

describe('recording a void', () => {
  const recording = decider((voidId: string, payment) =>
    recordVoid(voidId, { status: 'voided', at: NOW }, payment),
  );

  it('records it once', () => {
    recording(...AUTHORISED, voidRequested())
      .when('v1')
      .then(voided());
    recording(...AUTHORISED, voidRequested(), voided())
      .when('v1')
      .thenNothing();
  });
});

describe('a release by the provider', () => {
  const release = decider((expired: boolean, payment) =>
    recordRelease({ expired, factId: 'fact-1', at: NOW }, payment),
  );

  it('is accepted without a command', () => {
    release(...AUTHORISED)
      .when(false)
      .then(voided('fact-1'));
    release(...AUTHORISED)
      .when(true)
      .then({
        type: 'AuthorisationExpired',
        data: { paymentId: PAYMENT_ID, reference: 'pi_1', expiredAt: NOW },
      });
  });

  it('settles the void that we asked for', () => {
    release(...AUTHORISED, voidRequested())
      .when(false)
      .then(voided('v1'));
  });

  it('changes nothing when the hold is gone already', () => {
    release(...AUTHORISED, voidRequested(), voided())
      .when(false)
      .thenNothing();
  });
});
