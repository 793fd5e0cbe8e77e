import * as openId from 'openid-client';
import type { OutgoingFetch } from './outgoing.ts';

/** The city's own sign-in, by OpenID Connect: authorization code, with state, nonce and PKCE. */
export type CitySignIn = {
  /** Where the browser is sent, and what must come back with it. */
  begin(): Promise<{ address: string; kept: KeptSignIn }>;
  /** Who came back, or null where they have no user name there. Throws where anything is not as it must be. */
  finish(answer: CallbackAnswer, kept: KeptSignIn): Promise<CityPerson | null>;
};

export type KeptSignIn = { readonly state: string; readonly nonce: string; readonly verifier: string };
export type CallbackAnswer = {
  readonly code?: string | undefined;
  readonly state?: string | undefined;
  readonly iss?: string | undefined;
};
export type CityPerson = {
  readonly subject: string;
  /** What it says their user name here is. */
  readonly username: string;
  readonly methods: readonly unknown[];
};

export type CitySignInOptions = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly claim: string;
  readonly redirectUri: string;
  readonly callOut: OutgoingFetch;
};

const rememberedForMs = 600_000;
/** How far two machines' clocks may be apart. */
const leewaySeconds = 60;

export function createCitySignIn(options: CitySignInOptions): CitySignIn {
  const { claim, redirectUri } = options;
  let remembered: { provider: openId.Configuration; untilMs: number } | undefined;

  async function discover(): Promise<openId.Configuration> {
    if (remembered && remembered.untilMs > performance.now()) return remembered.provider;
    const provider = await discoverProvider(options);
    remembered = { provider, untilMs: performance.now() + rememberedForMs };
    return provider;
  }

  return {
    async begin() {
      const provider = await discover();
      const kept = {
        state: openId.randomState(),
        nonce: openId.randomNonce(),
        verifier: openId.randomPKCECodeVerifier(),
      };
      const address = openId.buildAuthorizationUrl(provider, {
        redirect_uri: redirectUri,
        scope: 'openid profile',
        state: kept.state,
        nonce: kept.nonce,
        code_challenge: await openId.calculatePKCECodeChallenge(kept.verifier),
        code_challenge_method: 'S256',
      });
      return { address: address.href, kept };
    },
    async finish(answer, kept) {
      const provider = await discover();
      const came = new URL(redirectUri);
      for (const [name, value] of Object.entries(answer))
        if (value !== undefined) came.searchParams.set(name, value);
      const tokens = await openId.authorizationCodeGrant(provider, came, {
        expectedState: kept.state,
        expectedNonce: kept.nonce,
        pkceCodeVerifier: kept.verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) return null;
      const username = claims[claim] ?? (await askUserInfo(provider, tokens.access_token, claims.sub))[claim];
      if (typeof username !== 'string' || username === '') return null;
      const methods = Array.isArray(claims.amr) ? claims.amr : [];
      return { subject: claims.sub, username, methods };
    },
  };
}

function discoverProvider({ issuer, clientId, clientSecret, callOut }: CitySignInOptions) {
  const byBasic = openId.ClientSecretBasic(clientSecret);
  const byPost = openId.ClientSecretPost(clientSecret);
  const proveClient: openId.ClientAuth = (server, ...rest) => {
    const known = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (known.includes('client_secret_basic') ? byBasic : byPost)(server, ...rest);
  };
  return openId.discovery(
    new URL(issuer),
    clientId,
    { [openId.clockTolerance]: leewaySeconds },
    proveClient,
    {
      [openId.customFetch]: (address, init) => callOut(address, init as Parameters<OutgoingFetch>[1]),
      // Only where the operator's own setting says so; what may be plain http is checked when it is read.
      execute: issuer.startsWith('http:') ? [openId.allowInsecureRequests] : [],
    },
  );
}

/** Some say no more than the subject in the token, and the rest when asked. */
async function askUserInfo(
  provider: openId.Configuration,
  accessToken: string,
  subject: string,
): Promise<Readonly<Record<string, unknown>>> {
  if (provider.serverMetadata().userinfo_endpoint === undefined) return {};
  return openId.fetchUserInfo(provider, accessToken, subject);
}
