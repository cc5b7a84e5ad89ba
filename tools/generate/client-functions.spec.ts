import type { Operation } from './client-document.js';
import { clientFunctionsOf, placesOf } from './client-functions.js';

const LIST = { type: 'array', items: {} };

describe('the functions of the client', () => {
  it.each([
    ['InitiateController_initiate', 'initiate'],
    ['CancelController_cancel', 'cancel'],
    ['CancelOrderController_cancel', 'cancelOrder'],
    ['JobsController_run', 'run'],
    ['PaymentsController_payment', 'payment'],
  ])('name %s %s', (operationId, name) => {
    expect(placed({ '/v1/x': { post: operation(operationId) } })).toEqual([`commands.${name}`]);
  });

  it('tell two of one name in one group apart', () => {
    const paths = {
      '/v1/jobs': { post: operation('JobsController_run') },
      '/v1/replays': { post: operation('ReplaysController_run') },
    };
    expect(placed(paths)).toEqual(['commands.run', 'commands.runReplays']);
  });

  it('take the path, the query, the body and the key, and give the answer', () => {
    const schema = { $ref: '#/components/schemas/RefundRequest' };
    const answer = { $ref: '#/components/schemas/PaymentResponse' };
    const text = textOf({
      ...operation('RefundController_refund', { type: 'array', items: answer }),
      parameters: [
        { in: 'header', name: 'Idempotency-Key', required: true },
        { in: 'query', name: 'waitMs' },
      ],
      requestBody: { required: true, content: { 'application/json': { schema } } },
    });
    expect(text).toContain('readonly paymentId: string;');
    expect(text).toContain('readonly idempotencyKey: string;');
    expect(text).toContain(`readonly query?: NonNullable<operations['RefundController_refund']`);
    // None of its fields is required.
    expect(text).toContain('readonly body?: RefundRequest;');
    expect(text).toContain('input: { body: {}, ...input }');
    expect(text).toContain('Promise<readonly PaymentResponse[]>');
  });

  it('give a page as it came, and nothing where there is nothing', () => {
    expect(textOf(operation('PageController_page', { type: 'string' }))).toContain(
      `answer: 'text'`,
    );
    expect(textOf(operation('EndController_end'))).toContain('Promise<void>');
  });
});

describe('the functions of a list', () => {
  const page = {
    properties: { nextCursor: { type: 'string' }, others: LIST, items: LIST },
  };

  it('read every page, and the lines of its exports', () => {
    const media = { schema: { $ref: '#/components/schemas/Page' } };
    const list = {
      ...operation('ListController_list'),
      parameters: [{ in: 'query', name: 'cursor' }],
      responses: { 200: { content: { 'application/json': media, 'application/jsonl': {} } } },
    };
    const document = documentOf({ '/v1/list': { get: list } }, { Page: page });
    const text = clientFunctionsOf('a-service', JSON.stringify(document));
    for (const name of ['listEach', 'listRows']) expect(text).toContain(`${name}: (`);
    expect(text).toContain(`AsyncGenerator<Page['items'][number]>`);
    expect(text).toContain(`from '../lists.js'`);
  });

  it('stream a file that is answered in several formats, and nothing else', () => {
    const content = { 'text/plain': { schema: { type: 'string' } }, 'application/jsonl': {} };
    const file = { ...operation('FileController_file'), responses: { 200: { content } } };
    const text = textOf(file);
    expect(text).toContain('fileStream: (');
    expect(text).toContain('Promise<Exported>');
    expect(text).toContain(`import { streamed, type Exported } from '../lists.js'`);
    const page = { 'text/html': { schema: { type: 'string' } } };
    expect(textOf({ ...file, responses: { 200: { content: page } } })).not.toContain('Stream');
  });

  it('are none where there are no pages', () => {
    expect(textOf(operation('ListController_list'))).not.toContain('Each');
  });
});

type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

function operation(operationId: string, schema?: object): Operation {
  const answer = schema ? { content: { 'application/json': { schema } } } : {};
  return { operationId, tags: ['commands'], responses: { 200: answer } };
}

function documentOf(paths: Paths, own: object = {}): Parameters<typeof placesOf>[0] {
  const schemas = { RefundRequest: {}, PaymentResponse: { required: ['paymentId'] }, ...own };
  return { info: { title: 'A service' }, paths, components: { schemas } };
}

function placed(paths: Paths): string[] {
  return placesOf(documentOf(paths)).map(({ group, name }) => `${group}.${name}`);
}

function textOf(one: Operation): string {
  const document = documentOf({ '/v1/payments/{paymentId}/x': { post: one } });
  return clientFunctionsOf('a-service', JSON.stringify(document));
}
