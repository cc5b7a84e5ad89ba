import { CommandServiceUnderTest, payment } from '../support/command-service.js';
import { eventually } from '../support/eventually.js';

const OWN = 'https://shop.example/orders/1/return?lang=ar';
const BY_DEFAULT = 'https://shop.example/return';

let service: CommandServiceUnderTest;

beforeEach(async () => {
  service = await new CommandServiceUnderTest().start();
});

afterEach(() => service.stop());

describe('where a payer comes back to', () => {
  it("is the payment's own address, which is recorded with it", async () => {
    const { status, body } = await service.post('/v1/payments', payment({ returnUrl: OWN }));
    expect(status).toBe(201);
    expect(recorded()).toEqual([OWN]);
    expect(service.provider.returnUrls).toEqual([`${OWN}&payment=${String(body['paymentId'])}`]);
  });

  it('stays as it was when a promise is resumed under another default', async () => {
    service.provider.silences = Infinity;
    const { body } = await service.post('/v1/payments', payment());
    const settings = { PAYER_RETURN_URL: 'https://elsewhere.example/' };
    const before = service.provider.returnUrls.length;
    await service.restart(() => void (service.provider.silences = 0), settings);
    await eventually(async () => {
      const answer = await service.get(`/v1/payments/${String(body['paymentId'])}`);
      return answer.body['status'] === 'authorised';
    });
    const { returnUrls } = service.provider;
    expect(returnUrls.length).toBeGreaterThan(before);
    expect(new Set(returnUrls)).toEqual(
      new Set([`${BY_DEFAULT}?payment=${String(body['paymentId'])}`]),
    );
  });

  it('may only be of an origin that the operator allows', async () => {
    const evil = payment({ returnUrl: 'https://evil.example/' });
    const { status, body } = await service.post('/v1/payments', evil);
    expect([status, body]).toMatchObject([
      422,
      {
        code: 'return-url-not-allowed',
        detail: 'RETURN_URL_ORIGINS does not name https://evil.example',
      },
    ]);
    expect(recorded()).toEqual([]);
    await service.restart(undefined, { RETURN_URL_ORIGINS: 'https://evil.example' });
    expect(await service.post('/v1/payments', evil)).toMatchObject({ status: 201 });
  });

  it.each(['http://shop.example/', 'https://u:p@shop.example/', 'javascript:alert(1)'])(
    'is not %s, and the field is named',
    async (returnUrl) => {
      const { status, body } = await service.post('/v1/payments', payment({ returnUrl }));
      expect([status, body]).toMatchObject([400, { errors: [{ field: 'returnUrl' }] }]);
    },
  );

  it('has to be named where the operator set none, and a repeat is answered as before', async () => {
    const key = { 'idempotency-key': 'once' };
    const first = await service.post('/v1/payments', payment(), key);
    await service.restart(undefined, { PAYER_RETURN_URL: '' });
    const missing = await service.post('/v1/payments', payment());
    expect([missing.status, missing.body['code']]).toEqual([422, 'return-url-missing']);
    expect(await service.post('/v1/payments', payment(), key)).toEqual(first);
  });
});

function recorded(): unknown[] {
  return service.store.events
    .filter(({ type }) => type === 'PaymentInitiated')
    .map(({ data }) => (data as { returnUrl?: string }).returnUrl);
}
