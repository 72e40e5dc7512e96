import { describe, expect, test } from '@jest/globals';
import { paramSchema } from './declaration.js';
import { readParams } from './params.js';
import { tinyDefinition } from '../testing/tiny.js';

const label = { zh: '项', en: 'Field' };
const item = {
  title: { type: 'text', label, required: true, max: 5 },
  dueAt: { type: 'time', label },
};

function read(rule: Record<string, unknown>, value: unknown) {
  const rules = { x: paramSchema.parse({ label, ...rule }) };
  return readParams(tinyDefinition(), rules, { x: value });
}

const good: [Record<string, unknown>, unknown][] = [
  [{ type: 'text', max: 3 }, '水 厂'],
  [{ type: 'text' }, ''],
  [{ type: 'text', format: 'link' }, ''],
  [{ type: 'text', format: 'link' }, 'https://例子.cn/a?b=1'],
  [{ type: 'enum', values: ['a'] }, 'a'],
  [{ type: 'id' }, '0190f1e2-7c1e-7abc-8def-0123456789ab'],
  [{ type: 'time' }, 1_767_225_600_000],
  [{ type: 'number', min: 0.5 }, 0.5],
  [{ type: 'number', integer: true, max: 5 }, 5],
  [{ type: 'boolean', required: true }, false],
  [{ type: 'clock' }, 'answer'],
  [{ type: 'ids', max: 2 }, ['a', 'b']],
  [{ type: 'list', item }, [{ title: 'a', dueAt: 5 }, { title: 'b' }]],
];

const bad: [Record<string, unknown>, unknown, string][] = [
  [{ type: 'text', required: true }, undefined, 'param.required x'],
  [{ type: 'text', required: true }, '  ', 'param.required x'],
  // Characters that show nothing: an ideographic space, a joiner, a filler, a blank of Braille.
  [{ type: 'text', required: true }, '\u3000\u200d\u3164\u2800', 'param.required x'],
  [{ type: 'text', format: 'link' }, 'javascript:alert(1)', 'param.link x'],
  [{ type: 'text', format: 'link' }, 'http://', 'param.link x'],
  [{ type: 'text' }, 5, 'param.type x'],
  [{ type: 'text', max: 3 }, 'long', 'param.range x'],
  [{ type: 'text', min: 2 }, 'a', 'param.range x'],
  [{ type: 'text' }, 'a\0b', 'param.unreadable x'],
  [{ type: 'text' }, 'a\ud800', 'param.unreadable x'],
  [{ type: 'enum', values: ['a'] }, 'b', 'param.choice x'],
  [{ type: 'enum', values: ['a'] }, ['a'], 'param.choice x'],
  [{ type: 'id' }, '', 'param.type x'],
  [{ type: 'id' }, 'a b', 'param.type x'],
  [{ type: 'id' }, 'a'.repeat(65), 'param.type x'],
  [{ type: 'time' }, '2026-01-01T00:00:00Z', 'param.type x'],
  [{ type: 'time' }, 9e15, 'param.type x'],
  [{ type: 'number' }, Number.NaN, 'param.type x'],
  [{ type: 'number', integer: true }, 1.5, 'param.type x'],
  [{ type: 'number', min: 1, max: 5 }, 6, 'param.range x'],
  [{ type: 'boolean' }, 'true', 'param.type x'],
  [{ type: 'clock' }, 'cuckoo', 'param.choice x'],
  [{ type: 'ids' }, 'a', 'param.type x'],
  [{ type: 'ids' }, ['a', 5], 'param.type x'],
  [{ type: 'ids', max: 1 }, ['a', 'b'], 'param.range x'],
  [{ type: 'ids', required: true }, [], 'param.required x'],
  [{ type: 'list', item }, {}, 'param.type x'],
  [{ type: 'list', item, max: 1 }, [{ title: 'a' }, { title: 'b' }], 'param.range x'],
  [{ type: 'list', item, required: true }, [], 'param.required x'],
  [{ type: 'list', item }, ['a'], 'param.type x.0'],
  [{ type: 'list', item }, [{ title: 'a' }, { dueAt: 1 }], 'param.required x.1.title'],
  [{ type: 'list', item }, [{ title: 'toolong' }], 'param.range x.0.title'],
  [{ type: 'list', item }, [{ title: 'a', size: '9' }], 'param.unknown x.0.size'],
  [{ type: 'list', item }, [{ title: 'a', id: 9 }], 'param.type x.0.id'],
];

describe('a parameter', () => {
  test.each(good)('%j takes %j', (rule, value) => {
    expect(read(rule, value)).toMatchObject({ reasons: [], values: { x: value } });
  });

  test.each(bad)('%j refuses %j: %s', (rule, value, line) => {
    const { reasons, values, faulty } = read(rule, value);
    expect(reasons.map(({ code, path }) => `${code} ${path ?? ''}`)).toEqual([line]);
    expect(values).toEqual({});
    expect([...faulty]).toEqual(['x']);
  });

  test('that is not given is left out', () => {
    expect(read({ type: 'text' }, null)).toMatchObject({ reasons: [], values: {} });
  });

  test.each(['y', 'constructor', 'toString'])('that nobody declared (%s) is named', (name) => {
    const { reasons } = readParams(tinyDefinition(), {}, { [name]: 1 });
    expect(reasons).toMatchObject([{ code: 'param.unknown', path: name }]);
  });

  test.each<[Record<string, unknown>, number, string, string]>([
    [{ min: 1, max: 5 }, 6, '在 1 到 5 之间', 'between 1 and 5'],
    [{ max: 5 }, 6, '不超过 5', 'at most 5'],
    [{ min: 7 }, 6, '不少于 7', 'at least 7'],
  ])('says what is allowed: %j', (range, value, zh, en) => {
    const [reason] = read({ type: 'number', ...range }, value).reasons;
    expect(reason?.message).toEqual({ zh: `项须${zh}`, en: `Field must be ${en}` });
  });
});
