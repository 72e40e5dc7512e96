import type { Command } from 'commander';
import { readConfiguration } from '#product';
import { answer } from '../output.js';
import { settingsOrRefuse } from '../workspace.js';

export function addConfig(program: Command): void {
  program
    .command('config')
    .description('the configuration files')
    .command('check')
    .description(
      'says what is wrong with the files of MINGBIAN_CONFIG_DIR, without starting anything',
    )
    .option('--json', 'one JSON document on standard output', false)
    .action(({ json }: { json: boolean }) => {
      const result = readConfiguration(settingsOrRefuse().configDir);
      const problems = result.ok ? [] : result.problems;
      const lines = problems.map(
        ({ file, line, message }) => `${file}:${String(line)}: ${message}`,
      );
      answer(
        json,
        { ok: result.ok, problems },
        result.ok ? 'The configuration is in order.' : lines.join('\n'),
      );
      if (!result.ok) process.exitCode = 1;
    });
}
