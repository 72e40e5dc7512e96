import { gzipSync } from 'node:zlib';
import type { Operation } from '../openapi.js';
import { fittingBody, fittingQuery } from './fitting-values.js';
import type { Surroundings } from './fitting-values.js';
import { IDS, asText, hostileName, hostileValue } from './hostile-values.js';

export interface HostileRequest {
  readonly method: string;
  path: string;
  readonly headers: Record<string, string>;
  body: Buffer | null;
}

type Fields = Record<string, unknown>;

const TEN_MB = 10 * 1024 * 1024;

/** A request that begins as a careful client would write it, and is then spoilt in one to three ways. */
export function hostileRequest(operation: Operation, around: Surroundings): HostileRequest {
  const { random } = around;
  const [[type, schema] = []] = Object.entries(operation.bodies);
  const json = schema !== undefined && type === 'application/json';
  const fields = json ? fittingBody(schema, around) : null;
  const ways = [
    ...(fields === null ? [] : [spoilField, spoilField, spoilField, addField, dropField]),
  ];
  const times = random.whole(1, 3);
  for (let time = 0; time < times && fields !== null && random.chance(0.7); time += 1) {
    random.one(ways)(fields, around);
  }
  const request: HostileRequest = {
    method: operation.method,
    path: pathOf(operation, around),
    headers: fields === null ? {} : { 'content-type': 'application/json' },
    body: fields === null ? null : Buffer.from(asText(fields)),
  };
  if (type === 'multipart/form-data') putFile(request, around);
  const spoilt = fields !== null && random.chance(0.6);
  if (!spoilt) random.one([spoilPath, spoilQuery, spoilHeaders, spoilText])(request, around);
  if (random.chance(0.1)) spoilHeaders(request, around);
  return request;
}

/** The object or array in which a random field of the body stands, and the field's name. */
function somewhere(fields: Fields, { random }: Surroundings): [Fields, string] {
  let holder = fields;
  for (;;) {
    const names = Object.keys(holder);
    const name = names.length === 0 ? 'nothing' : random.one(names);
    const inner = holder[name];
    if (typeof inner !== 'object' || inner === null || random.chance(0.3)) return [holder, name];
    holder = inner as Fields;
  }
}

function spoilField(fields: Fields, around: Surroundings): void {
  const [holder, name] = somewhere(fields, around);
  holder[name] = hostileValue(around.random);
}

function addField(fields: Fields, around: Surroundings): void {
  const [holder] = somewhere(fields, around);
  Object.defineProperty(holder, hostileName(around.random), {
    value: hostileValue(around.random),
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function dropField(fields: Fields, around: Surroundings): void {
  const [holder, name] = somewhere(fields, around);
  Reflect.deleteProperty(holder, name);
}

function pathOf({ path, query }: Operation, around: Surroundings): string {
  const { random, ids } = around;
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    name === 'name' ? 'incident' : random.one(ids),
  );
  const chosen = query.filter(({ required = false }) => random.chance(required ? 0.95 : 0.3));
  const pairs = chosen.map(
    ({ name, schema = {} }) => `${name}=${encodeURIComponent(fittingQuery(name, schema, around))}`,
  );
  return pairs.length === 0 ? filled : `${filled}?${pairs.join('&')}`;
}

const BROKEN_PATHS = ['%00', '%ED%A0%80', '%E0%A4%A', '%', '..%2f..', '%2e%2e', 'x'.repeat(5_000)];

/** Only what stands where a parameter does, so that it is still the same door. */
function spoilPath(request: HostileRequest, { random }: Surroundings): void {
  const bad = random.one([...IDS.map(encodeURIComponent), ...BROKEN_PATHS]);
  request.path = request.path.replace(/[0-9a-f-]{36}|(?<=workflows\/)incident/, bad);
}

function spoilQuery(request: HostileRequest, { random }: Surroundings): void {
  const names = [
    'limit',
    'cursor',
    'q',
    'state',
    'from',
    'sort',
    'mine',
    'overdue',
    'unitId',
    'to',
    'month',
    'position',
    'days',
  ];
  const name = random.one([...names, '__proto__', 'state[]', 'a[b][c]', 'toString', '']);
  const value = random.one([
    ...['', '0', '-1', '1e3', '1e400', 'NaN', ' ', '%00', '%ED%A0%80', '%', 'a%00b', 'true,false'],
    ...['2026-02-30T00:00:00Z', '99999-01-01T00:00:00Z', 'x'.repeat(5_000), '%25%5c_', '[]', '{}'],
    ...[
      '999999999999999_019a0000-0000-7000-8000-000000000000',
      '1_------------------------------------',
    ],
    Buffer.from('["\u0000","x"]').toString('base64url'),
    Buffer.from('["+275760-09-13T00:00:00.000Z","x"]').toString('base64url'),
    Buffer.from('[1,{}]').toString('base64url'),
  ]);
  const pair = `${name}=${value}`;
  request.path += `${request.path.includes('?') ? '&' : '?'}${pair}${random.chance(0.3) ? `&${pair}` : ''}`;
}

const HEADERS: readonly (readonly [string, string])[] = [
  ...[
    ...['text/plain', 'application/xml', 'application/json; charset=utf-16', 'x', ';;;', '/'],
    ...['application/json; charset=bogus', 'application/x-www-form-urlencoded'],
    ...['multipart/form-data', 'multipart/form-data; boundary=', 'multipart/form-data; boundary=x'],
  ].map((value) => ['content-type', value] as const),
  ...['gzip', 'br', 'deflate', 'zstd', 'bogus', 'gzip, gzip'].map(
    (value) => ['content-encoding', value] as const,
  ),
  ...['', ' ', 'a b', 'é', 'x'.repeat(300)].map((value) => ['idempotency-key', value] as const),
  ...['Bearer', 'Bearer a b', `Bearer ${'x'.repeat(4_000)}`, 'Basic eDp4', 'Bearer mbt_x'].map(
    (value) => ['authorization', value] as const,
  ),
  ...['%%%', 'mingbian_session=', 'mingbian_session=%00', `x=${'y'.repeat(4_000)}`].map(
    (value) => ['cookie', value] as const,
  ),
  ...['x', '1-', '99999999999999999999-99999999999999999999', '0-0'].map(
    (value) => ['last-event-id', value] as const,
  ),
  ...[
    ['accept', 'x/y;q=9'],
    ['accept-language', '*;;;'],
    ['x-request-id', '<script>'],
    ['x-forwarded-for', 'not, an, address'],
    ['range', 'bytes=9-1'],
    ['if-none-match', '"x'],
    ['origin', 'null'],
    ['sec-fetch-site', 'cross-site'],
    ['host', 'evil.example:99999'],
    ['x-http-method-override', 'DELETE'],
    ['expect', '100-continue'],
  ].map(([name = '', value = '']) => [name, value] as const),
];

function spoilHeaders(request: HostileRequest, { random }: Surroundings): void {
  const [name, value] = random.one(HEADERS);
  request.headers[name] = value;
  if (value === 'gzip' && request.body !== null && random.chance(0.5)) {
    // A small body that unfolds to ten megabytes.
    request.body = gzipSync(random.chance(0.2) ? Buffer.alloc(TEN_MB, '[') : request.body);
  }
}

/** What is sent is no JSON, or not what it seems. */
function spoilText(request: HostileRequest, { random }: Surroundings): void {
  if (request.body === null) {
    request.body = Buffer.from(random.one(['', '{', '{"a":1}', 'x']));
    request.headers['content-type'] = 'application/json';
    return;
  }
  const text = request.body.toString();
  request.body = random.one<() => Buffer>([
    () => Buffer.from(text.slice(0, random.whole(0, text.length))),
    () => Buffer.from(`${text}}`),
    () => Buffer.from(text.replaceAll('"', "'")),
    () => Buffer.from(`\ufeff${text}`),
    () => Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.from([0xff, 0xfe, 0x7d])]),
    () => Buffer.from(text, 'utf16le'),
    () => Buffer.from(text.replace('{', '{"title":"a","title":"b","expectedVersion":1,')),
    () => Buffer.from(text.replace('{', '{"__proto__":{"isAdmin":true},')),
    () =>
      Buffer.from(random.one(['null', '1', '"x"', '[]', '[{}]', 'true', '', ' ', 'NaN', '//x'])),
    () => Buffer.from('['.repeat(50_000) + ']'.repeat(50_000)),
    () => Buffer.from(`${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`),
    () => Buffer.alloc(random.chance(0.1) ? TEN_MB : 2_000, 'x'),
    () =>
      random.chance(0.1) ? Buffer.from(`{"title":"${'x'.repeat(TEN_MB)}"}`) : Buffer.from('{'),
  ])();
}

/** A multipart body with one file, whose name and content are odd. */
function putFile(request: HostileRequest, { random }: Surroundings): void {
  const name = random.one(['a.txt', '', '../x.txt', 'a\u0000.txt', 'x'.repeat(300), '"', '.txt']);
  const field = random.one(['file', 'file', 'file', 'other', '', '__proto__', 'file[0]']);
  const content = random.one(['hello', '', '\u0000', '\u0089PNG\r\n\u001a\n', 'x'.repeat(10_000)]);
  const end = random.one(['\r\n--edge--\r\n', '\r\n--edge--\r\n', '', '\r\n--edg']);
  request.headers['content-type'] = 'multipart/form-data; boundary=edge';
  request.body = Buffer.from(
    `--edge\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\n` +
      `Content-Type: text/plain\r\n\r\n${content}${end}`,
  );
}
