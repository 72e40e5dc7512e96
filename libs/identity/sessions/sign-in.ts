import { createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Database, ProblemError, sha256 } from '#platform';
import { verifyPassword } from '../access/passwords.js';
import { AddressLimit } from '../core/address-limit.js';
import { OneAtATime } from '../core/one-at-a-time.js';
import { isFirstToWait, secondsToWait } from '../core/sign-in-wait.js';
import type { Failures } from '../core/sign-in-wait.js';
import { record } from '../record.js';
import type { UserEntity } from '../users/user.entity.js';
import { findByUsername } from '../users/users.repository.js';
import { countFailure, forgetFailures, readFailures } from './failures.repository.js';
import { beginSession } from './session-store.js';

export interface Attempt {
  readonly username: string;
  readonly password: string;
  /** Where it came from. Leaves this file only as a keyed hash that dies with the process. */
  readonly address: string;
}

/** A session that has begun, with the secret that goes into the cookie. */
export interface SignedIn {
  readonly userId: string;
  readonly secret: string;
}

/** Signing in with user name and password. Guessing is slowed by name (in the database) and by address (here). */
@Injectable()
export class SignIn {
  private readonly addressKey = randomBytes(32);
  private readonly addresses = new AddressLimit();
  /** Guesses at one name cannot overtake the count of those before them. */
  private readonly names = new OneAtATime();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Throws 401 `sign-in.wrong` (the same whatever was wrong) or 429 `sign-in.throttled`. */
  async signIn(attempt: Attempt): Promise<SignedIn> {
    const user = await this.prove(attempt);
    if (user === null) {
      throw new ProblemError(401, 'sign-in.wrong', 'The user name or the password is wrong.');
    }
    const secret = await this.database.transaction((tx) =>
      beginSession(tx, user.id, this.clock.now()),
    );
    return { userId: user.id, secret };
  }

  /** The active user with this name and password, or null. Every null counts; too many are a 429. */
  prove({ username, password, address }: Attempt): Promise<UserEntity | null> {
    const origin = createHmac('sha256', this.addressKey).update(address).digest('base64');
    const name = sha256(username.normalize('NFKC').toLowerCase());
    return this.names.run(name, async () => {
      const { count } = await this.requirePatience(name, origin);
      const user = await this.check(username, password);
      if (user === null) await this.fail(name, origin, username);
      else if (count > 0) await this.database.transaction((tx) => forgetFailures(tx, name));
      return user;
    });
  }

  private async requirePatience(name: string, origin: string): Promise<Failures> {
    const now = this.clock.now();
    const failures = await readFailures(this.database.reader, name);
    const wait = Math.max(secondsToWait(failures, now), this.addresses.secondsToWait(origin, now));
    if (wait === 0) return failures;
    throw new ProblemError(
      429,
      'sign-in.throttled',
      `Too many failed attempts. Try again in ${wait} seconds.`,
      { retryAfterSeconds: wait },
    );
  }

  private async check(username: string, password: string): Promise<UserEntity | null> {
    const user = await findByUsername(this.database.reader, username);
    const matches = await verifyPassword(user?.passwordHash ?? null, password);
    return matches && user?.disabledAt === null ? user : null;
  }

  private async fail(name: string, origin: string, username: string): Promise<void> {
    const now = this.clock.now();
    this.addresses.count(origin, now);
    await this.database.transaction(async (tx) => {
      const count = await countFailure(tx, name, now);
      if (!isFirstToWait(count)) return;
      const user = await findByUsername(tx, username);
      if (user === null) return;
      await record(tx, { at: now, actor: { kind: 'system', id: null } }, user.id, {
        subjectType: 'user',
        type: 'user.sign-in-slowed',
        data: { failures: count },
      });
    });
  }
}
