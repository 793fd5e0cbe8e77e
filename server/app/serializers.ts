import { SerializerSelector } from '@fastify/fast-json-stringify-compiler';
import type { FastifySerializerCompiler } from 'fastify';
import { onceForEach } from './compiled-schemas.ts';

type Compiler = FastifySerializerCompiler<object>;

const anew = SerializerSelector()({}, {}) as Compiler;
const known = new Map<string, ReturnType<Compiler>>();

/** Fastify's own way to write answers, but what many routes answer with is compiled once. */
export const compileSerializer: Compiler = (route) => onceForEach(route.schema, known, () => anew(route));
