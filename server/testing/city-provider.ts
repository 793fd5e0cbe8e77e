import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export type CityProvider = {
  readonly issuer: string;
  /** Who signs in there next: the unchanging subject, the user name, and by what. */
  next: { subject: string; username: string; methods?: string[] };
  /** Walks through its pages as a browser would, and answers with the address it sends the browser back to. */
  walk(address: string): Promise<string>;
  stop(): Promise<void>;
};

/** A real OpenID provider on a free port, which believes whoever comes to be `next`. */
export async function startCityProvider(redirectUri: string, secret: string): Promise<CityProvider> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const names = new Map<string, string>();
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'hejie', client_secret: secret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub', 'amr'], profile: ['preferred_username', 'name'] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    cookies: { keys: ['only-for-tests'] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, preferred_username: names.get(id) ?? '' }),
    }),
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
  });
  const city: CityProvider = {
    issuer,
    next: { subject: '', username: '' },
    async walk(address) {
      const jar = new Map<string, string>();
      let url = address;
      for (let hops = 0; hops < 10; hops += 1) {
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
        const answer = await fetch(url, { redirect: 'manual', headers: { cookie } });
        for (const set of answer.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
          jar.set(name, value);
        }
        const location = answer.headers.get('location');
        if (location === null) throw new Error(`${url} answered ${answer.status} ${await answer.text()}`);
        url = new URL(location, url).href;
        if (!url.startsWith(issuer)) return url;
      }
      throw new Error('the provider sends the browser in a circle');
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const answer = provider.callback();
  server.on('request', async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response);
    const { prompt, params, session } = await provider.interactionDetails(request, response);
    const { subject, username, methods = ['pwd'] } = city.next;
    if (prompt.name === 'login') {
      names.set(subject, username);
      return provider.interactionFinished(request, response, { login: { accountId: subject, amr: methods } });
    }
    const grant = new provider.Grant({
      accountId: session?.accountId ?? '',
      clientId: String(params.client_id),
    });
    grant.addOIDCScope(String(params.scope));
    return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
  });
  return city;
}
