import type { Decision, Reason } from '#workflow';

const reason = (code: string, path: string, zh: string, en: string): Reason => ({
  path,
  code: `instruction.${code}`,
  message: { zh, en },
});

export const UNKNOWN_UNIT = reason(
  'unknown-unit',
  'unitId',
  '没有这个单位',
  'There is no such unit',
);
export const EMPTY_UNIT = reason(
  'empty-unit',
  'unitId',
  '这个单位没有承办人、审核人或领导，无人能接收',
  'This unit has no handler, reviewer or leader who could hear of it',
);
export const UNKNOWN_INCIDENT = reason(
  'unknown-incident',
  'incidentId',
  '没有这个事件',
  'There is no such incident',
);
export const UNKNOWN_SECTION = reason(
  'unknown-section',
  'sectionKey',
  '报告没有这一章节',
  'The report has no such section',
);
export const DISCARDED = {
  code: 'instruction.discarded-report',
  message: { zh: '报告已作废，不能再批示', en: 'The report was discarded' },
} as const satisfies Reason;

/** What the rules cannot see is told together with what they have found; who may not is told nothing else. */
export function withReasons(decision: Decision, reasons: readonly Reason[]): Decision {
  if (reasons.length === 0) return decision;
  if (decision.ok) return { ok: false, kind: 'refused', reasons };
  return decision.kind === 'refused'
    ? { ...decision, reasons: [...decision.reasons, ...reasons] }
    : decision;
}
