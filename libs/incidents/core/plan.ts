/** Instants are epoch milliseconds. */
type Values = Readonly<Record<string, unknown>>;

/** When the first of the open actions is due. */
interface OpenAction {
  readonly id: string;
  readonly dueAt: number;
}

/**
 * Of the actions that are open once a command has changed the plan, the first due time; null when none is left open.
 * Commands that leave the plan alone answer undefined.
 */
export function nextDueAfter(
  command: string,
  params: Values,
  actions: unknown,
): number | null | undefined {
  const open = openActions(actions);
  switch (command) {
    case 'start-disposal':
      return first([...open, ...rowsOf(params['actions']).flatMap(withDue)]);
    case 'add-action':
      return first([...open, ...withDue(params)]);
    case 'change-action':
      return first(open.map((action) => moved(action, params)));
    case 'complete-action':
    case 'waive-action':
      return first(open.filter(({ id }) => id !== params['actionId']));
    default:
      return undefined;
  }
}

const moved = (action: OpenAction, { actionId, dueAt }: Values): OpenAction =>
  action.id === actionId && typeof dueAt === 'number' ? { ...action, dueAt } : action;

const first = (actions: readonly { readonly dueAt: number }[]): number | null =>
  actions.length === 0 ? null : Math.min(...actions.map(({ dueAt }) => dueAt));

const openActions = (actions: unknown): OpenAction[] =>
  rowsOf(actions).flatMap((row) =>
    row['status'] === 'open' && typeof row['id'] === 'string'
      ? withDue(row).map(({ dueAt }) => ({ id: String(row['id']), dueAt }))
      : [],
  );

const withDue = ({ dueAt }: Values): { dueAt: number }[] =>
  typeof dueAt === 'number' ? [{ dueAt }] : [];

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
