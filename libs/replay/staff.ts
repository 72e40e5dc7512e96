import { randomBytes } from 'node:crypto';
import { createUser, deedOfSystem } from '#identity';
import type { Role } from '#identity';
import { sql } from '#platform';
import type { Clock, Tx } from '#platform';

/** Somebody of the office that a replay plays. All of them are made up. */
interface StaffMember {
  readonly username: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** The code of the unit; handlers work in one unit each. */
  readonly unit?: string;
}

const OFFICE: readonly StaffMember[] = [
  { username: 'zhoulan', name: '周岚', roles: ['monitor'], unit: 'cyberspace' },
  { username: 'tangmu', name: '唐牧', roles: ['monitor'], unit: 'cyberspace' },
  { username: 'chenke', name: '陈可', roles: ['officer'], unit: 'cyberspace' },
  { username: 'linzhou', name: '林舟', roles: ['officer'], unit: 'cyberspace' },
  { username: 'xuyan', name: '许言', roles: ['analyst'], unit: 'cyberspace' },
  { username: 'suhe', name: '苏禾', roles: ['analyst'], unit: 'cyberspace' },
  { username: 'qinbai', name: '秦白', roles: ['reviewer'], unit: 'cyberspace' },
  { username: 'hechuan', name: '何川', roles: ['leader'], unit: 'cyberspace' },
  { username: 'fangzheng', name: '方峥', roles: ['leader'], unit: 'cyberspace' },
];

const HANDLERS = [
  '顾辰',
  '叶青',
  '韩松',
  '罗兰',
  '沈一',
  '陆遥',
  '白桦',
  '江宁',
  '孟夏',
  '丁香',
  '田野',
  '石磊',
];

const REVIEWERS = [
  '程远',
  '余笙',
  '贺兰',
  '文竹',
  '宋词',
  '温如',
  '章鸣',
  '傅雪',
  '钟离',
  '费宁',
  '樊星',
  '柏舟',
];

const nameAt = (names: readonly string[], index: number): string =>
  names[index % names.length] ?? '';

/** A person as the replay needs to act for them. */
export interface Person {
  readonly id: string;
  readonly username: string;
  readonly roles: readonly string[];
  readonly unitId: string | null;
}

/**
 * Makes the office, with a handler and a reviewer for each unit, unless it is there already. Nobody knows the passwords: a demo
 * signs in by one click, and an administrator can set new ones.
 */
export async function ensureStaff(tx: Tx, clock: Clock): Promise<Person[]> {
  const units = await sql<{ id: string; code: string }>(
    tx,
    'SELECT id, code FROM units ORDER BY created_at, code',
  );
  const ofUnits = units.flatMap(({ code }, index): StaffMember[] => [
    { username: `handler.${code}`, name: nameAt(HANDLERS, index), roles: ['handler'], unit: code },
    {
      username: `reviewer.${code}`,
      name: nameAt(REVIEWERS, index),
      roles: ['reviewer'],
      unit: code,
    },
  ]);
  const people: Person[] = [];
  for (const member of [...OFFICE, ...ofUnits]) {
    const unitId = units.find(({ code }) => code === member.unit)?.id ?? null;
    people.push(await ensurePerson(tx, clock, member, unitId));
  }
  return people;
}

async function ensurePerson(
  tx: Tx,
  clock: Clock,
  member: StaffMember,
  unitId: string | null,
): Promise<Person> {
  const { username, name, roles } = member;
  const [known] = await sql<{ id: string; roles: string[]; unit_id: string | null }>(
    tx,
    'SELECT id, roles, unit_id FROM users WHERE lower(username) = $1',
    [username],
  );
  if (known !== undefined)
    return { id: known.id, username, roles: known.roles, unitId: known.unit_id };
  const password = randomBytes(24).toString('base64url');
  const input = { username, name, password, roles: [...roles], ...(unitId !== null && { unitId }) };
  const { id } = await createUser(tx, deedOfSystem(clock), input);
  return { id, username, roles, unitId };
}
