import type { Reason, Words } from './types.js';

/** What the engine itself says when it refuses; the definition words its own needs. */

function reason(code: string, message: Words, path?: string): Reason {
  return path === undefined ? { code, message } : { code, message, path };
}

export const malformed = (): Reason =>
  reason('workflow.malformed', { zh: '请求不完整或格式不对', en: 'The request is malformed' });

export const unknownCommand = (name: string): Reason =>
  reason('workflow.unknown-command', {
    zh: `没有“${name.slice(0, 64)}”这个操作`,
    en: `There is no command “${name.slice(0, 64)}”`,
  });

export const notPermitted = (label: Words): Reason =>
  reason('workflow.not-permitted', {
    zh: `您没有“${label.zh}”的权限`,
    en: `You may not do this: ${label.en}`,
  });

export const staleVersion = (current: number): Reason =>
  reason(
    'version.stale',
    {
      zh: `内容已有更新（现为第 ${current} 版），请刷新后再试`,
      en: `It has changed since (now version ${current}); reload and try again`,
    },
    'expectedVersion',
  );

export const missingVersion = (): Reason =>
  reason(
    'version.missing',
    { zh: '请注明所见的版本', en: 'Say which version you saw' },
    'expectedVersion',
  );

export const wrongState = (label: Words, state: Words): Reason =>
  reason('workflow.wrong-state', {
    zh: `“${state.zh}”状态下不能${label.zh}`,
    en: `Not possible while “${state.en}”: ${label.en}`,
  });

export const noTargetState = (label: Words): Reason =>
  reason('workflow.no-target-state', {
    zh: `没有可以回到的状态，不能${label.zh}`,
    en: `There is no state to go back to: ${label.en}`,
  });

export const noOutcome = (label: Words): Reason =>
  reason('workflow.no-outcome', {
    zh: `目前不能${label.zh}`,
    en: `Not possible at present: ${label.en}`,
  });

export const unknownParam = (path: string): Reason =>
  reason('param.unknown', { zh: '没有这一项', en: 'There is no such field' }, path);

export const required = (label: Words, path: string): Reason =>
  reason('param.required', { zh: `请填写${label.zh}`, en: `${label.en} is required` }, path);

export const wrongType = (label: Words, path: string, wanted: Words): Reason =>
  reason(
    'param.type',
    { zh: `${label.zh}须为${wanted.zh}`, en: `${label.en} must be ${wanted.en}` },
    path,
  );

export const unreadableText = (label: Words, path: string): Reason =>
  reason(
    'param.unreadable',
    {
      zh: `${label.zh}含有无法保存的字符`,
      en: `${label.en} contains characters that cannot be stored`,
    },
    path,
  );

export const notALink = (label: Words, path: string): Reason =>
  reason(
    'param.link',
    {
      zh: `${label.zh}须以 http:// 或 https:// 开头`,
      en: `${label.en} must begin with http:// or https://`,
    },
    path,
  );

export const outOfRange = (label: Words, path: string, allowed: Words): Reason =>
  reason(
    'param.range',
    { zh: `${label.zh}须${allowed.zh}`, en: `${label.en} must be ${allowed.en}` },
    path,
  );

export const notOneOf = (label: Words, path: string, values: readonly string[]): Reason =>
  reason(
    'param.choice',
    {
      zh: `${label.zh}须为其中之一：${values.join('、')}`,
      en: `${label.en} must be one of: ${values.join(', ')}`,
    },
    path,
  );
