import type { Facts, Loaded } from '#workflow';
import { nextDueAfter, reportDueAfter, riskScore } from '../core/index.js';
import type { RiskMatrix } from '../core/index.js';

/** What the program itself adds to a command's parameters before the rules are asked. */
export function computedParams(
  command: string,
  params: Facts,
  context: {
    readonly matrix: RiskMatrix;
    readonly other: Loaded | undefined;
    readonly facts: Facts;
    readonly now: number;
  },
): Facts {
  switch (command) {
    case 'judge':
      return { ...riskParams(params, context.matrix), ...dueParams(command, params, context) };
    case 'start-disposal':
    case 'add-action':
    case 'change-action':
    case 'complete-action':
    case 'waive-action':
    case 'concur':
    case 'supervise':
    case 'progress-report':
      return dueParams(command, params, context);
    case 'merge':
      return context.other === undefined ? {} : { intoState: context.other.subject.state };
    case 'publish':
      // By the id of its release, so that a correction or a withdrawal finds it again.
      return {
        publications: [
          { id: params['releaseId'], releaseId: params['releaseId'], title: params['title'] },
        ],
      } as Facts;
    case 'reopen':
      return { chapter: Number(context.facts['chapter'] ?? 1) + 1 };
    default:
      return {};
  }
}

/** What is due next once this command is given; left out when nothing is. */
function dueParams(
  command: string,
  params: Facts,
  { facts, now }: { readonly facts: Facts; readonly now: number },
): Facts {
  const next = nextDueAfter(command, params, facts['actions']) ?? null;
  const unitId = next?.unitId ?? facts['unitId'];
  const reportBy = reportDueAfter(command, params, facts, now);
  return {
    ...(next !== null && { nextDueAt: next.dueAt }),
    ...(next !== null && typeof unitId === 'string' && { dueUnits: [unitId] }),
    ...(typeof next?.ownerId === 'string' && { dueOwner: next.ownerId }),
    ...(reportBy !== null && { reportBy }),
  };
}

const LEVELS = [
  'likelihood.spread',
  'likelihood.believability',
  'likelihood.timing',
  'consequence.safety',
  'consequence.livelihood',
  'consequence.disruption',
  'consequence.trust',
] as const;

/** The score of the matrix, when every factor is a level; otherwise the rules say which is not. */
function riskParams(params: Facts, matrix: RiskMatrix): Facts {
  const levels = LEVELS.map((name) => params[name]);
  if (
    !levels.every((level): level is number => typeof level === 'number' && level >= 1 && level <= 5)
  )
    return {};
  const [spread, believability, timing, safety, livelihood, disruption, trust] = levels as Seven;
  const { score, severity } = riskScore(
    { spread, believability, timing },
    { safety, livelihood, disruption, trust },
    matrix,
  );
  return { riskScore: score, suggestedSeverity: severity };
}

type Seven = [number, number, number, number, number, number, number];
