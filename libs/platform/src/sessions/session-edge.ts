import type { INestApplication } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { ApiKeys } from '../keys/api-keys.js';
import { tokenOf } from './session-cookie.js';

/**
 * Has a request with a session's cookie come with the token of that session as its key, so that all
 * that asks for a key, here and in the parts behind, goes on as it is. A key that was sent counts
 * more.
 */
export class SessionEdge {
  #keys: ApiKeys | null = null;

  hook(instance: FastifyInstance): void {
    instance.addHook('onRequest', (request, _reply, done) => {
      const { headers } = request.raw;
      const token = headers.authorization === undefined ? tokenOf(headers) : null;
      if (token !== null && this.#keys?.useSession(token)) {
        headers.authorization = `Bearer ${token}`;
      }
      done();
    });
  }

  watch(app: INestApplication): void {
    this.#keys = app.get(ApiKeys, { strict: false });
  }
}
