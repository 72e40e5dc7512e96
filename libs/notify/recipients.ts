import { Injectable } from '@nestjs/common';
import { Directory, isRole } from '#identity';
import { isId } from '#platform';
import type { Tx } from '#platform';

/** Says who is on duty. A static list answers now; the rota will. */
export abstract class OnDuty {
  abstract at(tx: Tx, position: string, now: number): Promise<readonly string[]>;
}

export interface TargetContext {
  /** The responsible unit, which `unit:*` targets mean; null when there is none yet. */
  readonly unitId: string | null;
  readonly now: number;
}

/**
 * Finds the people behind a target: `on-duty:officer`, `unit:handler`, `unit:reviewer`, `unit:lead`, `unit:all`,
 * `role:leader`, `units:<id>` (whoever speaks for that unit), `user:<user name or id>`. A target that means nobody gives
 * an empty list.
 */
@Injectable()
export class Recipients {
  constructor(
    private readonly directory: Directory,
    private readonly onDuty: OnDuty,
  ) {}

  async of(tx: Tx, target: string, context: TargetContext): Promise<readonly string[]> {
    const colon = target.indexOf(':');
    const name = target.slice(colon + 1);
    switch (target.slice(0, colon)) {
      case 'on-duty':
        return this.onDuty.at(tx, name, context.now);
      case 'role':
        return isRole(name) ? this.directory.usersByRole(tx, name) : [];
      case 'unit':
        return context.unitId === null ? [] : this.inUnit(tx, context.unitId, name);
      case 'units':
        return this.speakersOf(tx, name);
      case 'user':
        return this.directory.usersByUsername(tx, [name]);
      default:
        return [];
    }
  }

  /** Everybody behind several targets, each once. */
  async ofAll(tx: Tx, targets: readonly string[], context: TargetContext): Promise<string[]> {
    const found = new Set<string>();
    for (const target of targets)
      for (const id of await this.of(tx, target, context)) found.add(id);
    return [...found];
  }

  /** Those who may answer for a unit: they get what the unit is asked. */
  private async speakersOf(tx: Tx, unitId: string): Promise<readonly string[]> {
    if (!isId(unitId)) return [];
    const found = new Set<string>();
    for (const role of ['handler', 'reviewer', 'leader'] as const)
      for (const id of await this.directory.usersInUnit(tx, unitId, { role })) found.add(id);
    return [...found];
  }

  private inUnit(tx: Tx, unitId: string, circle: string): Promise<readonly string[]> {
    switch (circle) {
      case 'handler':
        return this.directory.usersInUnit(tx, unitId, { role: 'handler' });
      case 'reviewer':
        return this.directory.usersInUnit(tx, unitId, { role: 'reviewer' });
      case 'lead':
        return this.directory.usersInUnit(tx, unitId, { leadOnly: true });
      case 'all':
        return this.directory.usersInUnit(tx, unitId, {});
      default:
        return Promise.resolve([]);
    }
  }
}

/** Remembers answers for the length of one transaction, since many steps ask for the same people. */
export class RecipientCache {
  private readonly known = new Map<string, Promise<readonly string[]>>();

  constructor(
    private readonly recipients: Recipients,
    private readonly tx: Tx,
    private readonly now: number,
  ) {}

  async ofAll(targets: readonly string[], unitId: string | null): Promise<string[]> {
    const lists: (readonly string[])[] = [];
    for (const target of targets) lists.push(await this.of(target, unitId));
    return [...new Set(lists.flat())];
  }

  private of(target: string, unitId: string | null): Promise<readonly string[]> {
    const key = target.startsWith('unit:') ? `${target} ${unitId ?? ''}` : target;
    const known =
      this.known.get(key) ?? this.recipients.of(this.tx, target, { unitId, now: this.now });
    this.known.set(key, known);
    return known;
  }
}
