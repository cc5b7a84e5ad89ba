import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  discovery,
  enableNonRepudiationChecks,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from 'openid-client';
import type { BegunSignIn } from './begun-sign-ins.js';

const TIMEOUT_S = 10;

export type ProviderSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly returnUrl: string;
};

export type Claims = Readonly<Record<string, unknown>> & { readonly sub: string };

/** A provider of identities: OpenID Connect by code, with PKCE, state and nonce. */
export class IdentityProvider {
  #known: Promise<Configuration> | null = null;

  constructor(private readonly settings: ProviderSettings) {}

  /** Where to send the browser, and what its answer has to fit. */
  async begin(): Promise<{ readonly address: string; readonly begun: BegunSignIn }> {
    const begun = {
      state: randomState(),
      nonce: randomNonce(),
      verifier: randomPKCECodeVerifier(),
    };
    const address = buildAuthorizationUrl(await this.#configuration(), {
      redirect_uri: this.settings.returnUrl,
      scope: 'openid profile',
      state: begun.state,
      nonce: begun.nonce,
      code_challenge: await calculatePKCECodeChallenge(begun.verifier),
      code_challenge_method: 'S256',
    });
    return { address: address.href, begun };
  }

  /**
   * The claims of who signed in there.
   *
   * @param query of the address that the browser came back to.
   * @throws Error for an answer that does not fit what was begun, or an ID token that is not by the
   *   provider's key and one of its own algorithms, for this client, with this nonce.
   */
  async claimsOf(query: string, { state, nonce, verifier }: BegunSignIn): Promise<Claims> {
    const address = new URL(this.settings.returnUrl + query);
    const tokens = await authorizationCodeGrant(await this.#configuration(), address, {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error('the provider sent no ID token');
    return claims;
  }

  /** Asked for at the first sign-in, and again after it could not be had. */
  #configuration(): Promise<Configuration> {
    this.#known ??= this.#discover().catch((error: unknown) => {
      this.#known = null;
      throw error;
    });
    return this.#known;
  }

  #discover(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    const isLocal = issuer.startsWith('http:');
    return discovery(new URL(issuer), clientId, undefined, ClientSecretBasic(clientSecret), {
      timeout: TIMEOUT_S,
      // The channel is not enough: the signature of the ID token is checked as well.
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to stand out
      execute: [enableNonRepudiationChecks, ...(isLocal ? [allowInsecureRequests] : [])],
    });
  }
}
