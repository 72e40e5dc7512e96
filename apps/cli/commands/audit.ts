import type { Command } from 'commander';
import { verifyRecords } from '#platform';
import { recordChecks } from '#product';
import { answer } from '../output.js';
import { withProduct } from '../workspace.js';

export function addAudit(program: Command): void {
  program
    .command('audit')
    .description('the record')
    .command('verify')
    .description(
      'computes every hash of the timeline, of records and of files again, and names the first entry that does not fit',
    )
    .option('--json', 'one JSON document on standard output', false)
    .action(async ({ json }: { json: boolean }) => {
      const result = await withProduct(({ foundation: { database }, settings }) =>
        database.snapshot((tx) =>
          verifyRecords(tx, recordChecks, settings, (checked) => {
            if (process.stderr.isTTY) process.stderr.write(`\r${String(checked)} entries`);
          }),
        ),
      );
      const { ok, checked, firstBroken } = result;
      const sentence = ok
        ? `All ${String(checked)} entries, records and files are as they were written.`
        : `Broken: entry ${String(firstBroken?.seq)} of ${String(firstBroken?.subjectId)}: ${String(firstBroken?.reason)}.`;
      answer(json, result, sentence);
      if (!ok) process.exitCode = 1;
    });
}
