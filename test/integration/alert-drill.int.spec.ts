import { acknowledge, postMortem, type Incident } from '#incidents';
import { AlertingUnderTest } from '../support/alerting.js';

let alerts: AlertingUnderTest;

beforeEach(async () => {
  alerts = await AlertingUnderTest.start();
});

afterEach(() => alerts.stop());

const FAILING_FROM = 10;
const FAILING_UNTIL = 60;

/** A hundred answers a minute: 99 of them yes, and 85 while the provider is in trouble. */
function metrics(minute: number): string {
  const failing = Math.max(0, Math.min(minute, FAILING_UNTIL) - FAILING_FROM);
  const authorised = minute * 99 - failing * 14;
  const declined = minute + failing * 14;
  const line = (type: string, count: number): string =>
    `assay_payment_events_total{type="${type}",provider="stripe"} ${count}\n`;
  return line('PaymentAuthorised', authorised) + line('AuthorisationDeclined', declined);
}

const actions = (): unknown[] =>
  alerts.services.pagerduty.received.map(({ body }) => [
    body['event_action'],
    String(body['dedup_key']).slice(-7),
  ]);
const posted = (): string[] =>
  alerts.services.slack.received.map(({ body }) => String(body['text']).split(':')[0] ?? '');

describe('a drill: a provider says no too often, and no one answers', () => {
  it.each([
    ['without a restart', [] as number[]],
    // While it holds, as it fires, between the escalations, behind the answer, as it is over.
    ['with a process that is killed every seventh minute', [7, 14, 21, 28, 35, 42, 49, 56, 63, 70]],
    ['with a process that is killed every minute', Array.from({ length: 80 }, (_, at) => at + 1)],
  ])('%s pages, escalates twice, is answered, and ends: each once', async (_how, kills) => {
    const pass = async (from: number, to: number): Promise<void> => {
      for (let minute = from; minute <= to; minute += 1) {
        await alerts.pass(1, metrics);
        if (kills.includes(minute)) alerts.restart();
      }
    };
    await pass(1, 20);
    const fired = alerts.store.events.filter(({ type }) => type === 'AlertFired');
    expect(fired).toMatchObject([{ data: { alert: 'PaymentSuccessLow' } }]);
    const firedMinute = (Date.parse(fired[0]?.recordedAt ?? '') - START_MS) / 60_000;
    // Below 90 % within a window of five minutes, and then for five.
    expect(firedMinute).toBeGreaterThanOrEqual(FAILING_FROM + 6);
    expect(firedMinute).toBeLessThanOrEqual(FAILING_FROM + 10);

    await pass(21, 49);
    const pages = [
      ['trigger', 'level-0'],
      ['trigger', 'level-1'],
      ['trigger', 'level-2'],
    ];
    expect(actions()).toEqual(pages);
    expect(posted().filter((text) => text === 'Escalated')).toHaveLength(2);

    const incident = await answer();
    await alerts.turn();
    expect(actions().slice(3)).toEqual(pages.map(([, level]) => ['acknowledge', level]));

    await pass(50, 80);
    await alerts.parts.desk.load();
    expect(alerts.parts.desk.open()).toEqual([]);
    expect(actions().slice(6)).toEqual(pages.map(([, level]) => ['resolve', level]));
    expect(posted().filter((text) => text === 'New')).toHaveLength(1);
    expect(posted().filter((text) => text === 'Resolved')).toHaveLength(1);

    const ended = alerts.parts.desk.get(incident.incidentId);
    const page = postMortem(ended, await alerts.parts.desk.history(incident.incidentId));
    for (const line of [
      /Alert PaymentSuccessLow \(critical\)/,
      /Escalated to senior-engineer: not-acknowledged/,
      /Escalated to tech-lead: not-acknowledged/,
      /Acknowledged by olga/,
      /Told by pagerduty/,
      /Told by slack/,
      /Resolved by the end of its alerts/,
    ]) {
      expect(page).toMatch(line);
    }
  });
});

const START_MS = Date.parse('2026-11-21T10:00:00.000Z');

async function answer(): Promise<Incident> {
  const { desk, now } = alerts.parts;
  await desk.load();
  const [incident] = desk.open();
  if (!incident) throw new Error('no incident is open');
  const decide = (known: Incident) => acknowledge('olga', known, now());
  return desk.change(incident.incidentId, decide, { actor: 'olga', commandId: COMMAND });
}

const COMMAND = '6c1f9f0e-5a75-4c1c-9a43-0a4d8f6a4f11';
