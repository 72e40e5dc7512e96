import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { marksOf, matches } from './match-rule.js';
import { RULE_LIMITS, parseRule } from './parse-rule.js';
import { printRule } from './print-rule.js';
import { both, either } from './rule.js';
import type { Rule, Term } from './rule.js';

function read(text: string): Rule {
  const parsed = parseRule(text);
  if (!parsed.ok || parsed.rule === null) throw new Error(JSON.stringify(parsed));
  return parsed.rule;
}

const passes = (rule: string, text: string): boolean => matches(read(rule), text);

describe('a keyword rule', () => {
  it.each([
    // One word, wherever it stands; full width, case and blanks in runs make no difference.
    ['停水', '清源县明天停水', true],
    ['停水', '清源县明天停电', false],
    ['ＡＩ', 'ai 写的通知', true],
    ['"food  Safety"', 'on FOOD safety', true],
    // A Latin word is a word.
    ['ai', 'said nothing', false],
    ['ve', '电动车VE型', true],
    // A word with something unseen put into it is the same word.
    ['停水', '停\u200b水三天', true],
    // and, or, not: in words, in Chinese, in signs, and side by side.
    ['停水 and 小区', '小区停水', true],
    ['停水 小区', '小区停电', false],
    ['停水 与 小区', '小区停水', true],
    ['停水&小区', '小区停水', true],
    ['停水 or 停电', '停电了', true],
    ['停水 或 停电', '停电了', true],
    ['停水||停电', '停电了', true],
    ['停水 not 演习', '停水演习', false],
    ['停水 非 演习', '停水了', true],
    ['停水 ！演习', '停水演习', false],
    // A word that holds an operator is a word.
    ['参与', '群众参与', true],
    ['"and"', 'this and that', true],
    // Exclusion alone.
    ['not 广告', '停水了', true],
    ['not 广告', '停水广告', false],
    // Brackets; and binds tighter than or.
    ['(停水 or 停电) and 小区', '停电的小区', true],
    ['停水 or 停电 and 小区', '停水', true],
    ['（停水 or 停电）小区', '停电', false],
    // Phrases.
    ['"停水 通知"', '停水 通知', true],
    ['"停水 通知"', '停水的通知', false],
    ['“停水通知”', '停水通知来了', true],
    // Near, either way round, counted in characters between.
    ['停水 near/3 小区', '小区里又停水', true],
    ['停水 near/3 小区', '停水的是这个小区', false],
    ['停水 near/4 小区', '停水的是这个小区', true],
    ['停水 near 小区', '停水了，这个小区', true],
    ['停水 近/2 (小区 or 学校)', '学校停水', true],
    ['停水 near/1 not 小区', '停水', null],
  ])('%s on %s: %s', (rule, text, expected) => {
    if (expected === null) expect(parseRule(rule).ok).toBe(false);
    else expect(passes(rule, text)).toBe(expected);
  });

  it('that is empty lets everything pass', () => {
    expect(parseRule(' \n')).toEqual({ ok: true, rule: null });
  });

  it.each([
    ['停水 and', 6, '这里缺少一个词'],
    ['or 停水', 0, '这里缺少一个词'],
    ['(停水', 0, '没有对应的左括号|左括号没有对应的右括号'],
    ['停水)', 2, '右括号没有对应的左括号'],
    ['"停水', 0, '引号没有成对'],
    ['停水，停电', 2, '不用逗号'],
    ['停水 near/5 小区 near/5 学校', 13, 'near 只连接两个词'],
    ['停水 near/5 (小区 and 学校)', 10, 'near 的两边'],
    ['停水 near/5000 小区', 3, 'near 的距离'],
    ['停水 "。。"', 3, '没有文字'],
    ['()', 1, '这里缺少一个词'],
  ])('%s is refused at its place %i', (rule, from, words) => {
    const parsed = parseRule(rule);
    expect(parsed).toMatchObject({
      ok: false,
      problems: [{ from, zh: expect.stringMatching(words), en: expect.stringMatching(/\w/) }],
    });
  });

  it('tells all commas and blank words at once', () => {
    const parsed = parseRule('停水，停电、“”');
    expect(parsed.ok ? [] : parsed.problems.map(({ from }) => from)).toEqual([2, 5, 6]);
  });

  it('is refused when it is deeper or longer than anybody would write', () => {
    for (const text of [
      '('.repeat(500),
      'not '.repeat(400) + 'a',
      'a '.repeat(300),
      'a'.repeat(3000),
    ])
      expect(parseRule(text).ok).toBe(false);
    expect(parseRule(`${'('.repeat(RULE_LIMITS.depth)}a${')'.repeat(RULE_LIMITS.depth)}`).ok).toBe(
      true,
    );
  });
});

describe('the marks of a rule', () => {
  const marked = (rule: string, text: string): string[] =>
    marksOf(read(rule), text).map(
      ({ from, to, against }) => (against ? '-' : '+') + text.slice(from, to),
    );

  it('are the words as they stand in the text, those behind not told apart', () => {
    expect(marked('停水 (小区 or 学校) not 演习', '小区停　水，停水演习😀小区')).toEqual([
      ...['+小区', '+停水', '-演习', '+小区'],
    ]);
    expect(marked('ＡＩ near/5 通知', 'Ａ\u200bI写的通知')).toEqual(['+Ａ\u200bI', '+通知']);
    expect(marked('清源 or 清源县', '清源县')).toEqual(['+清源县']);
  });
});

const WORDS = [
  '停水',
  '小区',
  '停',
  '水',
  'a',
  'B c',
  'and',
  '非',
  '“x”',
  '广告(',
  'near/3',
  'x"y',
  '，。x',
];
const term = fc.constantFrom(...WORDS).map((text): Term => ({ kind: 'term', text }));
const near = fc
  .record({
    within: fc.nat(12),
    sides: fc.tuple(
      fc.array(term, { minLength: 1, maxLength: 3 }),
      fc.array(term, { minLength: 1, maxLength: 3 }),
    ),
  })
  .map((parts): Rule => ({ kind: 'near', ...parts }));
const rules = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 4 },
    term,
    near,
    tie('rule').map((of): Rule => ({ kind: 'not', of })),
    fc.array(tie('rule'), { minLength: 2, maxLength: 3 }).map(both),
    fc.array(tie('rule'), { minLength: 2, maxLength: 3 }).map(either),
  ),
})).rule;
const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(fc.constantFrom(...WORDS, '的', '，', ' ', '😀', '小'), { maxLength: 15 })
    .map((parts) => parts.join('')),
);
const not = (of: Rule): Rule => ({ kind: 'not', of });

describe('whatever the rule and the text', () => {
  it('a rule that is written out and read again is the same', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        expect(read(printRule(rule))).toEqual(rule);
      }),
      { numRuns: 500 },
    );
  });

  it('not, and, or keep to De Morgan', () => {
    fc.assert(
      fc.property(rules, rules, texts, (a, b, text) => {
        const [inA, inB] = [matches(a, text), matches(b, text)];
        expect(matches(not(not(a)), text)).toBe(inA);
        expect(matches(both([a, b]), text)).toBe(inA && inB);
        expect(matches(not(both([a, b])), text)).toBe(matches(either([not(a), not(b)]), text));
        expect(matches(not(either([a, b])), text)).toBe(matches(both([not(a), not(b)]), text));
      }),
      { numRuns: 500 },
    );
  });

  it('near does not mind which comes first, and a wider one finds what a narrower one does', () => {
    fc.assert(
      fc.property(term, term, fc.nat(10), fc.nat(10), texts, (a, b, within, more, text) => {
        const found = matches({ kind: 'near', within, sides: [[a], [b]] }, text);
        expect(matches({ kind: 'near', within, sides: [[b], [a]] }, text)).toBe(found);
        if (!found) return;
        expect(matches({ kind: 'near', within: within + more, sides: [[a], [b]] }, text)).toBe(
          true,
        );
        expect(matches(both([a, b]), text)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('near agrees with looking at every pair', () => {
    const gapWithin = (text: string, a: string, b: string, within: number): boolean => {
      const at = (word: string): number[] =>
        [...text].flatMap((_, index) => (text.startsWith(word, index) ? [index] : []));
      return at(a).some((x) =>
        at(b).some((y) => (x <= y ? y - x - a.length : x - y - b.length) <= within),
      );
    };
    const letters = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 12 });
    const word = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 1, maxLength: 2 });
    fc.assert(
      fc.property(letters, word, word, fc.nat(5), (text, a, b, within) => {
        const sides: [Term[], Term[]] = [[{ kind: 'term', text: a }], [{ kind: 'term', text: b }]];
        expect(matches({ kind: 'near', within, sides }, text)).toBe(gapWithin(text, a, b, within));
      }),
      { numRuns: 1000 },
    );
  });

  it('reading never throws, and what it marks is in the text', () => {
    const scraps = fc
      .array(fc.constantFrom(...WORDS, '(', ')', 'or', 'not', '!', '|', '"', '“', ' ', 'near'), {
        maxLength: 30,
      })
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), scraps), texts, (rule, text) => {
        const parsed = parseRule(rule);
        if (!parsed.ok) {
          expect(parsed.problems.length).toBeGreaterThan(0);
          for (const { from, to } of parsed.problems)
            expect(from <= to && to <= rule.length).toBe(true);
          return;
        }
        if (parsed.rule === null) return;
        let end = 0;
        for (const { from, to } of marksOf(parsed.rule, text)) {
          expect(from >= end && to > from && to <= text.length).toBe(true);
          end = to;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('a long text takes a moment, whatever the rule', () => {
    const text = '停水'.repeat(2_500);
    const rule = read('(停 or 水 or 停水 or 水停) near/0 (甲 or 乙 or 丙)');
    const begun = performance.now();
    expect(matches(rule, text)).toBe(false);
    expect(performance.now() - begun).toBeLessThan(500);
  });
});
