import { sql } from '#platform';
import type { Tx } from '#platform';
import type { Actor, Facts, Refusal } from '#workflow';

/** An action as a command gives it to somebody; `path` leads to it in the command's body. */
interface GivenAction {
  readonly path: string;
  readonly unitId: string | null;
  readonly ownerId: string | null;
}

type Values = Readonly<Record<string, unknown>>;

const idOf = (value: unknown): string | null =>
  typeof value === 'string' ? value.toLowerCase() : null;

const rowsOf = (value: unknown): Values[] =>
  Array.isArray(value)
    ? value.filter((row): row is Values => typeof row === 'object' && row !== null)
    : [];

const givenBy = ({ unitId, ownerId }: Values, path: string): GivenAction => ({
  path,
  unitId: idOf(unitId),
  ownerId: idOf(ownerId),
});

/** The actions that a command gives to people; none for most commands. */
function givenActions(command: string, params: Facts, facts: Facts): GivenAction[] {
  switch (command) {
    case 'start-disposal':
      return rowsOf(params['actions']).map((row, index) =>
        givenBy(row, `actions.${String(index)}.ownerId`),
      );
    case 'add-action':
      return [givenBy(params, 'ownerId')];
    case 'change-action': {
      const row = rowsOf(facts['actions']).find(({ id }) => id === params['actionId']);
      const { ownerId } = params;
      return row === undefined || ownerId === undefined
        ? []
        : [givenBy({ unitId: row['unitId'], ownerId }, 'ownerId')];
    }
    default:
      return [];
  }
}

interface Owner {
  readonly id: string;
  readonly unit_id: string | null;
}

/** Where an owner is named who is not of the unit whose action it is. Unknown people are named elsewhere. */
async function strangersAmong(
  tx: Tx,
  given: readonly GivenAction[],
  responsibleUnitId: string | null,
): Promise<string[]> {
  const owned = given.filter(({ ownerId }) => ownerId !== null);
  if (owned.length === 0) return [];
  const owners = await sql<Owner>(tx, 'SELECT id, unit_id FROM users WHERE id::text = ANY($1)', [
    owned.map(({ ownerId }) => ownerId),
  ]);
  const unitOf = new Map(owners.map(({ id, unit_id }) => [id, unit_id]));
  return owned.flatMap(({ path, ownerId, unitId }) => {
    const unit = unitOf.get(ownerId ?? '');
    return unit === undefined || unit === (unitId ?? responsibleUnitId) ? [] : [path];
  });
}

/** Who hears that something was given to them: owners, and where a unit has no owner yet, its handlers. */
async function peopleToTell(
  tx: Tx,
  given: readonly GivenAction[],
  {
    unitId: responsible,
    actorId,
  }: { readonly unitId: string | null; readonly actorId: string | null },
): Promise<string[]> {
  const owners = given.flatMap(({ ownerId }) => ownerId ?? []);
  const units = given.flatMap(({ ownerId, unitId }) =>
    ownerId === null && unitId !== null && unitId !== responsible ? [unitId] : [],
  );
  if (owners.length + units.length === 0) return [];
  const rows = await sql<{ id: string }>(
    tx,
    `SELECT id FROM users WHERE disabled_at IS NULL AND id IS DISTINCT FROM $3
       AND (id::text = ANY($1) OR (unit_id::text = ANY($2) AND roles @> ARRAY['handler']))
     ORDER BY id LIMIT 500`,
    [owners, units, actorId],
  );
  return rows.map(({ id }) => id);
}

/**
 * What a command that gives actions to people means for them: who is to hear of it, or why it cannot be given to them.
 * For all other commands, nothing.
 */
export async function givenTo(
  tx: Tx,
  command: string,
  params: Facts,
  { facts, actor }: { readonly facts: Facts; readonly actor: Actor },
): Promise<{ readonly ok: true; readonly computed: Facts } | Refusal> {
  const given = givenActions(command, params, facts);
  const unitId = idOf(facts['unitId']);
  const strangers = await strangersAmong(tx, given, unitId);
  if (strangers.length > 0) return isNotOfTheUnit(strangers);
  const toTell = await peopleToTell(tx, given, { unitId, actorId: actor.id });
  return { ok: true, computed: toTell.length > 0 ? { toTell } : {} };
}

const isNotOfTheUnit = (paths: readonly string[]): Refusal => ({
  ok: false,
  kind: 'refused',
  reasons: paths.map((path) => ({
    code: 'action.owner-elsewhere',
    path,
    message: {
      zh: '承办人须是承办单位的人',
      en: 'The owner of an action must belong to the unit whose action it is',
    },
  })),
});
