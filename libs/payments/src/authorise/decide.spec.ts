import { decider } from '../../../../test/support/decider.js';
import {
  assessed,
  AUTHORISED,
  authorisationRequested,
  authorised,
  eur,
  held,
  initiated,
  NOW,
  payerActionRequired,
  PAYMENT_ID,
  reviewed,
} from '../../../../test/support/payment-events.js';
import { recordAuthorisation, requestAuthorisation } from './decide.js';

const given = decider((authorisationId: string, payment) =>
  requestAuthorisation({ authorisationId, now: NOW }, payment),
);

describe('requesting an authorisation', () => {
  it('promises to ask the provider', () => {
    given(initiated(), assessed()).when('a1').then(authorisationRequested());
  });

  it('ignores a repeated request, and refuses a second one meanwhile', () => {
    given(initiated(), assessed(), authorisationRequested()).when('a1').thenNothing();
    given(initiated(), assessed(), authorisationRequested())
      .when('a2')
      .thenRefused('operation-in-progress');
  });

  it('refuses before the risk is assessed', () => {
    given(initiated()).when('a1').thenRefused('payment-not-assessed');
  });

  it('refuses while held, and goes on once approved', () => {
    given(initiated(), assessed('review'), held).when('a1').thenRefused('payment-held');
    given(initiated(), assessed('review'), held, reviewed('ReviewApproved'))
      .when('a1')
      .then(authorisationRequested());
  });

  it('refuses what was declined or rejected', () => {
    given(initiated(), assessed('decline')).when('a1').thenRefused('payment-declined');
    given(initiated(), assessed('review'), held, reviewed('ReviewRejected'))
      .when('a1')
      .thenRefused('payment-declined');
  });

  it('refuses a second authorisation', () => {
    given(...AUTHORISED)
      .when('a2')
      .thenRefused('payment-already-authorised');
  });

  it('tries again after the issuer declined', () => {
    given(initiated(), assessed(), authorisationRequested(), declined())
      .when('a2')
      .then(authorisationRequested('a2'));
  });

  it('re-opens the same attempt when the payer comes back', () => {
    given(initiated(), assessed(), authorisationRequested(), payerActionRequired())
      .when('a2')
      .then({
        type: 'PayerActionCompleted',
        data: { paymentId: PAYMENT_ID, authorisationId: 'a1', completedAt: NOW },
      });
  });
});

describe('recording an authorisation', () => {
  const recording = decider((outcome: Parameters<typeof recordAuthorisation>[1], payment) =>
    recordAuthorisation('a1', outcome, payment),
  );
  const yes = { status: 'authorised', reference: 'pi_1', expiresAt: null, at: NOW } as const;

  it('records the hold', () => {
    recording(initiated(), assessed(), authorisationRequested()).when(yes).then(authorised());
  });

  it('records it once', () => {
    recording(...AUTHORISED)
      .when(yes)
      .thenNothing();
  });

  it('accepts it while the payer is still expected back', () => {
    recording(initiated(), assessed(), authorisationRequested(), payerActionRequired())
      .when(yes)
      .then(authorised());
  });

  it('records a decline as an event', () => {
    recording(initiated(), assessed(), authorisationRequested())
      .when({ status: 'refused', code: 'insufficient_funds', reason: 'no', at: NOW })
      .then(declined());
  });

  it('records the promised amount, not another', () => {
    recording(initiated(), assessed(), authorisationRequested('a1', eur('7.00')))
      .when(yes)
      .then(authorised('a1', eur('7.00')));
  });
});

function declined() {
  const facts = { code: 'insufficient_funds', reason: 'no', declinedAt: NOW };
  return {
    type: 'AuthorisationDeclined',
    data: { paymentId: PAYMENT_ID, authorisationId: 'a1', ...facts },
  } as const;
}
