import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The account that runs PostgreSQL when we are root, because PostgreSQL refuses to run as root. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const ACCOUNT_NAME = 'postgres';

/** Null when we are not root, or on Windows: then PostgreSQL simply runs as we do. */
export function postgresAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  return lookUp() ?? create();
}

function lookUp(): Account | null {
  try {
    const [, , uid, gid] = execFileSync('getent', ['passwd', ACCOUNT_NAME], {
      encoding: 'utf8',
    }).split(':');
    return { uid: Number(uid), gid: Number(gid) };
  } catch {
    return null;
  }
}

function create(): Account {
  execFileSync('useradd', [
    '--system',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    '--user-group',
    ACCOUNT_NAME,
  ]);
  const account = lookUp();
  if (account === null)
    throw new Error(`the system account "${ACCOUNT_NAME}" could not be created`);
  return account;
}

/** Hands a folder and all below it to the account. */
export function handOver(path: string, account: Account): void {
  chownSync(path, account.uid, account.gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) handOver(join(path, name), account);
}

/** Lets others pass through (not list) one of our own folders. */
export function letPass(folder: string): void {
  chmodSync(folder, statSync(folder).mode | 0o011);
}

/** Whether every folder above `path` lets other accounts pass. */
export function isReachable(path: string): boolean {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/**
 * The command line that runs a program as the account. Where a folder on the way is closed to others (a clone
 * below /root, a data folder made by mktemp), the account keeps the one capability that lets it pass.
 */
export function asAccount(
  account: Account,
  needsPassage: boolean,
  program: string,
  args: readonly string[],
): [string, string[]] {
  const passage = needsPassage
    ? ['--inh-caps=+dac_read_search', '--ambient-caps=+dac_read_search']
    : [];
  return [
    'setpriv',
    [
      `--reuid=${String(account.uid)}`,
      `--regid=${String(account.gid)}`,
      '--clear-groups',
      ...passage,
      '--',
      program,
      ...args,
    ],
  ];
}
