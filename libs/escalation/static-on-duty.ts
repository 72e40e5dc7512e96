import { Injectable } from '@nestjs/common';
import { Directory, isRole } from '#identity';
import type { OnDuty } from '#notify';
import type { Tx } from '#platform';
import { POSITIONS } from './core/index.js';
import { EscalationPolicies } from './policies.js';

/** Who is on duty according to the fixed list in `config/duty.yaml`. The rota replaces it. */
@Injectable()
export class StaticOnDuty implements OnDuty {
  constructor(
    private readonly policies: EscalationPolicies,
    private readonly directory: Directory,
  ) {}

  async at(tx: Tx, position: string): Promise<readonly string[]> {
    const known = POSITIONS.find((name) => name === position);
    if (known === undefined) return [];
    const found = new Set<string>();
    for (const entry of this.policies.duty[known]) {
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
