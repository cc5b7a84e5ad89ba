import type { RecordedSystem } from '../system.js';
import { textAt } from '../read.js';
import { ADMIN, AUDITOR } from './order.js';

/** An administrator gives a key for one merchant, and takes it back. */
export async function visitAccess({ commands }: RecordedSystem): Promise<void> {
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
}
