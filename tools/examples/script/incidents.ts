import type { RecordedSystem } from '../system.js';
import { textAt } from '../read.js';
import { OPERATOR, SHOP } from './order.js';

const ONE = '/v1/incidents/{incidentId}';

/** A client asks for help, and operators work on what it asks about. */
export async function visitIncidents(system: RecordedSystem): Promise<void> {
  const { operations } = system;
  await visitOnCall(system);
  const text = 'A refund of yesterday did not arrive';
  const body = { text, kind: 'payment', affected: 3 };
  const asked = await operations.visit('post /v1/support-requests', { as: SHOP, body });
  const call = { as: OPERATOR, path: { incidentId: textAt(asked, 'incidentId') } };
  await operations.visit(`post ${ONE}/acknowledge`, call);
  await operations.visit(`post ${ONE}/assign`, { ...call, body: { assignee: 'olga' } });
  const note = 'The bank was asked.';
  await operations.visit(`post ${ONE}/notes`, { ...call, body: { note } });
  const resolution = 'The bank has credited it.';
  await operations.visit(`post ${ONE}/resolve`, { ...call, body: { resolution } });
  await operations.refused(`post ${ONE}/acknowledge`, call, 'incident-resolved');
  await operations.visit(`get ${ONE}`, call);
  await operations.visit(`get ${ONE}/timeline`, call);
  await operations.visit(`get ${ONE}/post-mortem`, call);
  await operations.visit('get /v1/incidents', { as: OPERATOR });
}

/** An alert is silenced for an hour, and a channel is tried. */
export async function visitAlerts({ operations }: RecordedSystem): Promise<void> {
  const as = OPERATOR;
  await operations.visit('get /v1/alerts', { as });
  const reason = 'The provider is under maintenance.';
  const labels = ['provider=stripe'];
  const body = { alert: 'PaymentSuccessLow', labels, minutes: 60, reason };
  const made = await operations.visit('post /v1/alerts/silences', { as, body });
  await operations.visit('get /v1/alerts/silences', { as });
  const path = { silenceId: textAt(made, 'silenceId') };
  await operations.visit('delete /v1/alerts/silences/{silenceId}', { as, path });
  const channel = { channel: 'webhook' };
  await operations.visit('post /v1/alerts/channels/{channel}/test', { as, path: channel });
}

async function visitOnCall({ operations }: RecordedSystem): Promise<void> {
  const as = OPERATOR;
  const shifts = [{ fromMinute: 0, untilMinute: 10_080, people: ['olga', 'budi'] }];
  const body = { timeZone: 'Asia/Jakarta', shifts };
  const path = { role: 'support-engineer' };
  await operations.visit('put /v1/on-call/{role}', { as, path, body });
  const [from, until] = ['2999-01-01T00:00:00Z', '2999-01-02T00:00:00Z'];
  const override = { role: 'support-engineer', person: 'chen', from, until, reason: 'Holiday' };
  await operations.visit('post /v1/on-call/overrides', { as, body: override });
  await operations.visit('get /v1/on-call', { as });
}
