import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK, type JWTPayload } from 'jose';

/** What is needed of npm's oidc-provider, which brings no types. */
type Grant = { addOIDCScope(scope: string): void; save(): Promise<string> };
type Provider = {
  readonly Grant: new (of: { clientId: string; accountId: string }) => Grant;
  readonly callback: () => (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  interactionFinished(
    request: IncomingMessage,
    response: ServerResponse,
    result: object,
  ): Promise<void>;
};
type Context = {
  readonly oidc: {
    readonly client: { readonly clientId: string };
    readonly session: { readonly accountId: string };
    readonly provider: Provider;
  };
};

/** An account as the provider knows it. */
export type Account = Readonly<Record<string, unknown>> & { readonly sub: string };

/** Makes another ID token of the one that the provider signed. */
export type Forgery = (claims: JWTPayload, keys: ProviderKeys) => Promise<string>;
export type ProviderKeys = {
  readonly kid: string;
  readonly own: Parameters<SignJWT['sign']>[0];
  readonly publicJwk: JWK;
};

export const CLIENT_ID = 'assay';
const ALGORITHM = 'RS256';

/** npm's oidc-provider on a port of its own, at which one account is signed in. */
export class IdentityProviderUnderTest {
  account: Account = { sub: 'account-1' };
  /** Null: the ID token goes out as it is. */
  forgery: Forgery | null = null;
  #server: Server | null = null;
  #issuer = '';

  /** @param returnUrl where it sends browsers back to. */
  async start(returnUrl: string): Promise<this> {
    let handler: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
    this.#server = createServer((request, response) => handler(request, response));
    await new Promise<void>((resolve) => this.#server?.listen(0, '127.0.0.1', resolve));
    const { port } = this.#server.address() as AddressInfo;
    this.#issuer = `http://127.0.0.1:${port}`;
    const { publicKey, privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
    const kid = 'key-1';
    const jwk = { ...(await exportJWK(privateKey)), kid, alg: ALGORITHM, use: 'sig' };
    const own = await importJWK(jwk, ALGORITHM);
    const keys = { kid, own, publicJwk: await exportJWK(publicKey) };
    const provider = await this.#provider(jwk, returnUrl);
    handler = (request, response) => void this.#answer(provider, keys, { request, response });
    return this;
  }

  get settings(): Readonly<Record<string, string>> {
    return {
      OIDC_ISSUER: this.#issuer,
      OIDC_CLIENT_ID: CLIENT_ID,
      OIDC_CLIENT_SECRET: 'secret-of-assay',
    };
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => this.#server?.close(resolve));
  }

  async #provider(jwk: JWK, returnUrl: string): Promise<Provider> {
    // eslint-disable-next-line @typescript-eslint/ban-ts-comment -- it brings no types
    // @ts-ignore
    const module = (await import('oidc-provider')) as { default: unknown };
    const Made = module.default as new (issuer: string, configuration: object) => Provider;
    return new Made(this.#issuer, {
      clients: [
        {
          client_id: CLIENT_ID,
          client_secret: 'secret-of-assay',
          redirect_uris: [returnUrl],
          response_types: ['code'],
        },
      ],
      jwks: { keys: [jwk] },
      cookies: { keys: ['cookies-of-the-test'] },
      pkce: { required: () => true },
      claims: { openid: ['sub', 'preferred_username', 'groups'] },
      conformIdTokenClaims: false,
      features: { devInteractions: { enabled: false } },
      interactions: { url: () => '/sign-in' },
      findAccount: (_: unknown, accountId: string) => ({
        accountId,
        claims: () => this.account,
      }),
      loadExistingGrant: async ({ oidc }: Context) => {
        const { clientId } = oidc.client;
        const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session.accountId });
        grant.addOIDCScope('openid profile');
        await grant.save();
        return grant;
      },
    });
  }

  async #answer(
    provider: Provider,
    keys: ProviderKeys,
    { request, response }: { request: IncomingMessage; response: ServerResponse },
  ): Promise<void> {
    if (request.url === '/sign-in') {
      const result = { login: { accountId: this.account.sub } };
      await provider.interactionFinished(request, response, result);
      return;
    }
    if (request.url === '/token' && this.forgery) this.#forge(response, keys, this.forgery);
    await provider.callback()(request, response);
  }

  /** Puts the forged token in place of the right one on the way out. */
  #forge(response: ServerResponse, keys: ProviderKeys, forgery: Forgery): void {
    const end = response.end.bind(response);
    const replaced = async (body: string): Promise<void> => {
      const tokens = JSON.parse(body) as { id_token?: string };
      if (tokens.id_token !== undefined) {
        tokens.id_token = await forgery(claimsIn(tokens.id_token), keys);
      }
      const text = JSON.stringify(tokens);
      response.setHeader('content-length', Buffer.byteLength(text));
      end(text);
    };
    response.end = ((body: unknown) => {
      void replaced(String(body));
      return response;
    }) as ServerResponse['end'];
  }
}

function claimsIn(token: string): JWTPayload {
  const [, claims = ''] = token.split('.');
  return JSON.parse(Buffer.from(claims, 'base64url').toString()) as JWTPayload;
}

/** Signs any claims by the provider's own key. */
export function signedByProvider(claims: JWTPayload, { kid, own }: ProviderKeys): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: ALGORITHM, kid }).sign(own);
}
