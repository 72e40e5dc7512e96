import type { Check } from '../condition.js';
import type { ClockAct } from '../definition.js';
import { ofKind } from './check-problems.js';
import { problem, type Path, type PlacedRule, type Problem } from './problem.js';
import type { Scope } from './scope.js';

/** A command that pauses or resumes a clock asks first whether the clock can be, and may be. */
export function clockActProblems({ path, rule }: PlacedRule, scope: Scope): readonly Problem[] {
  const act = 'clock' in rule ? rule.clock : undefined;
  if (act === undefined) return [];
  const place = [...path, 'clock'];
  const asked = new Set(rule.needs.map(({ check }) => JSON.stringify(check)));
  const unasked = conditionsFor(act).filter((check) => !asked.has(JSON.stringify(check)));
  return [
    ...operandProblems(act, place, scope),
    ...unasked.map((check) => problem(place, `Needs the condition ${JSON.stringify(check)}`)),
  ];
}

function conditionsFor(act: ClockAct): Check[] {
  if ('resume' in act) return [{ clockIs: { clock: act.resume, is: 'paused' } }];
  return [{ clockMayPause: act.pause }, { clockIs: { clock: act.pause, is: 'running' } }];
}

function operandProblems(act: ClockAct, path: Path, scope: Scope): readonly Problem[] {
  if ('resume' in act) return ofKind(act.resume, ['clock'], [...path, 'resume'], scope);
  return [
    ...ofKind(act.pause, ['clock'], [...path, 'pause'], scope),
    ...ofKind(act.resumeBy, ['time'], [...path, 'resumeBy'], scope),
  ];
}
