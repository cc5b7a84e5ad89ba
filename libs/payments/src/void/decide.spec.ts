import { decider } from '../../../../test/support/decider.js';
import {
  AUTHORISED,
  captured,
  captureRequested,
  eur,
  initiated,
  NOW,
  PAYMENT_ID,
  voided,
  voidRequested,
} from '../../../../test/support/payment-events.js';
import { requestCapture } from '../capture/decide.js';
import { evolve } from '../catalogue/evolve.js';
import { isHoldOverdue } from '../next-step.js';
import { NO_PAYMENT } from '../payment/payment.js';
import { statusOf } from '../payment/status.js';
import { recordRelease, recordVoid, requestRelease, requestVoid } from './decide.js';

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

describe('releasing the rest of a hold', () => {
  const releasing = decider((voidId: string, payment) =>
    requestRelease({ voidId, now: NOW }, payment),
  );
  const PART = [...AUTHORISED, captured('c1', '4.00', false)];

  it('promises to give up what is held beside what was captured, once', () => {
    releasing(...PART)
      .when('v1')
      .then(voidRequested());
    releasing(...PART, voidRequested())
      .when('v1')
      .thenNothing();
  });

  it('gives up the rest only, and nothing is captured after it', () => {
    const recorded = decider((voidId: string, payment) =>
      recordVoid(voidId, { status: 'voided', at: NOW }, payment),
    );
    recorded(...PART, voidRequested())
      .when('v1')
      .then(voided('v1', eur('6.00')));
    const after = [...PART, voidRequested(), voided('v1', eur('6.00'))];
    expect(statusOf(after.reduce(evolve, NO_PAYMENT))).toBe('captured');
    expect(isHoldOverdue(after.reduce(evolve, NO_PAYMENT), '2030-01-01T00:00:00.000Z')).toBe(false);
    decider((captureId: string, payment) =>
      requestCapture({ captureId, amount: null, final: true, now: NOW }, payment),
    )(...after)
      .when('c2')
      .thenRefused('payment-voided');
  });

  it('is a void where nothing was captured', () => {
    releasing(...AUTHORISED)
      .when('v1')
      .then(voidRequested());
  });

  it.each([
    ['nothing-to-release', [captured('c1', '4.00')]],
    ['nothing-to-release', [captured('c1', '10.00', false)]],
    ['operation-in-progress', [captureRequested('c1', '4.00', false)]],
    ['payment-voided', [voidRequested(), voided()]],
  ] as const)('is refused with %s', (code, events) => {
    releasing(...AUTHORISED, ...events)
      .when('v2')
      .thenRefused(code);
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

  it('gives up what is left of the hold, and nothing after a final capture', () => {
    const rest = voided('fact-1', eur('6.00'));
    release(...AUTHORISED, captured('c1', '4.00', false))
      .when(false)
      .then(rest);
    release(...AUTHORISED, captured('c1', '4.00'))
      .when(false)
      .thenNothing();
  });

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
