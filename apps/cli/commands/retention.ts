import { NestFactory } from '@nestjs/core';
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { KeepNoLonger, PreviewRetention } from '#incidents';
import { ProductModule } from '#product';
import { Refused, answer } from '../output.js';
import { withProduct } from '../workspace.js';
import type { OpenProduct } from '../workspace.js';

interface Options {
  readonly dryRun: boolean;
  readonly apply: boolean;
  readonly until?: string;
  readonly json: boolean;
}

/** As many lines as a person reads; the counts are of all. */
const SHOWN = 200;

export function addRetention(program: Command): void {
  program
    .command('retention')
    .description(
      'takes away the wordings and files that have had their time (config/retention.yaml)',
    )
    .option('--dry-run', 'only say what would go', false)
    .option('--apply', 'do it now; the running product does it by itself each hour', false)
    .option('--until <iso>', 'with --dry-run: what will go by then (ISO 8601 with offset)', instant)
    .option('--json', 'one JSON document on standard output', false)
    .action(retention);
}

async function retention({ dryRun, apply, until, json }: Options): Promise<void> {
  if (dryRun === apply) throw new Refused('Say either --dry-run or --apply.');
  if (apply && until !== undefined) throw new Refused('--until is for --dry-run only.');
  await withProduct(async (product) => {
    const app = await openApp(product);
    try {
      if (apply) {
        const gone = await app.get(KeepNoLonger, { strict: false }).run();
        answer(json, gone, sentence('went', gone));
        return;
      }
      const query = { limit: SHOWN, ...(until !== undefined && { until }) };
      const due = await app.get(PreviewRetention, { strict: false }).run(query);
      answer(json, due, sentence('would go', due));
    } finally {
      await app.close();
    }
  });
}

const openApp = ({ foundation, configuration, definitions }: OpenProduct) =>
  NestFactory.createApplicationContext(ProductModule.on(foundation, configuration, definitions), {
    logger: foundation.logger,
    abortOnError: false,
  });

const sentence = (
  verb: string,
  {
    incidents,
    mentions,
    files,
    bytes,
  }: Record<'incidents' | 'mentions' | 'files' | 'bytes', number>,
): string =>
  `${String(mentions)} wordings of ${String(incidents)} incidents and ${String(files)} files (${String(bytes)} bytes) ${verb}.`;

function instant(text: string): string {
  if (!/(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new InvalidArgumentError(
      'Write ISO 8601 with offset, such as 2026-12-31T00:00:00+08:00.',
    );
  return text;
}
