import { TestClient } from '#testing';
import type { Answer } from '#testing';
import { BOOTSTRAP } from './workspace.js';

export type RoleName =
  'monitor' | 'officer' | 'analyst' | 'handler' | 'reviewer' | 'leader' | 'admin';

export const ROLES: readonly RoleName[] = [
  'monitor',
  'officer',
  'analyst',
  'handler',
  'reviewer',
  'leader',
  'admin',
];

/** An error as every refusal tells it (RFC 9457). */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly requestId: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
  readonly reasons?: readonly { readonly code: string; readonly message: string }[];
}

/** An answer as the problem that it is. Throws when it is none: no test reads what is not there. */
export function problemIn({ headers, body }: Answer): Problem {
  const type = headers.get('content-type') ?? '';
  if (!type.startsWith('application/problem+json') || !isProblem(body))
    throw new Error(`no problem: ${type} ${JSON.stringify(body)}`);
  return body;
}

function isProblem(body: unknown): body is Problem {
  if (typeof body !== 'object' || body === null) return false;
  const fields = new Map<string, unknown>(Object.entries(body));
  const texts = ['code', 'title', 'detail', 'requestId'];
  return (
    typeof fields.get('status') === 'number' &&
    texts.every((name) => typeof fields.get(name) === 'string')
  );
}

/** A person who is signed in. Paths are below /api/v1. */
export class Person {
  constructor(
    readonly client: TestClient,
    readonly id: string,
    readonly username: string,
  ) {}

  get(path: string): Promise<unknown> {
    return this.must('GET', path);
  }

  post(path: string, body: unknown = {}): Promise<unknown> {
    return this.must('POST', path, body);
  }

  call(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    return this.client.call(method, `/api/v1${path}`, {
      headers,
      ...(body !== undefined && { body }),
    });
  }

  /** The answer's body. Throws with the problem when it is refused. */
  async must(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await this.call(method, path, body);
    if (answer.status < 300) return answer.body;
    throw new Error(`${this.username}: ${method} ${path}: ${JSON.stringify(answer.body)}`);
  }

  /** The problem with which it is refused. Throws when it is not. */
  async refused(method: string, path: string, body?: unknown): Promise<Problem> {
    const answer = await this.call(method, path, body);
    if (answer.status < 400) throw new Error(`${this.username}: ${method} ${path} was not refused`);
    return problemIn(answer);
  }
}

export async function signIn(url: string, username: string, password: string): Promise<Person> {
  const client = new TestClient(url);
  const { status, body } = await client.post('/api/v1/session', { username, password });
  if (status !== 200) throw new Error(`${username} cannot sign in: ${JSON.stringify(body)}`);
  return new Person(client, String(body?.['id']), username);
}

export const signInAsBootstrap = (url: string): Promise<Person> =>
  signIn(url, BOOTSTRAP.username, BOOTSTRAP.password);

export interface NewPerson {
  readonly username: string;
  readonly roles: readonly RoleName[];
  /** The code of a unit in config/organisation.yaml. */
  readonly unit?: string;
}

export const passwordOf = (username: string): string => `the password of ${username}`;

/** The administrator makes a user, who signs in. */
export async function hire(
  url: string,
  admin: Person,
  { username, roles, unit }: NewPerson,
): Promise<Person> {
  const unitId = unit === undefined ? undefined : await unitIdOf(admin, unit);
  const password = passwordOf(username);
  await admin.post('/users', { username, name: username, password, roles, unitId });
  return signIn(url, username, password);
}

export async function unitIdOf(person: Person, code: string): Promise<string> {
  const { items } = (await person.get('/units?limit=200')) as {
    items: { id: string; code: string }[];
  };
  const unit = items.find((one) => one.code === code);
  if (unit === undefined) throw new Error(`no unit ${code}`);
  return unit.id;
}

export type Office = Readonly<Record<RoleName, Person>>;

/** One person of each role; the handler and the reviewer belong to the water office. */
export async function hireOffice(url: string): Promise<Office> {
  const admin = await signInAsBootstrap(url);
  const others = ROLES.filter((role) => role !== 'admin');
  const people = await Promise.all(
    others.map((role) => hire(url, admin, { username: role, roles: [role], unit: 'water' })),
  );
  const entries = others.map((role, index) => [role, people[index]!] as const);
  return { ...Object.fromEntries(entries), admin } as Office;
}
