import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { jest } from '@jest/globals';
import { Command } from 'commander';
import type { Connection } from '../connection.js';
import { caseCommand } from './case.command.js';

const ID = '5b8d3b5e-0000-5000-8000-000000000001';

type Asked = { readonly path: string; readonly body: unknown; readonly isKeyed: boolean };

let server: Server;
let asked: Asked[];

beforeAll(async () => {
  server = createServer((request, answer) => {
    void text(request).then((sent) => {
      const body = sent === '' ? null : (JSON.parse(sent) as unknown);
      const isKeyed = request.headers['idempotency-key'] !== undefined;
      asked.push({ path: `${request.method} ${request.url}`, body, isKeyed });
      answer.writeHead(200, { 'content-type': 'application/json' }).end('{"taken":null}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => {
  server.close();
});

async function run(...words: string[]): Promise<Asked | undefined> {
  asked = [];
  const written = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  const { port } = server.address() as AddressInfo;
  const connection = { command: () => ({ url: `http://127.0.0.1:${port}`, key: 'k' }) };
  const command = new Command('case');
  caseCommand(command, () => connection as unknown as Connection);
  await command.parseAsync(words, { from: 'user' });
  written.mockRestore();
  return asked[0];
}

describe('assayctl case', () => {
  it.each([
    ['next --minutes 10', 'POST /v1/cases/next', { minutes: 10 }],
    [`lease ${ID}`, `POST /v1/cases/${ID}/lease`, {}],
    [`release ${ID}`, `POST /v1/cases/${ID}/lease/release`, {}],
    [`note ${ID} --note called`, `POST /v1/cases/${ID}/notes`, { note: 'called' }],
    [`assign ${ID} --assignee ben`, `POST /v1/cases/${ID}/assignment`, { assignee: 'ben' }],
    [`wake ${ID}`, `POST /v1/cases/${ID}/snooze/withdrawal`, {}],
    [
      `reject ${ID} --reason stolen-card --expected-revision 2`,
      `POST /v1/payments/${ID}/review`,
      { decision: 'reject', reason: 'stolen-card', expectedRevision: 2 },
    ],
  ])('sends %s under a key', async (words, path, body) => {
    expect(await run(...words.split(' '))).toEqual({ path, body, isKeyed: true });
  });

  it.each([
    ['counts', 'GET /v1/cases/counts'],
    [`show ${ID}`, `GET /v1/cases/${ID}`],
    [`links ${ID}`, `GET /v1/cases/${ID}/links`],
  ])('reads by %s', async (words, path) => {
    expect(await run(...words.split(' '))).toMatchObject({ path, body: null, isKeyed: false });
  });
});
