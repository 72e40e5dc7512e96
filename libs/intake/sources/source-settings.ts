import { invalid } from '#platform';
import type { FieldError } from '#platform';
import { RHYTHM, parseRule } from '../core/index.js';
import { openUrl } from '../feeds/address.js';
import type { Range } from '../feeds/address.js';
import { feedProblem } from '../feeds/feed-problem.js';
import type { ChangeSourceBody } from './source.dto.js';
import type { SourceSettings } from './source.repository.js';

const NEW: Omit<SourceSettings, 'name' | 'kind'> = {
  url: null,
  active: true,
  every_minutes: null,
  keyword_rule: null,
};

type Given = Omit<ChangeSourceBody, 'expectedVersion'>;

/** What a source is after these changes; what is not given stays. Every text passes the redactor. */
export function settingsAfter(
  before: SourceSettings | Pick<SourceSettings, 'name' | 'kind'>,
  { name, kind = before.kind, url, active, everyMinutes, keywordRule }: Given,
  clean: (text: string) => string,
): SourceSettings {
  const old = { ...NEW, ...before };
  const rule = keywordRule === undefined ? old.keyword_rule : clean(keywordRule);
  return {
    name: name === undefined ? old.name : clean(name),
    kind,
    url: url === undefined ? old.url : clean(url),
    active: active ?? old.active,
    every_minutes: kind === 'rss' ? (everyMinutes ?? old.every_minutes ?? RHYTHM.usual) : null,
    keyword_rule: rule === '' ? null : rule,
  };
}

/** Throws 400 with everything that is wrong about it. */
export function requireSense(settings: SourceSettings, allowed: readonly Range[]): void {
  const errors = [...urlProblems(settings, allowed), ...ruleProblems(settings.keyword_rule ?? '')];
  if (errors.length > 0) throw invalid(errors);
}

function urlProblems({ kind, url }: SourceSettings, allowed: readonly Range[]): FieldError[] {
  if (kind !== 'rss' || url === null) return [];
  const open = openUrl(url, allowed);
  if (typeof open !== 'string') return [];
  const { zh, en } = feedProblem(open);
  return [{ path: 'url', message: { zh, en } }];
}

function ruleProblems(rule: string): FieldError[] {
  const parsed = parseRule(rule);
  if (parsed.ok) return [];
  return parsed.problems.map(({ from, zh, en }) => ({
    path: 'keywordRule',
    message: {
      zh: `第 ${String(from + 1)} 个字符起：${zh}`,
      en: `From character ${String(from + 1)}: ${en}`,
    },
  }));
}
