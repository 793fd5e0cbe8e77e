export type Verdict = { readonly isGood: boolean; readonly lines: string[] };

type Advisory = { readonly title?: string; readonly url?: string };
type Vulnerability = {
  readonly name: string;
  readonly severity: string;
  readonly range?: string;
  readonly via?: readonly (string | Advisory)[];
};
type Report = {
  readonly vulnerabilities?: Readonly<Record<string, Vulnerability>>;
  readonly message?: string;
  readonly error?: { readonly code?: string; readonly summary?: string };
};

const grave = ['high', 'critical'];

/**
 * What `npm audit --json` found. A registry that does not answer, or has no such service, is no fault of ours: it is said,
 * and passes; grave weaknesses do not.
 */
export function judgeAudit(output: string): Verdict {
  const report = parse(output);
  if (report?.vulnerabilities === undefined) {
    const why = report?.message ?? report?.error?.summary ?? 'no answer';
    return {
      isGood: true,
      lines: [`The registry could not be asked about weaknesses (${why.slice(0, 160)}).`],
    };
  }
  const found = Object.values(report.vulnerabilities);
  const bad = found.filter(({ severity }) => grave.includes(severity));
  const sentence = `The registry knows ${found.length} weaknesses in what we ship, ${bad.length} of them grave.`;
  return { isGood: bad.length === 0, lines: [sentence, ...bad.map(inWords)] };
}

function inWords({ name, severity, range, via = [] }: Vulnerability): string {
  const known = via.map((one) =>
    typeof one === 'string' ? one : `${one.title ?? ''} ${one.url ?? ''}`.trim(),
  );
  return `${name} ${range ?? ''}: ${severity} (${known.join('; ')})`;
}

function parse(output: string): Report | null {
  try {
    return JSON.parse(output);
  } catch {
    return null;
  }
}
