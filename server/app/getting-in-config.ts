/** How people get in, beside name and password. */
export type GettingInConfig = {
  /** A session that was not used for so long ends. */
  readonly idleMinutes: number;
  readonly citySignIn: CitySignInConfig | null;
};

/** The city's own sign-in, by OpenID Connect. */
export type CitySignInConfig = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What its button says. */
  readonly name: string;
  /** Which of the things it says about somebody is their user name here. */
  readonly claim: string;
};

type Value = (name: string) => string | undefined;

const idleInProduction = 60;
const idleInDemo = 8 * 60;
const neededNames = ['HEJIE_OIDC_ISSUER', 'HEJIE_OIDC_CLIENT_ID', 'HEJIE_OIDC_CLIENT_SECRET'] as const;
const furtherNames = ['HEJIE_OIDC_NAME', 'HEJIE_OIDC_CLAIM'] as const;
const loopback = ['127.0.0.1', '[::1]', 'localhost'];

export function readGettingIn(value: Value, mode: 'demo' | 'production', faults: string[]): GettingInConfig {
  return { idleMinutes: readIdle(value, mode, faults), citySignIn: readCitySignIn(value, mode, faults) };
}

function readIdle(value: Value, mode: 'demo' | 'production', faults: string[]): number {
  const text = value('HEJIE_IDLE_MINUTES');
  if (text === undefined) return mode === 'demo' ? idleInDemo : idleInProduction;
  const minutes = Number(text);
  if (/^\d{1,3}$/.test(text) && minutes >= 5 && minutes <= 720) return minutes;
  faults.push(`HEJIE_IDLE_MINUTES is ${text}; it is a number from 5 to 720.`);
  return idleInProduction;
}

function readCitySignIn(
  value: Value,
  mode: 'demo' | 'production',
  faults: string[],
): CitySignInConfig | null {
  const given = [...neededNames, ...furtherNames].filter((name) => value(name) !== undefined);
  if (given.length === 0) return null;
  if (mode === 'demo') {
    faults.push(`${given.join(', ')} is set, but a demo has no sign-in but its own.`);
    return null;
  }
  for (const name of neededNames.filter((each) => !given.includes(each)))
    faults.push(`${name} is missing: the city's sign-in needs ${neededNames.join(', ')}.`);
  const issuer = value('HEJIE_OIDC_ISSUER') ?? '';
  const address = URL.parse(issuer);
  const isSafe =
    address?.protocol === 'https:' || (address?.protocol === 'http:' && loopback.includes(address.hostname));
  if (issuer && (!isSafe || address?.search || address?.hash))
    faults.push(`HEJIE_OIDC_ISSUER is ${issuer}; it is https:// and where the city's sign-in stands.`);
  return {
    issuer,
    clientId: value('HEJIE_OIDC_CLIENT_ID') ?? '',
    clientSecret: value('HEJIE_OIDC_CLIENT_SECRET') ?? '',
    name: value('HEJIE_OIDC_NAME') ?? '统一身份认证',
    claim: value('HEJIE_OIDC_CLAIM') ?? 'preferred_username',
  };
}
