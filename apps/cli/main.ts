import 'reflect-metadata';
import { Command, CommanderError } from 'commander';
import { addAudit } from './commands/audit.js';
import { addConfig } from './commands/config.js';
import { addImport } from './commands/import.js';
import { addMatch } from './commands/match.js';
import { addReplay } from './commands/replay.js';
import { addReport } from './commands/report.js';
import { addRetention } from './commands/retention.js';
import { addUser } from './commands/user.js';
import { explain } from './output.js';

const REFUSED = 1;
const WRONG_USAGE = 2;

const program = new Command('mb')
  .description(
    'Mingbian on the command line. Works on the workspace of MINGBIAN_DATA_DIR or DATABASE_URL.',
  )
  .exitOverride()
  .showHelpAfterError();

const commands = [
  ...[addConfig, addUser, addImport, addReplay, addMatch, addReport, addAudit],
  addRetention,
];
for (const add of commands) add(program);

try {
  await program.parseAsync(process.argv);
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

/** commander has told the user already what was wrong with the words of a command. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE;
  process.stderr.write(`${explain(error)}\n`);
  return REFUSED;
}
