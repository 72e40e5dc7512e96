import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { redact } from './redact.js';
import type { RedactionConfig } from './redaction-config.js';
import { redactionConfigSchema, redactionRules } from './redaction-config.js';

const shipped: unknown = parse(readFileSync('config/redaction.yaml', 'utf8'));
const base = redactionConfigSchema.parse(shipped);
const withAllowed = (...texts: string[]): RedactionConfig => ({
  ...base,
  allow: texts.map((text) => ({ text, why: '官方公开' })),
});

describe('config/redaction.yaml', () => {
  it('as shipped, removes every kind', () => {
    expect(redactionRules(base).off.size).toBe(0);
  });

  it('switches a kind off only with a written reason', () => {
    const kinds = { ...base.kinds, plate: { redact: false } };
    expect(redactionConfigSchema.safeParse({ ...base, kinds }).success).toBe(false);
    const reasoned = {
      ...base.kinds,
      plate: { redact: false, reason: '本单位只处理公务车辆的公示信息' },
    };
    const config = redactionConfigSchema.parse({ ...base, kinds: reasoned });
    expect(redact('粤R12345 13800138000', redactionRules(config)).text).toBe('粤R12345 [电话]');
  });

  it('refuses to leave a kind out, and to know one that does not exist', () => {
    const rest = Object.fromEntries(
      Object.entries(base.kinds).filter(([kind]) => kind !== 'mention'),
    );
    expect(redactionConfigSchema.safeParse({ ...base, kinds: rest }).success).toBe(false);
    const more = { ...base.kinds, name: { redact: true } };
    expect(redactionConfigSchema.safeParse({ ...base, kinds: more }).success).toBe(false);
  });

  it('keeps an allowed number however it is written', () => {
    const rules = redactionRules(withAllowed('0763-3381234'));
    for (const text of ['0763-3381234', '（0763）3381234', '０７６３ 3381234'])
      expect(redact(text, rules).text).toBe(text);
    expect(redact('0763-3381235', rules).text).toBe('[电话]');
  });

  it('keeps an allowed address and an official account, with what is written straight after it', () => {
    const rules = redactionRules(withAllowed('service@qingyuan.example', '@清源发布'));
    const text = '发到 Service@qingyuan.example 或@清源发布请回复';
    expect(redact(text, rules).text).toBe(text);
    expect(redact('@清源发布请回复13800138000', rules).text).toBe('@清源发布请回复[电话]');
    expect(redact('@清源百姓', rules).text).toBe('[@]');
  });

  it('keeps a short hotline where an account would be', () => {
    expect(redact('微信：12345', redactionRules(base)).text).toBe('微信：12345');
  });
});
