import { AlertingUnderTest } from '../support/alerting.js';
import { eventually } from '../support/eventually.js';
import { LocalMail } from '../support/alert-services.js';

let mail: LocalMail;
let alerts: AlertingUnderTest;

beforeEach(async () => {
  mail = await LocalMail.start('assay', 'mail-password');
  alerts = await AlertingUnderTest.start({
    ALERT_SMTP_URL: mail.urlOf('assay', 'mail-password'),
    ALERT_EMAIL_FROM: 'assay@shop.example',
    ALERT_EMAIL_TO: 'operators@shop.example',
  });
});

afterEach(async () => {
  await alerts.stop();
  await mail.stop();
});

const IMBALANCE = 'assay_journal_imbalance_minor_units{currency="EUR"} 3\n';
const BALANCED = 'assay_journal_imbalance_minor_units{currency="EUR"} 0\n';

describe('an alert that is evaluated without Prometheus', () => {
  it('pages by PagerDuty and is posted to Slack, once, until it is over', async () => {
    await alerts.pass(3, () => IMBALANCE);
    const { pagerduty, slack } = alerts.services;
    const [incident] = alerts.parts.desk.open();
    expect(pagerduty.received).toMatchObject([
      {
        path: '/v2/enqueue',
        body: {
          routing_key: 'pd-routing-key',
          event_action: 'trigger',
          dedup_key: `assay-incident-${incident?.incidentId}-level-0`,
          payload: {
            summary: 'P0 All debits less all credits in EUR are 3 minor units',
            source: 'assay',
            severity: 'critical',
            component: 'group:ledger',
          },
        },
      },
    ]);
    expect(slack.received).toMatchObject([
      {
        path: '/services/T0/B0/slack-token',
        headers: { 'content-type': 'application/json' },
        body: {
          text: 'New: P0 All debits less all credits in EUR are 3 minor units',
          blocks: [{ type: 'header' }, { type: 'section' }],
        },
      },
    ]);
    expect(mail.received).toEqual([]);
    await alerts.pass(2, () => BALANCED);
    expect(pagerduty.received.map(({ body }) => body['event_action'])).toEqual([
      'trigger',
      'resolve',
    ]);
    expect(new Set(pagerduty.received.map(({ body }) => body['dedup_key'])).size).toBe(1);
    expect(alerts.parts.desk.open()).toEqual([]);
  });

  it('goes by e-mail when PagerDuty fails, which shows in its state and its event', async () => {
    alerts.services.pagerduty.answer = { status: 500, body: 'no' };
    await alerts.pass(1, () => IMBALANCE);
    expect(alerts.services.pagerduty.received).toHaveLength(3);
    expect(mail.received).toHaveLength(1);
    expect(mail.received[0]?.to).toEqual(['operators@shop.example']);
    expect(mail.received[0]?.text).toMatch(/^Subject: New: P0 All debits less all credits in EUR/m);
    const failed = alerts.store.events.filter(({ type }) => type === 'TellingFailed');
    expect(failed).toMatchObject([{ data: { channel: 'pagerduty', reason: 'answered 500' } }]);
    const told = alerts.store.events.filter(({ type }) => type === 'IncidentTold');
    expect(told.map(({ data }) => (data as { channel: string }).channel).sort()).toEqual([
      'email',
      'slack',
    ]);
    expect(alerts.parts.states.trouble).toBe('pagerduty fails: answered 500');
  });

  it('keeps what it says secret out of events', async () => {
    alerts.services.pagerduty.answer = { status: 400, body: 'pd-routing-key is wrong' };
    alerts.services.slack.answer = { status: 0, body: '' };
    alerts.waitsForTelling = false;
    await alerts.pass(1, () => IMBALANCE);
    await eventually(() => alerts.count('TellingFailed') === 2 && mail.received.length === 1);
    const stored = JSON.stringify(alerts.store.events.map(({ data }) => data));
    for (const secret of ['pd-routing-key', 'slack-token', 'mail-password', 'metrics-key']) {
      expect(stored).not.toContain(secret);
    }
  });
});
