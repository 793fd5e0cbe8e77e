import Fastify, { type FastifySerializerCompiler } from 'fastify';
import { onceForEach } from './compiled-schemas.ts';

type Compiler = FastifySerializerCompiler<object>;

const anew = await compilerOfFastify();
const known = new Map<string, ReturnType<Compiler>>();

/** Fastify's own way to write answers, but what many routes answer with is compiled once. */
export const compileSerializer: Compiler = (route) => onceForEach(route.schema, known, () => anew(route));

/** It gives its compiler away only where there is a route with an answer. */
async function compilerOfFastify(): Promise<Compiler> {
  const app = Fastify();
  app.get('/', { schema: { response: { 200: { type: 'null' } } } }, () => null);
  await app.ready();
  const compiler = app.serializerCompiler;
  await app.close();
  if (compiler === undefined) throw new Error('Fastify has no serializer compiler');
  return compiler as Compiler;
}
