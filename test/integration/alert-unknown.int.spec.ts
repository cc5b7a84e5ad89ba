import { AlertingUnderTest } from '../support/alerting.js';

let alerts: AlertingUnderTest;

beforeEach(async () => {
  alerts = await AlertingUnderTest.start();
});

afterEach(() => alerts.stop());

const LAGS = 'assay_view_stopped{view="orders"} 1\n';
const RUNS = 'assay_view_stopped{view="orders"} 0\nassay_view_lag_seconds{view="orders"} 1\n';
const STOPPED = `${LAGS}assay_view_lag_seconds{view="orders"} 1\n`;

const firing = (): string[] => alerts.parts.alerting.firing().map(({ alert }) => alert);

describe('metrics that cannot be read', () => {
  it('are an alert, and end no other', async () => {
    await alerts.pass(3, () => STOPPED);
    expect(firing()).toEqual(['ViewStopped']);
    alerts.services.metrics.answer = { status: 503, body: '' };
    await alerts.pass(8);
    expect(firing()).toEqual(['ServiceDown', 'ViewStopped']);
    await alerts.pass(2, () => RUNS);
    expect(firing()).toEqual([]);
  });

  it('are those that are no page of metrics, too', async () => {
    await alerts.pass(3, () => 'half a pa');
    expect(firing()).toEqual(['ServiceDown']);
  });

  it('end no alert because of a restart, before the window of its rule is seen again', async () => {
    const misused = (count: number): string =>
      `assay_provider_call_seconds_count{provider="stripe",outcome="misused"} ${count}\n`;
    await alerts.pass(2, (minute) => misused(minute));
    expect(firing()).toEqual(['ProviderRejectsRequests']);
    alerts.nowMs += 20 * 60_000;
    alerts.restart();
    await alerts.pass(10, () => misused(2));
    expect(firing()).toEqual(['ProviderRejectsRequests']);
    await alerts.pass(2, () => misused(2));
    expect(firing()).toEqual([]);
  });
});

describe('a silence', () => {
  it('keeps an alert from people until it ends, and then they are told', async () => {
    const { silences } = alerts.parts.alerting;
    const silencedAt = new Date(alerts.nowMs).toISOString();
    const until = new Date(alerts.nowMs + 5 * 60_000).toISOString();
    const of = { alert: 'ViewStopped', labels: { view: 'orders' }, reason: 'rebuild', by: 'olga' };
    await silences.add({ silenceId: SILENCE, ...of, silencedAt, until });
    await alerts.pass(4, () => STOPPED);
    expect([firing(), alerts.services.slack.received]).toEqual([['ViewStopped'], []]);
    await alerts.pass(2, () => STOPPED);
    expect(alerts.services.slack.received).toHaveLength(1);
  });
});

const SILENCE = '6c1f9f0e-5a75-4c1c-9a43-0a4d8f6a4f12';
