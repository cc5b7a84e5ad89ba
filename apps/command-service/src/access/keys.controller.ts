import { randomBytes } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { AccessError, createKey, revokeKey, type KeyFacts, type Rights } from '#access';
import { idOf } from '#event-store';
import {
  ApiKeys,
  Caller,
  Clock,
  hashKey,
  IdempotencyKey,
  Noted,
  personOf,
  Problem,
  ProblemResponse,
  Roles,
  UuidPipe,
} from '#platform';
import { AccessRights } from './access-rights.js';
import { KeyRequest, KeyRevocationRequest } from './keys.request.js';
import { KeyResponse, keyResponse, KeysResponse, MadeKeyResponse } from './keys.response.js';

/** 256 bits, so that a hash of it cannot be guessed back. */
const KEY_BYTES = 32;

@ApiTags('access-keys')
@ApiBearerAuth()
@Noted()
@Controller('v1/access/keys')
export class KeysController {
  constructor(
    private readonly rights: AccessRights,
    private readonly keys: ApiKeys,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Roles('admin', 'auditor', 'operator')
  @ApiOperation({ summary: 'Every key, without the keys themselves' })
  @ApiOkResponse({ type: KeysResponse })
  async all(): Promise<KeysResponse> {
    const { keys } = await this.rights.state();
    const items = [...keys.byId.keys()].map((keyId) => this.#answer(keys, keyId)).reverse();
    return { items };
  }

  @Post()
  @Roles('admin')
  @ApiOperation({
    summary: 'Make a key; it is shown once and counts in every service within moments',
    description:
      'Two of a client and role are live at most: make the second, have the client use it, revoke ' +
      'the first.',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiCreatedResponse({ type: MadeKeyResponse })
  @ApiResponse({ status: 409, description: 'Two are live', type: ProblemResponse })
  @ApiResponse({ status: 422, description: 'At odds with a rule', type: ProblemResponse })
  async make(
    @Body() { client, role, person, merchants, operations, expiresAt }: KeyRequest,
    @IdempotencyKey() name: string,
    @Caller() caller: Caller,
  ): Promise<MadeKeyResponse> {
    const key = `assay_${randomBytes(KEY_BYTES).toString('base64url')}`;
    const by = personOf(caller);
    const keyId = idOf('api-key', by, name);
    const facts = {
      keyId,
      hash: hashKey(key),
      client,
      role,
      person: person ?? null,
      merchants: merchants ?? null,
      operations: operations ?? null,
      expiresAt: expiresAt ?? null,
      origin: 'made',
      createdBy: by,
      createdAt: this.clock.nowIso,
    } as const;
    const decision = { person: by, actor: actorOf(caller), commandId: keyId };
    const { keys } = await this.rights.decide(decision, (rights) => createKey(facts, rights.keys));
    const made = keys.byId.get(keyId);
    if (made && made.hash !== facts.hash && !isSame(made, facts)) {
      throw new Problem('idempotency-key-reused');
    }
    const isNew = made?.hash === facts.hash;
    return Object.assign(this.#answer(keys, keyId), { key: isNew ? key : null });
  }

  @Post(':keyId/revocation')
  @HttpCode(200)
  @Roles('admin')
  @ApiOperation({ summary: 'Revoke a key, in every service within moments and for good' })
  @ApiOkResponse({ type: KeyResponse })
  @ApiResponse({ status: 404, description: 'No such key', type: ProblemResponse })
  async revoke(
    @Param('keyId', UuidPipe) keyId: string,
    @Body() { note = '' }: KeyRevocationRequest,
    @Caller() caller: Caller,
  ): Promise<KeyResponse> {
    const by = personOf(caller);
    const decision = { person: by, actor: actorOf(caller), commandId: idOf('revocation', keyId) };
    const revocation = { keyId, note, revokedBy: by, revokedAt: this.clock.nowIso };
    const { keys } = await this.rights.decide(decision, (rights) =>
      revokeKey(revocation, rights.keys),
    );
    return this.#answer(keys, keyId);
  }

  /** @throws AccessError `key-not-known`. */
  #answer({ byId }: Rights['keys'], keyId: string): KeyResponse {
    const key = byId.get(keyId);
    if (!key) throw new AccessError('key-not-known', { keyId });
    return keyResponse(key, this.clock.nowMs, this.keys.lastUsedMs(keyId));
  }
}

/** A repeat asks for the same; its secret and its time are others. */
function isSame(made: KeyFacts, asked: KeyFacts): boolean {
  const terms = ({ client, role, person, merchants, operations, expiresAt }: KeyFacts): string =>
    JSON.stringify([client, role, person, merchants, operations, expiresAt]);
  return terms(made) === terms(asked);
}

function actorOf({ client, role }: Caller): string {
  return `${role}:${client}`;
}
