import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import ajvFormats from 'ajv-formats';
import type { FastifySchemaCompiler, onRouteHookHandler } from 'fastify';
import type { FieldError } from '#contract/errors/problem.ts';
import { fill, type Language, type Parameters, type ReasonCode, words } from '#contract/language/language.ts';
import { onceForEach } from './compiled-schemas.ts';

// Every error of a body is told at once; checkText() has bounded how much there can be to complain about.
const shared = { removeAdditional: false, useDefaults: true, allErrors: true, strict: false } as const;
const strict = ajvFormats.default(new Ajv({ ...shared, coerceTypes: false }));
const coercing = ajvFormats.default(new Ajv({ ...shared, coerceTypes: 'array' }));

/** Bodies are taken as they are; addresses and headers are text, from which numbers and lists are read. */
export const compileValidator: FastifySchemaCompiler<object> = ({ schema, httpPart }) =>
  httpPart === 'body'
    ? onceForEach(schema, strictly, () => strict.compile(schema))
    : onceForEach(schema, coercingly, () => coercing.compile(schema));
const strictly = new Map<string, ValidateFunction>();
const coercingly = new Map<string, ValidateFunction>();

/** An unknown field is a mistake, and is said to be one, wherever a schema does not allow it in so many words. */
export const closeSchemas: onRouteHookHandler = (route) => {
  if (!route.schema) return;
  const { body, querystring, params } = route.schema;
  route.schema = {
    ...route.schema,
    ...(body === undefined ? {} : { body: closed(body) }),
    ...(querystring === undefined ? {} : { querystring: closed(querystring) }),
    ...(params === undefined ? {} : { params: closed(params) }),
  };
};

function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties' || key === 'patternProperties') {
      copy[key] = Object.fromEntries(
        Object.entries(value as object).map(([name, inner]) => [name, closed(inner)]),
      );
    } else if (key === 'items' || key === 'anyOf' || key === 'oneOf' || key === 'additionalProperties') {
      copy[key] = closed(value);
    } else {
      copy[key] = value;
    }
  }
  if (copy.type === 'object' && copy.properties && !('additionalProperties' in copy)) {
    copy.additionalProperties = false;
  }
  return copy;
}

const errorsAtMost = 50;

/** What the validator found, one sentence a field, in the user's language. */
export function fieldErrors(found: readonly ErrorObject[], language: Language): FieldError[] {
  const byField = new Map<string, FieldError>();
  for (const error of withoutLosingBranches(found)) {
    if (byField.size >= errorsAtMost) break;
    const field = fieldOf(error);
    if (!byField.has(field)) byField.set(field, { field, reason: reasonOf(error, language) });
  }
  return [...byField.values()];
}

/** A sentence of the kind that `fieldErrors` gives, for faults found elsewhere. */
export function fieldReason(code: ReasonCode, language: Language, parameters?: Parameters): string {
  return fill(words(language).reasons[code], parameters);
}

/**
 * Of a choice between shapes only the branch that was meant is of interest: the one whose constant (`kind`) fits.
 * Where no branch stands out, the choice itself is the error.
 */
function withoutLosingBranches(found: readonly ErrorObject[]): ErrorObject[] {
  let errors = [...found];
  const choices = found.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf');
  // Innermost first: a choice within a lost branch goes with its branch.
  for (const choice of choices) {
    const inner = errors.filter(({ schemaPath }) => schemaPath.startsWith(`${choice.schemaPath}/`));
    const branchOf = ({ schemaPath }: ErrorObject): string =>
      schemaPath.slice(choice.schemaPath.length + 1).split('/', 1)[0] ?? '';
    const lost = new Set(
      inner
        .filter(
          (error) =>
            error.keyword === 'const' ||
            error.keyword === 'enum' ||
            (error.keyword === 'type' && error.instancePath === choice.instancePath),
        )
        .map(branchOf),
    );
    const meant = new Set(inner.map(branchOf).filter((branch) => !lost.has(branch)));
    const drop = new Set(
      meant.size === 1 ? [choice, ...inner.filter((error) => lost.has(branchOf(error)))] : inner,
    );
    const constants = inner.filter(({ keyword }) => keyword === 'const');
    const [first] = constants;
    if (
      meant.size !== 1 &&
      first &&
      constants.every(({ instancePath }) => instancePath === first.instancePath)
    ) {
      choice.params = { allowedValues: constants.map(({ params }) => params.allowedValue) };
      choice.instancePath = first.instancePath;
    }
    errors = errors.filter((error) => !drop.has(error));
  }
  return errors;
}

function fieldOf(error: ErrorObject): string {
  const path = error.instancePath.split('/').slice(1).map(decodePointer);
  const added = error.params.missingProperty ?? error.params.additionalProperty;
  if (added !== undefined) path.push(String(added).slice(0, 100));
  return path.join('.');
}

function decodePointer(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

function reasonOf(error: ErrorObject, language: Language): string {
  const { formats } = words(language);
  const named = (name: unknown): string => formats[name as keyof typeof formats] ?? formats.pattern;
  const { params } = error;
  const limit: number = params.limit;
  switch (error.keyword) {
    case 'required':
      return fieldReason('required', language);
    case 'additionalProperties':
      return fieldReason('unknown', language);
    case 'type':
      return fieldReason('type', language, { expected: [params.type].flat().map(named).join(' / ') });
    case 'maxLength':
      return fieldReason('too-long', language, { limit });
    case 'minLength':
      return limit === 1 ? fieldReason('required', language) : fieldReason('too-short', language, { limit });
    case 'maxItems':
      return fieldReason('too-many', language, { limit });
    case 'minItems':
      return fieldReason('too-few', language, { limit });
    case 'maximum':
    case 'exclusiveMaximum':
      return fieldReason('too-large', language, { limit });
    case 'minimum':
    case 'exclusiveMinimum':
      return fieldReason('too-small', language, { limit });
    case 'enum':
    case 'const':
    case 'anyOf':
    case 'oneOf': {
      const choices = params.allowedValues ?? ('allowedValue' in params ? [params.allowedValue] : undefined);
      return choices
        ? fieldReason('choice', language, { choices: choices.join(', ') })
        : fieldReason('invalid', language);
    }
    case 'format':
      return fieldReason('format', language, { expected: named(params.format) });
    case 'pattern':
      return fieldReason('format', language, { expected: formats.pattern });
    case 'uniqueItems':
      return fieldReason('repeated', language);
    default:
      return fieldReason('invalid', language);
  }
}
