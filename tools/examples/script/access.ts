import type { RecordedSystem } from '../system.js';
import { at, textAt } from '../read.js';
import { ADMIN, AUDITOR, OPERATOR } from './order.js';

/** An administrator gives a key for one merchant, and takes it back. */
export async function visitAccess(system: RecordedSystem): Promise<void> {
  const { commands } = system;
  const body = {
    client: 'books',
    role: 'auditor',
    person: 'chen',
    merchants: ['merchant-1'],
    operations: ['GET /v1/payments'],
    expiresAt: '2999-12-31T00:00:00Z',
  };
  const made = await commands.visit('post /v1/access/keys', { as: ADMIN, body });
  const own = { client: 'local-admin', role: 'admin', person: 'local-admin' };
  await commands.refused('post /v1/access/keys', { as: ADMIN, body: own }, 'own-grant');
  const path = { keyId: textAt(made, 'keyId') };
  const note = 'The audit is over.';
  await commands.visit('post /v1/access/keys/{keyId}/revocation', {
    as: ADMIN,
    path,
    body: { note },
  });
  await commands.visit('get /v1/access/keys', { as: AUDITOR });
  await visitPeople(system);
}

/** An auditor from outside comes for a month; a session is ended. */
async function visitPeople(system: RecordedSystem): Promise<void> {
  const { commands } = system;
  const as = ADMIN;
  const grants = [{ role: 'auditor', until: '2999-12-31T00:00:00Z' }];
  const invited = { person: 'dina', grants };
  await commands.visit('post /v1/access/bootstrap', { as: OPERATOR, body: { person: 'first' } });
  await commands.visit('post /v1/access/people', { as, body: invited });
  const path = { person: 'dina' };
  const one = 'post /v1/access/people/{person}';
  await commands.visit(`${one}/grants`, { as, path, body: { role: 'approver' } });
  const role = { person: 'dina', role: 'approver' };
  await commands.visit(`${one}/grants/{role}/revocation`, { as, path: role });
  await commands.visit(`${one}/disabling`, { as, path });
  await commands.visit('get /v1/access/people', { as: AUDITOR });
  await system.beginSession(AUDITOR);
  const sessions = await commands.visit('get /v1/access/sessions', { as: AUDITOR });
  const sessionId = textAt(sessions, 'items', 0, 'sessionId');
  await commands.visit('post /v1/access/sessions/{sessionId}/end', { as, path: { sessionId } });
  await commands.visitUntil('get /v1/access/log', { as: AUDITOR }, (body) =>
    Boolean(at(body, 'items', 0)),
  );
}
