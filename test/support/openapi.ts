/** The parts of the OpenAPI document that tests read. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly schema?: Schema;
}

interface RawOperation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
  };
  readonly 'x-permission'?: string;
}

export interface ApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export interface Operation {
  readonly method: string;
  /** With `{name}` where parameters stand. */
  readonly path: string;
  /** Null: public. */
  readonly permission: string | null;
  readonly query: readonly Parameter[];
  /** By media type; empty when it takes none. */
  readonly bodies: Readonly<Record<string, Schema>>;
}

export function operationsOf({ paths }: ApiDocument): Operation[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      permission: operation['x-permission'] ?? null,
      query: (operation.parameters ?? []).filter((parameter) => parameter.in === 'query'),
      bodies: Object.fromEntries(
        Object.entries(operation.requestBody?.content ?? {}).map(([type, { schema }]) => [
          type,
          schema,
        ]),
      ),
    })),
  );
}

/** A schema with its reference followed; of several that fit, the first. */
export function resolve({ components }: ApiDocument, schema: Schema): Schema {
  if (schema.$ref !== undefined) {
    return components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {};
  }
  const [only] = schema.allOf ?? schema.oneOf ?? [];
  return only === undefined ? schema : resolve({ components } as ApiDocument, only);
}

/** An id that is well formed, and nobody's. */
export const NOBODY = '019a0000-0000-7000-8000-000000000000';

export const fillPath = (path: string, value = NOBODY): string =>
  path.replaceAll(/\{[^}]+\}/g, value);

/** Every name that a body or an answer of the API has a place for. */
export const propertyNames = ({ components }: ApiDocument): string[] =>
  Object.values(components.schemas).flatMap(({ properties = {} }) => Object.keys(properties));
