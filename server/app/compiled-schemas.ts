import { createHash } from 'node:crypto';

/** What is compiled of a schema; of two that say the same, wherever they come from, once. */
export function onceForEach<Compiled>(
  schema: object,
  known: Map<string, Compiled>,
  compile: () => Compiled,
): Compiled {
  const text = JSON.stringify(schema);
  const name = createHash('sha256').update(text).digest('base64');
  const compiled = known.get(name) ?? compile();
  known.set(name, compiled);
  return compiled;
}
