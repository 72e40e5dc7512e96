import type { Tx } from '#platform';
import { hashOf, sql } from '#platform';
import { compileDefinition } from '../core/index.js';
import type { ClockRule, CompiledDefinition, World } from '../core/index.js';

/** A definition together with the version that its subjects keep. */
export interface VersionedDefinition {
  readonly version: number;
  readonly definition: CompiledDefinition;
}

interface StoredDefinition {
  readonly name: string;
  readonly version: number;
  readonly hash: string;
  readonly definition: unknown;
}

/** The definitions that this process knows: the present ones, and the older ones that subjects still keep. */
export class Definitions {
  private readonly present = new Map<string, VersionedDefinition>();
  private readonly all = new Map<string, CompiledDefinition>();
  private surroundings: World = { roles: [], ladders: [] };

  /** What the present definitions refer to outside themselves. */
  get world(): World {
    return this.surroundings;
  }

  /**
   * Stores each definition whose content is new as the next version. A definition is the same while its content is,
   * so nobody has to remember to raise a number.
   */
  async load(
    tx: Tx,
    definitions: readonly CompiledDefinition[],
    world: World,
    now: number,
  ): Promise<void> {
    this.surroundings = world;
    for (const definition of definitions) {
      const stored = await storedVersions(tx, definition.name);
      const version = await this.register(tx, definition, stored, now);
      this.present.set(definition.name, { version, definition });
      for (const old of stored.filter((row) => row.version !== version)) {
        this.all.set(key(old.name, old.version), compileStored(old, definition.clocks, world));
      }
      this.all.set(key(definition.name, version), definition);
    }
  }

  /** The definition that new subjects get. Throws when there is none of this name. */
  current(name: string): VersionedDefinition {
    const found = this.find(name);
    if (found === null) throw new Error(`no workflow named ${name}`);
    return found;
  }

  /** The present definition, or the one of a version; null when there is none. */
  find(name: string, version?: number): VersionedDefinition | null {
    if (version === undefined) return this.present.get(name) ?? null;
    const definition = this.all.get(key(name, version));
    return definition === undefined ? null : { version, definition };
  }

  at(name: string, version: number): CompiledDefinition {
    const found = this.all.get(key(name, version));
    if (found === undefined) throw new Error(`workflow ${name} has no version ${String(version)}`);
    return found;
  }

  list(): VersionedDefinition[] {
    return [...this.present.values()];
  }

  private async register(
    tx: Tx,
    definition: CompiledDefinition,
    stored: readonly StoredDefinition[],
    now: number,
  ): Promise<number> {
    const hash = hashOf(definition.source);
    const newest = stored.at(-1);
    if (newest?.hash === hash) return newest.version;
    const version = (newest?.version ?? 0) + 1;
    await sql(
      tx,
      'INSERT INTO workflow_definitions (name, version, hash, definition, created_at) VALUES ($1, $2, $3, $4, $5)',
      [definition.name, version, hash, JSON.stringify(definition.source), new Date(now)],
    );
    return version;
  }
}

const key = (name: string, version: number): string => `${name} ${String(version)}`;

async function storedVersions(tx: Tx, name: string): Promise<StoredDefinition[]> {
  // Two processes that start at once must not both add a version.
  await sql(tx, 'LOCK TABLE workflow_definitions IN SHARE ROW EXCLUSIVE MODE');
  return sql(
    tx,
    'SELECT name, version, hash, definition FROM workflow_definitions WHERE name = $1 ORDER BY version',
    [name],
  );
}

/** An older version need not emit what later clocks listen to: those clocks are simply not its own. */
function compileStored(
  stored: StoredDefinition,
  clocks: readonly ClockRule[],
  world: World,
): CompiledDefinition {
  const compiled = compileDefinition(stored.definition, clocks, world);
  if (compiled.ok) return compiled.definition;
  const foreign = new Set(
    compiled.problems.flatMap(({ file, path }) => (file === 'clocks' ? [path[1]] : [])),
  );
  const own = clocks.filter(({ name }) => !foreign.has(name));
  if (own.length < clocks.length) return compileStored(stored, own, world);
  const reasons = compiled.problems
    .map(({ path, message }) => `${path.join('.')}: ${message}`)
    .join('; ');
  throw new Error(
    `workflow ${stored.name} version ${String(stored.version)}, which subjects still keep, does not fit the ` +
      `present roles and ladders: ${reasons}`,
  );
}
