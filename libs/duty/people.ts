import { Injectable } from '@nestjs/common';
import { Directory } from '#identity';
import type { Tx } from '#platform';
import { PersonView } from './duty.dto.js';

/** Names for ids, whoever they were. */
@Injectable()
export class People {
  constructor(private readonly directory: Directory) {}

  async named(tx: Tx, ids: readonly (string | null)[]): Promise<(id: string) => PersonView> {
    const wanted = [...new Set(ids.filter((id) => id !== null))];
    const names = await this.directory.names(tx, wanted);
    return (id) => ({ id, name: names.get(id) ?? '' });
  }

  /** Those of the ids that somebody who works here has. */
  async active(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(await this.directory.usersByUsername(tx, ids));
  }

  /** Those of the ids whom nothing but the application itself would reach: at night nobody looks at it. */
  async unreachable(tx: Tx, ids: readonly string[]): Promise<string[]> {
    const reachable = new Set(await this.directory.withContact(tx, ids));
    return ids.filter((id) => !reachable.has(id));
  }
}
