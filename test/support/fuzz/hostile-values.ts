import type { Random } from '../random.js';

/** Stands in a body for text that JSON.stringify would not write; `asText` puts it in. */
const RAW = '@@raw:';

const raw = (text: string): string => `${RAW}${text}@@`;

/** JSON text of a value, with its raw parts as they are. */
export const asText = (value: unknown): string =>
  JSON.stringify(value).replaceAll(/"@@raw:(.*?)@@"/g, (_, text: string) =>
    text.replaceAll('\\\\', '\\').replaceAll('\\"', '"'),
  );

const NUMBERS = [
  ...[-1, 0, 0.5, -0, 1e21, -1e21, 2 ** 31, 2 ** 53, 2 ** 63],
  raw('1e400'),
  raw('-1e400'),
  raw('9007199254740993'),
  raw(`1${'0'.repeat(400)}`),
];

const TEXTS = [
  ...['', ' ', '\t\n', '\u0000', 'a\u0000b', '\ud800', 'x\udc00y', '\u202e', '\ufeff', '\uffff'],
  raw('"\\ud83d"'),
  '长'.repeat(300),
  '长'.repeat(30_000),
  '😀'.repeat(5_000),
  ...['null', 'undefined', 'NaN', 'true', '[object Object]', '{}', '0x10', '１２３'],
  ...["' OR 1=1 --", '"; DROP TABLE users; --', '${7*7}', '{{7*7}}', '%s%n', '../../etc/passwd'],
  ...[
    '<script>alert(1)</script>',
    'javascript:alert(1)',
    'http://',
    'ftp://x',
    'http://[::1',
    '//x',
  ],
];

const TIMES = [
  ...['yesterday', '2026-03-02', '2026-03-02T09:00:00', '2026-02-30T00:00:00Z'],
  ...['2026-13-01T00:00:00Z', '2026-03-02T25:00:00+08:00', '2026-03-02T23:59:60Z'],
  ...['0000-00-00T00:00:00Z', '0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z'],
  ...['-271821-04-20T00:00:00Z', '+275760-09-13T00:00:00.001Z', '99999-01-01T00:00:00Z'],
  ...['2026-03-02T09:00:00+99:99', '2026-03-02T09:00:00+24:00', '2026-03-02T09:00:00.9999999999Z'],
];

export const IDS = [
  ...['x', '0', '-1', 'null', '__proto__', 'constructor', 'toString'],
  '00000000-0000-0000-0000-000000000000',
  'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
  '{019a0000-0000-7000-8000-000000000000}',
  '019a0000000070008000000000000000',
  "019a0000-0000-7000-8000-00000000000'",
];

const deep = (levels: number, open: string, close: string): string =>
  raw(open.repeat(levels) + close.repeat(levels));

const SHAPES: readonly unknown[] = [
  ...[null, true, false, [], [[]], {}, [null], [{}], { length: 1 }, { toString: 1 }],
  raw('{"__proto__":{"admin":true}}'),
  raw('{"constructor":{"prototype":{"admin":true}}}'),
  { $ne: null },
  Array.from({ length: 2_000 }, (_, index) => index),
  Array.from({ length: 300 }, () => ({})),
  deep(40, '[', ']'),
  deep(5_000, '[', ']'),
  deep(5_000, '{"a":', '').replace('@@', '1@@'),
];

/** A value that has no business where it is put. A copy, since the next way to spoil may change it. */
export const hostileValue = (random: Random): unknown =>
  structuredClone(random.one(random.one<readonly unknown[]>([NUMBERS, TEXTS, TIMES, IDS, SHAPES])));

/** A name that no body of ours has. */
export const hostileName = (random: Random): string =>
  random.one([
    ...['extra', '', ' ', 'a.b', 'a[b]', '0', '\u0000', '\ud800', '$where', 'likelihood.spread'],
    ...['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf', 'then'],
    'n'.repeat(10_000),
  ]);
