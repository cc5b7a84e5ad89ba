import { eventually } from '../support/eventually.js';
import { ReviewDeskUnderTest } from '../support/review-desk.js';

let desk: ReviewDeskUnderTest;

beforeAll(async () => {
  desk = await ReviewDeskUnderTest.start();
});

afterAll(async () => {
  await desk.stop();
});

type Message = { readonly id: string | undefined; readonly event: string; readonly data: Data };
type Data = Readonly<Record<string, unknown>>;

/** A browser's EventSource, as far as it reads. */
class Listening {
  readonly messages: Message[] = [];
  readonly #leaving = new AbortController();
  ended = false;

  static async to(url: string, lastId?: string): Promise<Listening> {
    const listening = new Listening();
    const response = await fetch(`${url}/v1/stream`, {
      headers: {
        authorization: 'Bearer amal-key',
        ...(lastId !== undefined && { 'last-event-id': lastId }),
      },
      signal: listening.#leaving.signal,
    });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    void listening.#read(response);
    return listening;
  }

  leave(): void {
    this.#leaving.abort();
  }

  of(paymentId: string): string[] {
    const own = this.messages.filter(({ data }) => data['paymentId'] === paymentId);
    return own.map(({ event }) => event);
  }

  async #read(response: Response): Promise<void> {
    let text = '';
    const decoder = new TextDecoder();
    try {
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
        text += decoder.decode(chunk, { stream: true });
        const parts = text.split('\n\n');
        text = parts.pop() ?? '';
        for (const part of parts) this.#take(part);
      }
    } catch {
      // The test left.
    }
    this.ended = true;
  }

  #take(part: string): void {
    const lines = part.split('\n').map((line) => line.split(/: (.*)/s));
    const fields = Object.fromEntries(lines.map(([name = '', value = '']) => [name, value]));
    const { id, event, data } = fields as Readonly<Partial<Record<string, string>>>;
    if (event === undefined || data === undefined) return;
    this.messages.push({ id, event, data: JSON.parse(data) as Data });
  }
}

describe('the stream of the desk', () => {
  it('tells through the one address what happens to cases, and how far the view is', async () => {
    const listening = await Listening.to(desk.commands.url);
    const paymentId = await desk.open();
    await desk.post(`/v1/cases/${paymentId}/lease`);
    await desk.post(`/v1/cases/${paymentId}/notes`, { note: 'called' });
    await desk.post(`/v1/payments/${paymentId}/review`, { decision: 'approve' });
    const told = ['case-opened', 'case-leased', 'case-changed', 'case-decided'];
    await eventually(() => listening.of(paymentId).length === told.length);
    expect(listening.of(paymentId)).toEqual(told);
    const leased = listening.messages.find(({ event }) => event === 'case-leased');
    expect(leased?.data).toMatchObject({ what: 'CaseLeased', by: 'amal' });
    expect(leased?.id).toBe(leased?.data['position']);
    const moved = await eventually(() =>
      listening.messages.find(({ event }) => event === 'view-moved'),
    );
    expect(moved).toMatchObject({ id: undefined, data: { view: 'cases' } });
    listening.leave();
  });

  it('tells once, and all, what happened while a listener was away', async () => {
    const first = await Listening.to(desk.commands.url);
    const paymentId = await desk.open();
    const opened = await eventually(() =>
      first.messages.find(({ data }) => data['paymentId'] === paymentId),
    );
    first.leave();
    await desk.post(`/v1/cases/${paymentId}/lease`);
    const again = await Listening.to(desk.commands.url, opened.id);
    await desk.post(`/v1/cases/${paymentId}/lease/release`);
    await eventually(() => again.of(paymentId).includes('case-released'));
    expect(again.of(paymentId)).toEqual(['case-leased', 'case-released']);
    again.leave();
  });

  it('refuses an id that it never gave, and who may not see all cases', async () => {
    const ask = (key: string, id: string) =>
      fetch(`${desk.commands.url}/v1/stream`, {
        headers: { authorization: `Bearer ${key}`, 'last-event-id': id },
      });
    const wrong = await ask('amal-key', 'abc');
    expect([wrong.status, (await wrong.json()) as object]).toEqual([
      400,
      expect.objectContaining({ code: 'request-invalid' }),
    ]);
    expect((await ask('shop-key', '1/1')).status).toBe(403);
  });
});
