import type { RecordedSystem } from '../system.js';
import { at, textAt } from '../read.js';
import {
  ANALYST,
  AUDITOR,
  HELD_CUSTOMER,
  OPERATOR,
  SECOND_ANALYST,
  SECOND_OPERATOR,
} from './order.js';

const POLICY = {
  costs: null,
  degraded: [{ upToEur: null, verdict: 'review' }],
  randomApprovals: { share: 0, paymentEurMax: 100, dayEurMax: 500 },
};

function policyThat(verdict: string): object {
  const when = [{ field: 'customerId', in: [HELD_CUSTOMER] }];
  return {
    ...POLICY,
    rules: [{ id: 'watched-customer', when, verdict, reason: 'Two chargebacks in a week.' }],
  };
}

/** Two people put a fraud policy in force that holds payments of one customer. */
export async function visitFraudPolicy({ operations }: RecordedSystem): Promise<void> {
  const policy = '/v1/fraud-policy';
  const first = await proposed(operations, policyThat('review'));
  const version = { path: { policyHash: first } };
  await operations.refused(
    `post ${policy}/versions/{policyHash}/activation`,
    { as: ANALYST, ...version, body: {} },
    'policy-needs-second-person',
  );
  const activation = { as: SECOND_ANALYST, ...version, body: {} };
  await operations.visit(`post ${policy}/versions/{policyHash}/activation`, activation);
  await operations.visit(`get ${policy}/versions/{policyHash}`, { as: AUDITOR, ...version });
  const stricter = await proposed(operations, policyThat('decline'));
  const trial = { as: ANALYST, body: { policyHash: stricter } };
  await operations.visit(`post ${policy}/trial`, trial);
  await operations.visit(`get ${policy}`, { as: ANALYST });
}

/** What is looked at when payments were judged by it. */
export async function visitFraudReports({ operations }: RecordedSystem): Promise<void> {
  const policy = '/v1/fraud-policy';
  const as = ANALYST;
  const report = await operations.visit(`post ${policy}/trial/report`, { as, body: {} });
  const ended = (run: object) => at(run, 'status') !== 'running';
  const one = `get ${policy}/simulations/{id}`;
  await operations.visitUntil(one, { as, path: { id: textAt(report, 'id') } }, ended);
  const body = { policy: policyThat('decline') };
  const started = await operations.visit(`post ${policy}/simulations`, { as, body });
  const path = { id: textAt(started, 'id') };
  await operations.visitUntil(one, { as, path }, ended);
  const standing = await operations.visit(`post ${policy}/trial/end`, { as, body: {} });
  const policyHash = textAt(standing, 'waiting', 0, 'policyHash');
  await operations.visit(`post ${policy}/versions/{policyHash}/withdrawal`, {
    as,
    path: { policyHash },
    body: { note: 'It declines more than it saves.' },
  });
  await operations.visit(`post ${policy}/rollbacks`, { as, body: { note: 'Too many alarms.' } });
  await operations.visit(`get ${policy}/history`, { as });
  await operations.visit(`get ${policy}/random-approvals`, { as });
  for (const place of ['get /v1/reports/fraud/{period}', 'get /v1/reports/fraud/{period}/page']) {
    await operations.visit(place, { as, path: { period: 'weekly' } });
  }
  await operations.visit('get /v1/approvals', { as });
  const asked = await operations.visit('post /v1/what-if', { as, body: { reviewMin: 0.3 } });
  const run = { as, path: { id: textAt(asked, 'id') } };
  await operations.visitUntil('get /v1/what-if/{id}', run, ended);
  await operations.visit('get /v1/what-if/{id}/page', run);
}

async function proposed(operations: RecordedSystem['operations'], policy: object): Promise<string> {
  const body = { policy, note: 'As agreed on Monday.' };
  const standing = await operations.visit('post /v1/fraud-policy/proposals', { as: ANALYST, body });
  return textAt(standing, 'waiting', 0, 'policyHash');
}

/** Which provider a payment goes to. */
export async function visitRouting({ commands }: RecordedSystem): Promise<void> {
  const propose = async (currencies: readonly string[]): Promise<string> => {
    const rules = [{ id: 'far', when: { currencies }, prefer: ['paypal'] }];
    const standing = await commands.visit('post /v1/routing-policy/proposals', {
      as: OPERATOR,
      body: { policy: { rules, failover: true }, note: 'PayPal is cheaper there.' },
    });
    const proposals = at(standing, 'proposals') as readonly object[];
    return textAt(proposals.at(-1), 'policyHash');
  };
  const one = 'post /v1/routing-policy/proposals/{policyHash}';
  const path = { policyHash: await propose(['JPY']) };
  await commands.refused(
    `${one}/activation`,
    { as: OPERATOR, path, body: {} },
    'routing-needs-second-person',
  );
  await commands.visit(`${one}/activation`, { as: SECOND_OPERATOR, path, body: {} });
  const second = { policyHash: await propose(['JPY', 'USD']) };
  await commands.visit('get /v1/routing-policy', { as: OPERATOR });
  await commands.visit(`${one}/withdrawal`, {
    as: OPERATOR,
    path: second,
    body: { note: 'Not for dollars.' },
  });
  await commands.visit('post /v1/routing-policy/rollbacks', {
    as: OPERATOR,
    body: { note: 'Its fees have risen.' },
  });
}
