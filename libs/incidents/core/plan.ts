/** Instants are epoch milliseconds. */
type Values = Readonly<Record<string, unknown>>;

/** An open action: when it is due, and whose it is; null: the responsible unit's, and nobody's by name. */
interface NextDue {
  readonly dueAt: number;
  readonly unitId: string | null;
  readonly ownerId: string | null;
}

interface OpenAction extends NextDue {
  readonly id: unknown;
}

/**
 * Of the actions that are open once a command has changed the plan, the one that is due first; null when none is left
 * open. Commands that leave the plan alone answer undefined.
 */
export function nextDueAfter(
  command: string,
  params: Values,
  actions: unknown,
): NextDue | null | undefined {
  const open = rowsOf(actions)
    .filter(({ status }) => status === 'open')
    .flatMap(asOpen);
  switch (command) {
    case 'start-disposal':
      return first([...open, ...rowsOf(params['actions']).flatMap(asOpen)]);
    case 'add-action':
      return first([...open, ...asOpen(params)]);
    case 'change-action':
      return first(open.map((action) => changed(action, params)));
    case 'complete-action':
    case 'waive-action':
      return first(open.filter(({ id }) => id !== params['actionId']));
    default:
      return undefined;
  }
}

const changed = (action: OpenAction, { actionId, dueAt, ownerId }: Values): OpenAction =>
  action.id === actionId
    ? {
        ...action,
        ...(typeof dueAt === 'number' && { dueAt }),
        ...(typeof ownerId === 'string' && { ownerId }),
      }
    : action;

const first = (actions: readonly OpenAction[]): NextDue | null => {
  const [next] = [...actions].sort((a, b) => a.dueAt - b.dueAt);
  return next === undefined
    ? null
    : { dueAt: next.dueAt, unitId: next.unitId, ownerId: next.ownerId };
};

const asOpen = ({ id, dueAt, unitId, ownerId }: Values): OpenAction[] =>
  typeof dueAt === 'number' ? [{ id, dueAt, unitId: idOf(unitId), ownerId: idOf(ownerId) }] : [];

const idOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const rowsOf = (value: unknown): Values[] =>
  Array.isArray(value)
    ? value.filter((row): row is Values => typeof row === 'object' && row !== null)
    : [];

/** Whether an open action waits for somebody: they own it, or nobody does by name and it is their unit's. */
export function hasOpenFor(
  facts: Values,
  { id, unitId }: { readonly id: string | null; readonly unitId: string | null },
): boolean {
  return rowsOf(facts['actions']).some((row) => {
    if (row['status'] !== 'open') return false;
    if (typeof row['ownerId'] === 'string') return row['ownerId'] === id;
    return unitId !== null && (row['unitId'] ?? facts['unitId']) === unitId;
  });
}

/** How often a supervised unit reports, in milliseconds. Hours and days of the clock, holidays or not. */
const RHYTHMS: ReadonlyMap<unknown, number> = new Map(
  Object.entries({ PT4H: 4, PT12H: 12, P1D: 24, P2D: 48, P7D: 168 }).map(([every, hours]) => [
    every,
    hours * 3_600_000,
  ]),
);

/**
 * When the next progress report is owed after a command: from now on by the rhythm that a leader has set. Null: none is.
 */
export function reportDueAfter(
  command: string,
  params: Values,
  facts: Values,
  now: number,
): number | null {
  const every = command === 'supervise' ? params['every'] : facts['supervisionEvery'];
  const rhythm = RHYTHMS.get(every);
  return rhythm === undefined ? null : now + rhythm;
}
