import { execFile, spawnSync } from 'node:child_process';
import { CommandServiceUnderTest } from '../support/command-service.js';

const CALLER = 'test/support/openapi-caller.py';
const DOCUMENT = 'docs/openapi/command-service.json';

/** Debian's own Python has Debian's packages; another on the PATH may not. */
const PYTHON = ['python3', '/usr/bin/python3'].find(
  (program) => spawnSync(program, ['-c', 'import jsonschema']).status === 0,
);

const BODY = {
  orderId: 'order-1',
  merchantId: 'merchant-1',
  customerId: 'customer-1',
  amount: { amount: '1050', currency: 'EUR' },
  method: { kind: 'card', token: 'pm_card_visa' },
};

if (PYTHON === undefined) {
  it('calls from Python were NOT made: there is no python3 with jsonschema', () => {
    expect(process.env['REQUIRE_ALL']).toBeUndefined();
  });
} else {
  describe('a Python program that knows nothing but the OpenAPI document', () => {
    let system: CommandServiceUnderTest;

    beforeAll(async () => {
      system = await new CommandServiceUnderTest().start();
    });

    afterAll(async () => {
      await system.stop();
    });

    it('pays, repeats under its key, reads, and is refused as documented', async () => {
      const initiate = {
        operationId: 'commands_initiate',
        headers: { 'Idempotency-Key': 'python-1' },
        body: BODY,
      };
      const [first, second] = await asked([initiate, initiate]);
      expect(first).toMatchObject({ status: 201, body: { status: 'authorised' } });
      expect(second?.body.paymentId).toBe(first?.body.paymentId);

      const path = { paymentId: first?.body.paymentId };
      const refund = {
        operationId: 'commands_refund',
        path,
        headers: { 'Idempotency-Key': 'python-2' },
        body: {},
      };
      const [read, refused] = await asked([{ operationId: 'payments_payment', path }, refund]);
      expect(read).toMatchObject({ status: 200, body: { orderId: 'order-1' } });
      expect(refused).toMatchObject({ status: 409, body: { code: 'payment-not-captured' } });
    });

    it('finds a body that the document does not allow before it is sent', async () => {
      const body = { ...BODY, amount: { amount: 10.5, currency: 'EUR' } };
      const headers = { 'Idempotency-Key': 'python-3' };
      const call = asked([{ operationId: 'commands_initiate', headers, body }]);
      await expect(call).rejects.toThrow(/ValidationError: 10.5 is not of type 'string'/);
    });

    const asked = (calls: readonly object[]): Promise<Answer[]> =>
      called(PYTHON, system.url, calls);
  });
}

type Answer = {
  readonly status: number;
  readonly body: { readonly paymentId: string; readonly code?: string };
};

function called(python: string, url: string, calls: readonly object[]): Promise<Answer[]> {
  return new Promise((resolve, reject) => {
    const args = [CALLER, DOCUMENT, url, 'shop-key'];
    const child = execFile(python, args, (error, stdout) => {
      if (error) reject(new Error(error.message, { cause: error }));
      else {
        const lines = stdout.trim().split('\n');
        resolve(lines.map((line) => JSON.parse(line) as Answer));
      }
    });
    child.stdin?.end(calls.map((call) => `${JSON.stringify(call)}\n`).join(''));
  });
}
