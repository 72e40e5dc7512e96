import type { Command } from 'commander';
import { verifyTimeline } from '#platform';
import { answer } from '../output.js';
import { withProduct } from '../workspace.js';

export function addAudit(program: Command): void {
  program
    .command('audit')
    .description('the record')
    .command('verify')
    .description(
      'computes every hash of the timeline again, and names the first entry that does not fit',
    )
    .option('--json', 'one JSON document on standard output', false)
    .action(async ({ json }: { json: boolean }) => {
      const result = await withProduct(({ foundation: { database } }) =>
        database.snapshot((tx) =>
          verifyTimeline(tx, (checked) => {
            if (process.stderr.isTTY) process.stderr.write(`\r${String(checked)} entries`);
          }),
        ),
      );
      const { ok, checked, firstBroken } = result;
      const sentence = ok
        ? `All ${String(checked)} entries are as they were written.`
        : `Broken: entry ${String(firstBroken?.seq)} of ${String(firstBroken?.subjectId)}: ${String(firstBroken?.reason)}.`;
      answer(json, result, sentence);
      if (!ok) process.exitCode = 1;
    });
}
