import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { ROLES, createUser, deedOfSystem, isRole } from '#identity';
import type { Role } from '#identity';
import { answer } from '../output.js';
import { withProduct } from '../workspace.js';

interface Options {
  readonly role: readonly Role[];
  readonly passwordStdin: boolean;
  readonly json: boolean;
}

export function addUser(program: Command): void {
  program
    .command('user')
    .description('people')
    .command('create')
    .description('makes a user; without --password-stdin a password is made up and printed once')
    .argument('<name>', 'user name')
    .requiredOption('--role <role...>', `one or several of ${ROLES.join(', ')}`, collectRole)
    .option('--password-stdin', 'reads the password from standard input', false)
    .option('--json', 'one JSON document on standard output', false)
    .action(create);
}

async function create(
  username: string,
  { role: roles, passwordStdin, json }: Options,
): Promise<void> {
  const given = passwordStdin ? (await text(process.stdin)).replace(/\r?\n$/, '') : null;
  const password = given ?? randomBytes(12).toString('base64url');
  const { id } = await withProduct(({ foundation: { database, clock } }) =>
    database.transaction((tx) =>
      createUser(tx, deedOfSystem(clock), {
        username,
        name: username,
        password,
        roles: [...roles],
      }),
    ),
  );
  if (given === null) process.stderr.write(`password: ${password}\n`);
  answer(json, { id }, `User ${username} was made: ${id}`);
}

function collectRole(value: string, before: readonly Role[] = []): readonly Role[] {
  if (!isRole(value)) throw new InvalidArgumentError(`There is no role ${value}.`);
  return [...before, value];
}
