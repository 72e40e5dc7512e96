import { createServer } from 'node:net';
import { CannotStart } from '#product';
import type { Settings } from '#platform';

/**
 * Asks before anything else is begun: the database, or a demo's quarter, would have been made in vain. Throws
 * CannotStart with what to do when the port is not to be had.
 */
export function requireFreePort({ host, port }: Pick<Settings, 'host' | 'port'>): Promise<void> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) => {
      reject(new CannotStart(`${host}:${port} ${reasonOf(error)}`));
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

const REASONS: ReadonlyMap<string | undefined, string> = new Map([
  [
    'EADDRINUSE',
    'is in use: another program, or another Mingbian, listens there. Stop it, or set PORT to a free one.',
  ],
  ['EACCES', 'needs rights that this user does not have. Set PORT to one above 1023.'],
  [
    'EADDRNOTAVAIL',
    'is no address of this machine. Set HOST to one that is, or to 0.0.0.0 for all of them.',
  ],
]);

const reasonOf = ({ code, message }: NodeJS.ErrnoException): string =>
  REASONS.get(code) ?? `cannot be listened on: ${message}`;
