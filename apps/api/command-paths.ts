import type { OpenAPIObject } from '@nestjs/swagger';
import type { CompiledCommand, CompiledDefinition } from '#workflow';

type Param = CompiledCommand['params'][string];
type Schema = Record<string, unknown>;

/** Kinds of subjects whose commands take what their definition says, to the letter, and where they are given. */
const DOORS: Readonly<Record<string, string>> = {
  incident: '/api/v1/incidents/{id}/commands/{command}',
  report: '/api/v1/reports/{id}/commands/{command}',
  instruction: '/api/v1/instructions/{id}/commands/{command}',
};

/** Given at an address of their own: a section of a report has one. */
const ELSEWHERE: ReadonlySet<string> = new Set(['report edit']);

/**
 * Commands are data, so the document gets one path for each of them, with the body that its definition asks for,
 * instead of a single path that takes anything.
 */
export const withCommandPaths = (
  document: OpenAPIObject,
  definitionOf: (type: string) => CompiledDefinition,
): OpenAPIObject =>
  Object.entries(DOORS).reduce(
    (described, [type, door]) => withPathsOf(described, type, door, definitionOf(type)),
    document,
  );

function withPathsOf(
  document: OpenAPIObject,
  type: string,
  door: string,
  { commands }: CompiledDefinition,
): OpenAPIObject {
  const { [door]: generic, ...paths } = document.paths;
  const operation = generic?.post;
  if (operation === undefined) return document;
  const parameters = (operation.parameters ?? []).filter(
    (parameter) => !('name' in parameter) || parameter.name !== 'command',
  );
  const added = [...commands]
    .filter(([name, rule]) => isForPeople(rule) && !ELSEWHERE.has(`${type} ${name}`))
    .map(([name, rule]) => [
      door.replace('{command}', name),
      {
        post: {
          ...operation,
          operationId: `${type}_${name.replaceAll('-', '_')}`,
          summary: `${rule.label.en} ${rule.label.zh}`,
          parameters,
          requestBody: {
            required: true,
            content: { 'application/json': { schema: bodySchema(rule.params) } },
          },
        },
      },
    ]);
  return {
    ...document,
    paths: { ...paths, ...Object.fromEntries(added) } as OpenAPIObject['paths'],
  };
}

const isForPeople = ({ who }: CompiledCommand): boolean => who.some((one) => one !== 'system');

function bodySchema(params: CompiledCommand['params']): Schema {
  const properties: Record<string, Schema> = {
    expectedVersion: { type: 'integer', minimum: 1, description: 'The version that the user saw.' },
  };
  const required = ['expectedVersion'];
  for (const [name, param] of Object.entries(params)) {
    if (param.computed) continue;
    const [head = name, field] = name.split('.');
    if (field === undefined) properties[name] = paramSchema(param);
    else nest(properties, head, field, param);
    if (param.required && !required.includes(head)) required.push(head);
  }
  return { type: 'object', additionalProperties: false, properties, required };
}

function nest(properties: Record<string, Schema>, head: string, field: string, param: Param): void {
  const group = (properties[head] ?? {
    type: 'object',
    additionalProperties: false,
    properties: {},
    required: [],
  }) as {
    properties: Record<string, Schema>;
    required: string[];
  };
  group.properties[field] = paramSchema(param);
  if (param.required) group.required.push(field);
  properties[head] = { ...group };
}

function paramSchema(param: Param): Schema {
  const description = `${param.label.en} ${param.label.zh}`;
  switch (param.type) {
    case 'text':
      return {
        type: 'string',
        minLength: param.required ? Math.max(1, param.min) : param.min,
        maxLength: param.max,
        description,
      };
    case 'enum':
      return { type: 'string', enum: [...param.values], description };
    case 'id':
      return { type: 'string', format: 'uuid', description };
    case 'clock':
      return { type: 'string', description };
    case 'time':
      return { type: 'string', format: 'date-time', description };
    case 'number':
      return {
        type: param.integer ? 'integer' : 'number',
        ...(param.min !== undefined && { minimum: param.min }),
        ...(param.max !== undefined && { maximum: param.max }),
        description,
      };
    case 'boolean':
      return { type: 'boolean', description };
    case 'ids':
      return {
        type: 'array',
        items: { type: 'string', format: 'uuid' },
        minItems: param.min,
        maxItems: param.max,
        description,
      };
    case 'list':
      return {
        type: 'array',
        items: itemSchema(param.item),
        minItems: param.min,
        maxItems: param.max,
        description,
      };
  }
}

function itemSchema(item: Extract<Param, { type: 'list' }>['item']): Schema {
  const fields = Object.entries(item).filter(([, field]) => !field.computed);
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(fields.map(([name, field]) => [name, paramSchema(field)])),
    required: fields.filter(([, field]) => field.required).map(([name]) => name),
  };
}
