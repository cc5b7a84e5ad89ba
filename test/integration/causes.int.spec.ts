import type { NewEvent } from '#event-store';
import type { PaymentEvent } from '#payments';
import {
  assessed,
  authorisationRequested,
  authorised,
  captured,
  captureRequested,
  initiated,
  PAYMENT_ID,
} from '../support/payment-events.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { ProjectionServiceUnderTest } from '../support/projection-service.js';

const PATH = `/v1/payments/${PAYMENT_ID}/causes`;

const PAYMENT: readonly PaymentEvent[] = [
  initiated(),
  assessed(),
  authorisationRequested(),
  authorised(),
  captureRequested('c1', '10.00'),
  captured('c1', '10.00'),
];

type Graph = {
  readonly nodes: readonly { readonly id: string; readonly kind: string; readonly label: string }[];
  readonly edges: readonly { readonly from: string; readonly to: string; readonly why: string }[];
  readonly missing: readonly string[];
  readonly complete: boolean;
};

let postgres: TestPostgres;
let service: ProjectionServiceUnderTest;

beforeAll(async () => {
  postgres = await startPostgres();
  service = await ProjectionServiceUnderTest.start(postgres);
  const events = PAYMENT.map(({ type, data }, index) => ({
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    type,
    data: JSON.parse(JSON.stringify(data)) as NewEvent['data'],
    metadata: {
      client: 'shop',
      actor: index < 5 ? 'service:shop' : 'webhook:stripe',
      causationId: 'command-1',
      correlationId: index < 5 ? 'order-1' : 'evt_1',
    },
  }));
  await service.store.append(`payment-${PAYMENT_ID}`, events, 'no-stream');
  const told = { id: 'd0000000-0000-4000-8000-000000000000', metadata: {} };
  const delivery = { ...told, type: 'WebhookReceived', data: { type: 'charge.captured' } };
  await service.store.append('webhook-stripe-evt_1', [delivery], 'no-stream');
});

afterAll(async () => {
  await service.stop();
  await postgres.stop();
});

describe('the causes of a payment', () => {
  it('lead from its command and delivery to its postings', async () => {
    const { position } = service.store.events.at(-2) ?? {};
    const at = `${position?.commit}/${position?.prepare}`;
    const { status, body } = await service.get(`${PATH}?minPosition=${at}`, 'audit');
    expect(status).toBe(200);
    const { nodes, edges, missing, complete } = body as unknown as Graph;
    expect({ missing, complete }).toEqual({ missing: [], complete: true });
    const label = (id: string): string => nodes.find((node) => node.id === id)?.label ?? id;
    const told = edges.map(({ from, to, why }) => `${label(from)} > ${label(to)} (${why})`);
    expect(told).toContain('command of service:shop > PaymentInitiated (causationId)');
    expect(told).toContain('webhook:stripe charge.captured > PaymentCaptured (causationId)');
    expect(told).toContain('CaptureRequested > PaymentCaptured (captureId)');
    const posting = told.find((edge) => /^PaymentCaptured > .*entryId/.test(edge)) ?? '';
    expect(posting).toMatch(/10\.00 EUR; credit .* 10\.00 EUR \(entryId\)$/);
  });

  it.each([
    ['dot', 'text/vnd.graphviz', /^digraph causes \{/],
    ['svg', 'image/svg+xml', /^<svg xmlns/],
  ])('are drawn as %s', async (format, mediaType, beginning) => {
    const answer = await fetch(`${service.service.url}${PATH}?format=${format}`, {
      headers: { authorization: 'Bearer audit', connection: 'close' },
    });
    expect(answer.headers.get('content-type')).toContain(mediaType);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await answer.text()).toMatch(beginning);
  });

  it.each([
    [
      'a payment that is not there',
      `/v1/payments/${PAYMENT_ID.replace(/^./, 'f')}/causes`,
      'audit',
      404,
    ],
    ['another format', `${PATH}?format=png`, 'audit', 400],
    ['a service, which sees no case', PATH, 'shop', 403],
  ] as const)('are refused for %s', async (_what, path, client, status) => {
    expect((await service.get(path, client)).status).toBe(status);
  });
});
