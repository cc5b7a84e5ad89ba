import { Webhook } from 'standardwebhooks';
import { AlertingUnderTest } from '../support/alerting.js';
import { LocalService } from '../support/alert-services.js';
import { eventually } from '../support/eventually.js';

const IMBALANCE = 'assay_journal_imbalance_minor_units{currency="EUR"} 3\n';
const HEADLINE = 'New: P0 All debits less all credits in EUR are 3 minor units';

let service: LocalService;
let alerts: AlertingUnderTest;

beforeEach(async () => {
  service = await LocalService.start();
});

afterEach(async () => {
  await alerts.stop();
  await service.stop();
});

async function start(variables: Record<string, string>): Promise<void> {
  alerts = await AlertingUnderTest.start({
    PAGERDUTY_ROUTING_KEY: '',
    SLACK_WEBHOOK_URL: '',
    ...variables,
  });
}

describe('operations tells of an alert', () => {
  it('to Microsoft Teams as an adaptive card in the envelope of a flow', async () => {
    await start({ TEAMS_WEBHOOK_URL: `${service.url}/teams/1/manual?sig=secret` });
    await alerts.pass(1, () => IMBALANCE);
    expect(service.received).toMatchObject([
      {
        path: '/teams/1/manual?sig=secret',
        headers: { 'content-type': 'application/json' },
        body: {
          type: 'message',
          attachments: [
            {
              contentType: 'application/vnd.microsoft.card.adaptive',
              content: { type: 'AdaptiveCard', version: '1.4' },
            },
          ],
        },
      },
    ]);
    expect(service.received[0]?.text).toContain(JSON.stringify(HEADLINE));
  });

  it('to a chat of Telegram, without a preview, which would open a link by itself', async () => {
    const settings = { TELEGRAM_BOT_TOKEN: '12:token', TELEGRAM_CHAT_ID: '-100' };
    await start({ ...settings, TELEGRAM_URL: service.url });
    await alerts.pass(1, () => IMBALANCE);
    expect(service.received).toMatchObject([
      {
        path: '/bot12:token/sendMessage',
        body: { chat_id: '-100', link_preview_options: { is_disabled: true } },
      },
    ]);
    expect(service.received[0]?.body['text']).toMatch(new RegExp(`^${HEADLINE}\n`));
  });

  it('by SMS in the form of Twilio, signed in as the account', async () => {
    await start({
      TWILIO_ACCOUNT_SID: 'AC1',
      TWILIO_AUTH_TOKEN: 'twilio-token',
      TWILIO_FROM: '+4930',
      TWILIO_TO: '+6221',
      TWILIO_URL: service.url,
    });
    service.answer = { status: 201, body: '{}' };
    await alerts.pass(1, () => IMBALANCE);
    const [sent] = service.received;
    expect(sent?.path).toBe('/2010-04-01/Accounts/AC1/Messages.json');
    expect(sent?.headers).toMatchObject({
      authorization: `Basic ${Buffer.from('AC1:twilio-token').toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    });
    const form = Object.fromEntries(new URLSearchParams(sent?.text));
    expect(form).toEqual({ To: '+6221', From: '+4930', Body: `Assay: ${HEADLINE}` });
  });

  it('to a receiver of webhooks, which verifies each, and knows a repeat by its id', async () => {
    const secret = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
    await start({ ALERT_WEBHOOK_URL: `${service.url}/alerts`, ALERT_WEBHOOK_SECRET: secret });
    service.answer = { status: 500, body: '' };
    alerts.nowMs = Date.now();
    alerts.waitsForTelling = false;
    await alerts.turn();
    alerts.services.metrics.answer = { status: 200, body: IMBALANCE };
    await alerts.turn();
    await eventually(() => service.received.length > 1);
    service.answer = { status: 204, body: '' };
    await alerts.parts.teller.settled();
    const verified = service.received.map(({ text, headers }) =>
      new Webhook(secret).verify(text, headers as Record<string, string>),
    );
    const last = verified.at(-1);
    expect(last).toMatchObject({ type: 'incident.opened', data: { priority: 'P0' } });
    expect(new Set(service.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    const [first] = service.received;
    const changed = first?.text.replace('P0', 'P3') ?? '';
    const headers = first?.headers as Record<string, string>;
    expect(() => new Webhook(secret).verify(changed, headers)).toThrow('signature');
  });

  it('and keeps secrets out of events, whichever channel fails', async () => {
    await start({
      TELEGRAM_BOT_TOKEN: '12:telegram-token',
      TELEGRAM_CHAT_ID: '-100',
      TELEGRAM_URL: service.url,
      TEAMS_WEBHOOK_URL: `${service.url}/teams?sig=teams-secret`,
    });
    service.answer = { status: 404, body: 'telegram-token teams-secret' };
    alerts.waitsForTelling = false;
    await alerts.pass(1, () => IMBALANCE);
    await eventually(() => alerts.count('TellingFailed') === 2);
    const stored = JSON.stringify(alerts.store.events.map(({ data }) => data));
    for (const secret of ['telegram-token', 'teams-secret']) expect(stored).not.toContain(secret);
  });
});
