import type { RecordedEvent } from '#event-store';
import { dotOf } from './dot.js';
import type { CauseGraph } from './graph.js';
import { placed } from './layout.js';
import { paymentGraph, type Known } from './payment-graph.js';
import { svgOf } from './svg.js';

const MISCHIEF = `</text><script>alert("1")</script>&'\\" \u0000\u001b`;

let next: number;

function event(
  type: string,
  data: object,
  metadata: object = {},
  stream = 'payment-p',
): RecordedEvent {
  next += 1;
  const position = { commit: BigInt(next), prepare: BigInt(next) };
  const by = { actor: 'service:shop', client: 'shop', causationId: 'pay', commandId: 'pay' };
  return {
    id: type,
    type,
    data,
    metadata: { ...by, ...metadata },
    stream,
    revision: BigInt(next),
    position,
    recordedAt: '2026-03-01T12:00:00.000Z',
  } as unknown as RecordedEvent;
}

/** A payment that was held, captured, refunded, disputed and settled. */
function known(): Known {
  next = 0;
  const told = { actor: 'webhook:stripe', correlationId: 'evt_1', causationId: 'fact-1' };
  const refund = { causationId: 'refund' };
  return {
    events: [
      event('PaymentInitiated', { orderId: 'o' }),
      event('RiskAssessed', { modelVersion: 'm-1', modelHash: 'abc', policy: 'default' }),
      event('PaymentHeldForReview', {}),
      event('ReviewApproved', {}, { actor: 'analyst:amal', causationId: 'approve' }),
      event('AuthorisationRequested', { authorisationId: 'a1' }),
      event('PaymentAuthorised', { authorisationId: 'a1', reference: 'pi_1' }),
      event('CaptureRequested', { captureId: 'c1' }),
      event('PaymentCaptured', { captureId: 'c1', reference: 'ch_1' }),
      event('ProviderFeeRecorded', { captureId: 'c1' }),
      event('RefundRequested', { refundId: 'r1', captureId: 'c1' }, refund),
      event('PaymentRefunded', { refundId: 'r1', captureId: 'c1', reference: 're_1' }, refund),
      event('DisputeOpened', { disputeId: 'd1', captureId: 'c1' }, told),
      event('DisputeLost', { disputeId: 'd1' }, { ...told, correlationId: 'evt_2' }),
    ],
    caseEvents: [],
    deliveries: new Map([
      ['webhook-stripe-evt_1', event('WebhookReceived', { type: 'charge.dispute.created' })],
    ]),
    entries: [entry('PaymentCaptured', null), entry('SettlementLineRecorded', 'txn_1')],
    lines: [
      {
        provider: 'stripe',
        lineId: 'txn_1',
        kind: 'capture',
        reference: 'ch_1',
        amount: '10.50 EUR',
        at: '2026-03-03T00:00:00.000Z',
        status: 'matched',
      },
    ],
  };
}

function entry(eventType: string, lineId: string | null): Known['entries'][number] {
  const recordedAt = '2026-03-01T12:00:00.000Z';
  return {
    entryId: eventType,
    eventType,
    lineId,
    recordedAt,
    postings: ['debit a 1', 'credit b 1'],
  };
}

const edgesOf = ({ edges }: CauseGraph): string[] =>
  edges.map(({ from, to, why }) => `${from} > ${to} (${why})`);

describe('the graph of a payment', () => {
  it('leads from commands and deliveries to each event', () => {
    const edges = edgesOf(paymentGraph(known()));
    for (const edge of [
      'command:pay > PaymentInitiated (causationId)',
      'command:refund > RefundRequested (causationId)',
      'command:approve > ReviewApproved (causationId)',
      'webhook-stripe-evt_1 > DisputeOpened (causationId)',
      'webhook-stripe-evt_2 > DisputeLost (causationId)',
    ]) {
      expect(edges).toContain(edge);
    }
  });

  it('goes on from a promise to its outcome, and from a capture to what follows', () => {
    const chain = edgesOf(paymentGraph(known())).filter((edge) => !edge.includes('causationId'));
    expect(chain).toEqual([
      'model:m-1 > RiskAssessed (modelVersion)',
      'policy:default > RiskAssessed (policy)',
      'PaymentHeldForReview > ReviewApproved (review)',
      'AuthorisationRequested > PaymentAuthorised (authorisationId)',
      'PaymentAuthorised > CaptureRequested (authorisationId)',
      'CaptureRequested > PaymentCaptured (captureId)',
      'PaymentCaptured > ProviderFeeRecorded (captureId)',
      'PaymentCaptured > RefundRequested (captureId)',
      'RefundRequested > PaymentRefunded (refundId)',
      'PaymentCaptured > PaymentRefunded (captureId)',
      'PaymentCaptured > DisputeOpened (captureId)',
      'DisputeOpened > DisputeLost (disputeId)',
      'PaymentCaptured > line:txn_1 (reference)',
      'PaymentCaptured > entry:PaymentCaptured (entryId)',
      'line:txn_1 > entry:SettlementLineRecorded (lineId)',
    ]);
  });

  it('has a cause for every event, posting and line, and no edge to what is not there', () => {
    const { nodes, edges } = paymentGraph(known());
    const ids = new Set(nodes.map(({ id }) => id));
    expect(edges.filter(({ from, to }) => !ids.has(from) || !ids.has(to))).toEqual([]);
    const caused = new Set(edges.map(({ to }) => to));
    const first = new Set(['command', 'delivery', 'model', 'policy']);
    const rest = nodes.filter(({ id, kind }) => !first.has(kind) && !caused.has(id));
    expect(rest).toEqual([]);
  });

  it('leads through the work of people to their decision', () => {
    next = 3;
    const leased = event(
      'CaseLeased',
      {},
      { actor: 'analyst:amal', causationId: 'lease' },
      'case-p',
    );
    const before = { ...leased, position: { commit: 3n, prepare: 4n } };
    const edges = edgesOf(paymentGraph({ ...known(), caseEvents: [before] }));
    expect(edges).toContain('PaymentHeldForReview > CaseLeased (case)');
    expect(edges).toContain('CaseLeased > ReviewApproved (case)');
  });
});

describe('the drawings', () => {
  const mischievous: CauseGraph = {
    nodes: [
      { id: MISCHIEF, kind: 'event', label: MISCHIEF, detail: MISCHIEF, at: null, position: null },
      { id: 'b', kind: 'posting', label: 'b', detail: null, at: MISCHIEF, position: null },
    ],
    edges: [{ from: MISCHIEF, to: 'b', why: MISCHIEF }],
  };

  it('as SVG hold no markup of an event and nothing that XML forbids', () => {
    const svg = svgOf(mischievous);
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;');
    expect(svg).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
    expect(svg.match(/<text /g)).toHaveLength(4);
  });

  it('as DOT end no string before its end', () => {
    const strings = dotOf(mischievous).match(/"(?:[^"\\]|\\.)*"/g) ?? [];
    const left = dotOf(mischievous).replace(/"(?:[^"\\]|\\.)*"/g, '');
    expect(strings.length).toBeGreaterThan(4);
    expect(left).not.toMatch(/["<]|script|alert/);
  });

  it('put no two boxes on each other', () => {
    const { nodes, edges } = paymentGraph(known());
    const boxes = placed(nodes, edges).nodes.map(({ x, y }) => `${x} ${y}`);
    expect(new Set(boxes).size).toBe(nodes.length);
  });
});
