import type { OpenAPIObject } from '@nestjs/swagger';

type Components = NonNullable<OpenAPIObject['components']>;
type Schema = NonNullable<Components['schemas']>[string];

const text = { type: 'string' } as const;

/** RFC 9457, as every error leaves the API. */
const PROBLEM_SCHEMA: Schema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { ...text, format: 'uri' },
    title: text,
    status: { type: 'integer' },
    detail: {
      ...text,
      description: 'A sentence for people, in their language where they have one.',
    },
    code: { ...text, description: 'Stable; for programs.' },
    requestId: text,
    errors: {
      type: 'array',
      description: 'Fields that are wrong.',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: text, message: text },
      },
    },
    reasons: {
      type: 'array',
      description: 'Every rule that refuses, all at once.',
      items: {
        type: 'object',
        required: ['code', 'message'],
        properties: { code: text, message: text, path: text },
      },
    },
  },
};

const RESPONSE = {
  description: 'Anything else: problem details',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
} as const;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Says of every operation how it fails. */
export function withProblemResponses(document: OpenAPIObject): OpenAPIObject {
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (operation !== undefined)
        operation.responses = { ...operation.responses, default: RESPONSE };
    }
  }
  const schemas = { ...document.components?.schemas, Problem: PROBLEM_SCHEMA };
  return { ...document, components: { ...document.components, schemas } };
}
