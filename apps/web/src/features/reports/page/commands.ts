import {
  REPORT_COMMANDS,
  type AllowedCommand,
  type Report,
  type ReportCommand,
} from '../../../api/report-types';

/** What carries a report on; the others stand behind it. */
const FORWARD: ReadonlySet<ReportCommand> = new Set(['submit', 'approve', 'issue']);
/** What asks for a reason. */
export const REASONED: ReadonlySet<ReportCommand> = new Set(['return', 'correct']);

export interface Offered {
  readonly forward: readonly ReportCommand[];
  readonly others: readonly ReportCommand[];
}

/** What I may do with it now, in the order in which it is thought of. */
export function offeredBy({ allowed }: Pick<Report, 'allowed'>): Offered {
  const commands = REPORT_COMMANDS.filter((known) =>
    allowed.some(({ command }) => command === known),
  );
  return {
    forward: commands.filter((command) => FORWARD.has(command)),
    others: commands.filter((command) => !FORWARD.has(command)),
  };
}

export const mayEdit = ({ allowed }: Pick<Report, 'allowed'>): boolean =>
  allowed.some(({ command }) => command === 'edit');

/** What stands in the way of a command, whatever is typed. */
export const needsOf = (
  { allowed }: Pick<Report, 'allowed'>,
  command: ReportCommand,
): AllowedCommand['needs'] => allowed.find((one) => one.command === command)?.needs ?? [];
