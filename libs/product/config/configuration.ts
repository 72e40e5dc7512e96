import { join } from 'node:path';
import { DutyPolicy, dutyProblems, dutySchema } from '#duty';
import {
  EscalationPolicies,
  clockProblems,
  clockRules,
  clocksSchema,
  ladderProblems,
  laddersSchema,
  workCalendar,
} from '#escalation';
import type { ClocksFile, LaddersFile } from '#escalation';
import { ROLES } from '#identity';
import {
  IncidentConfig,
  categoriesSchema,
  categoryProblems,
  disposalProblems,
  retentionProblems,
  retentionSchema,
  riskMatrixProblems,
  riskMatrixSchema,
} from '#incidents';
import {
  FeedsConfig,
  IntakeConfig,
  feedsSchema,
  redactionConfigSchema,
  redactionRules,
  riseSchema,
} from '#intake';
import type { RedactionRules } from '#intake';
import { channelsSchema, resolveChannels, secretsBeside } from '#notify';
import type { ChannelsConfig } from '#notify';
import { ConfigError, ConfigFiles, organisationProblems, organisationSchema } from '#platform';
import type { ConfigDocument, ConfigProblem, DocumentPath, Organisation } from '#platform';
import { RegisterPolicy, registerProblems, registersSchema } from '#registers';
import type { RegistersFile } from '#registers';
import { ReportsConfig, reportsProblems, reportsSchema } from '#reporting';
import { UpwardConfig } from '#upward';
import { ReleaseConfig } from '#release';
import { compileDefinition, definitionSchema } from '#workflow';
import type { CompiledDefinition, World } from '#workflow';

/** Kinds of things that workflows govern. */
const SUBJECTS = [
  'incident',
  'shift',
  'swap',
  'handover',
  'release',
  'upward-report',
  'matter',
  'report',
  'instruction',
] as const;
const CHANNELS = ['app'] as const;

/** Everything in `config/`, checked as a whole. */
export interface Configuration {
  readonly organisation: Organisation;
  readonly clocks: ClocksFile['clocks'];
  readonly policies: EscalationPolicies;
  readonly duty: DutyPolicy;
  readonly incidents: IncidentConfig;
  readonly upward: UpwardConfig;
  readonly reports: ReportsConfig;
  readonly releases: ReleaseConfig;
  readonly redaction: RedactionRules;
  readonly intake: IntakeConfig;
  readonly feeds: FeedsConfig;
  readonly registers: RegisterPolicy;
  /** What the registers begin with. */
  readonly firstRecords: RegistersFile;
  /** Holds secrets. */
  readonly channels: ChannelsConfig;
  readonly definitions: readonly CompiledDefinition[];
  readonly world: World;
}

export type ConfigurationResult =
  | { readonly ok: true; readonly configuration: Configuration }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

/** Reads and checks all files, and reports every problem of all of them at once. */
export function readConfiguration(folder: string): ConfigurationResult {
  const files = new ConfigFiles(folder);
  const organisation = files.read('organisation.yaml', organisationSchema);
  const categories = files.read('categories.yaml', categoriesSchema);
  const matrix = files.read('risk-matrix.yaml', riskMatrixSchema);
  const clocks = files.read('clocks.yaml', clocksSchema);
  const ladders = files.read('ladders.yaml', laddersSchema);
  const duty = files.read('duty.yaml', dutySchema);
  const redaction = files.read('redaction.yaml', redactionConfigSchema);
  const rise = files.readIfThere('rise.yaml', riseSchema);
  const retention = files.readIfThere('retention.yaml', retentionSchema);
  const outside = files.readIfThere('channels.yaml', channelsSchema);
  const feeds = files.readIfThere('feeds.yaml', feedsSchema);
  const registers = files.readIfThere('registers.yaml', registersSchema);
  const reports = files.readIfThere('reports.yaml', reportsSchema);
  const workflows = files.list('workflows').map((name) => files.read(name, definitionSchema));
  if (
    !organisation ||
    !categories ||
    !matrix ||
    !clocks ||
    !ladders ||
    !duty ||
    !redaction ||
    !rise ||
    !retention ||
    !outside ||
    !feeds ||
    !registers ||
    !reports
  ) {
    return { ok: false, problems: files.problems };
  }
  const roles = new Set<string>(ROLES);
  const unitCodes = new Set(organisation.value.units.map(({ code }) => code));
  const ladderNames = new Set(Object.keys(ladders.value.ladders));
  const world: World = { roles: [...ROLES], ladders: [...ladderNames] };
  const channels = resolveChannels(outside.value, secretsBeside(folder));
  const problems: ConfigProblem[] = [
    ...files.problems,
    ...(channels.ok ? [] : placed(outside, channels.problems)),
    ...placed(organisation, organisationProblems(organisation.value)),
    ...placed(categories, categoryProblems(categories.value, unitCodes)),
    ...placed(matrix, riskMatrixProblems(matrix.value)),
    ...placed(retention, retentionProblems(retention.value)),
    ...placed(
      clocks,
      clockProblems(clocks.value, { subjects: new Set(SUBJECTS), ladders: ladderNames }),
    ),
    ...placed(ladders, ladderProblems(ladders.value, { roles, channels: new Set(CHANNELS) })),
    ...placed(duty, dutyProblems(duty.value, roles)),
    ...placed(reports, reportsProblems(reports.value, roles)),
    ...placed(
      registers,
      registerProblems(registers.value, {
        units: unitCodes,
        categories: new Set(categories.value.categories.map(({ code }) => code)),
      }),
    ),
  ];
  const definitions = workflows.flatMap((document) => {
    if (document === null) return [];
    if (document.value.name === 'incident')
      problems.push(...placed(document, disposalProblems(document.value)));
    const rules = clockRules(clocks.value.clocks, document.value.name);
    const compiled = compileDefinition(document.value, rules, world);
    if (compiled.ok) return [compiled.definition];
    problems.push(
      ...compiled.problems.map(({ file, path, message }) =>
        file === 'clocks' ? clocks.problemAt(path, message) : document.problemAt(path, message),
      ),
    );
    return [];
  });
  problems.push(...missingWorkflows(folder, definitions, problems));
  if (problems.length > 0 || !channels.ok) return { ok: false, problems };
  const { timeZone, calendar } = organisation.value;
  const workDays = workCalendar(timeZone, calendar);
  return {
    ok: true,
    configuration: {
      organisation: organisation.value,
      clocks: clocks.value.clocks,
      policies: policiesOf(clocks.value, ladders.value, workDays),
      duty: new DutyPolicy(duty.value.onDuty, duty.value.shift, timeZone, (date) =>
        workDays.isHoliday(date),
      ),
      releases: new ReleaseConfig(
        organisation.value.name,
        organisation.value.publicity ?? organisation.value.dutyOffice,
      ),
      incidents: new IncidentConfig(
        timeZone,
        categories.value.categories,
        matrix.value,
        retention.value.mentions,
      ),
      reports: new ReportsConfig(timeZone, reports.value),
      upward: new UpwardConfig(timeZone, organisation.value.superiors),
      redaction: redactionRules(redaction.value),
      intake: new IntakeConfig(timeZone, rise.value),
      feeds: new FeedsConfig(feeds.value),
      registers: new RegisterPolicy(timeZone, categories.value.categories),
      firstRecords: registers.value,
      channels: channels.channels,
      definitions,
      world,
    },
  };
}

/** The checked configuration, or a ConfigError that names file, line and reason of every problem. */
export function loadConfiguration(folder: string): Configuration {
  const result = readConfiguration(folder);
  if (!result.ok) throw new ConfigError(result.problems);
  return result.configuration;
}

const policiesOf = (
  clocks: ClocksFile,
  ladders: LaddersFile,
  calendar: EscalationPolicies['calendar'],
): EscalationPolicies =>
  new EscalationPolicies(
    new Map(Object.entries(clocks.clocks)),
    new Map(Object.entries(ladders.ladders)),
    calendar,
  );

const placed = (
  document: ConfigDocument<unknown>,
  mistakes: readonly { readonly path: DocumentPath; readonly message: string }[],
): ConfigProblem[] => mistakes.map(({ path, message }) => document.problemAt(path, message));

function missingWorkflows(
  folder: string,
  found: readonly CompiledDefinition[],
  problems: readonly ConfigProblem[],
): ConfigProblem[] {
  // A workflow that is there and wrong has been reported; only one that is not there at all is missing.
  if (problems.length > 0) return [];
  return SUBJECTS.filter((name) => found.every((definition) => definition.name !== name)).map(
    (name) => ({
      file: join(folder, 'workflows'),
      line: 1,
      message: `no file defines the workflow "${name}"`,
    }),
  );
}
