import { Injectable } from '@nestjs/common';
import { Directory, isRole } from '#identity';
import type { Position } from '#escalation';
import type { Tx } from '#platform';
import { DutyPolicy } from './duty-policy.js';

/** Who is told while the rota has nobody for a position, as `config/duty.yaml` says. */
@Injectable()
export class StandIns {
  constructor(
    private readonly policy: DutyPolicy,
    private readonly directory: Directory,
  ) {}

  async of(tx: Tx, position: Position): Promise<string[]> {
    const found = new Set<string>();
    for (const entry of this.policy.onDuty[position]) {
      const ids =
        entry.kind === 'user'
          ? await this.directory.usersByUsername(tx, [entry.username])
          : await this.roleMembers(tx, entry.role);
      ids.forEach((id) => found.add(id));
    }
    return [...found];
  }

  private roleMembers(tx: Tx, role: string): Promise<readonly string[]> {
    return isRole(role) ? this.directory.usersByRole(tx, role) : Promise.resolve([]);
  }
}
