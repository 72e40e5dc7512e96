import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConfigFiles } from '#platform';
import { secretsBeside } from '../channels/secret-files.js';
import { channelsSchema } from './channels-config.js';
import { contactProblem } from './contact-problem.js';
import { resolveChannels } from './resolve-channels.js';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mb-config-'));
  writeFileSync(join(folder, 'secret.txt'), `${SECRET}\n`);
  writeFileSync(join(folder, 'two-lines.txt'), 'a\nb\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What is set up by this text; or its problems, as lines that name place and reason. */
function read(text: string) {
  writeFileSync(join(folder, 'channels.yaml'), text);
  const files = new ConfigFiles(folder);
  const document = files.readIfThere('channels.yaml', channelsSchema);
  const told = ({ line, message }: { line: number; message: string }) => `${line}: ${message}`;
  if (document === null) return { problems: files.problems.map(told) };
  const result = resolveChannels(document.value, secretsBeside(folder));
  if (result.ok) return { problems: [], channels: result.channels };
  return { problems: result.problems.map((p) => told(document.problemAt(p.path, p.message))) };
}

const shipped = readFileSync('config/channels.yaml', 'utf8');

describe('the shipped channels.yaml', () => {
  it('has everything off', () => {
    const { channels } = read(shipped);
    expect(channels).toEqual({
      ...{ email: null, robots: new Map(), webhook: null, sms: null, push: null, heartbeat: null },
      limits: { perMinute: 5, retriesMs: [30_000, 120_000, 600_000] },
    });
  });

  it('is right once everything is uncommented and its secrets are there', () => {
    for (const name of ['email-password', 'dingtalk-secret', 'sms-secret', 'webhook-secret']) {
      writeFileSync(join(folder, `${name}.txt`), SECRET);
    }
    const { problems, channels } = read(shipped.replace(/^#(?!#)/gm, ''));
    expect(problems).toEqual([]);
    expect([...(channels?.robots.keys() ?? [])]).toEqual(['duty-group', 'leaders']);
    expect(channels).toMatchObject({
      email: { port: 465, credentials: { password: SECRET } },
      sms: { secret: SECRET, success: { pointer: '/code', equals: 0 } },
      ...{ push: { services: expect.any(Array) }, webhook: { secret: SECRET } },
      heartbeat: { everyMs: 60_000 },
    });
  });
});

describe('channels.yaml', () => {
  it('may be missing in a folder of an earlier version, or empty of channels', () => {
    rmSync(join(folder, 'channels.yaml'), { force: true });
    const files = new ConfigFiles(folder);
    expect(files.readIfThere('channels.yaml', channelsSchema)?.value.robots).toEqual({});
    expect(files.problems).toEqual([]);
  });

  it.each<[string, string]>([
    ['fax: {}', '1: fax: Unrecognized key: "fax"'],
    ['limits: { retries: [PT0S] }', '1: limits.retries.0: "PT0S" is not a length of time'],
    ['limits: { retries: [P1M] }', '1: limits.retries.0: "P1M" is not a length of time'],
    ['robots:\n  a/b: { kind: wecom, url: "https://x" }', '2: robots.a/b: Invalid key in record'],
    ['robots:\n  duty:\n    kind: slack\n    url: https://x', '3: robots.duty.kind: '],
    ['robots:\n  duty:\n    kind: wecom\n    url: x', '4: robots.duty.url: must be an address'],
    [
      'robots:\n  duty: { kind: wecom, url: "https://x", secret: y }',
      '2: robots.duty: a WeCom robot has no secret; its key is part of the url',
    ],
    [
      'robots:\n  duty: { kind: feishu, url: "https://x", secret: y, secretFile: secret.txt }',
      '2: robots.duty.secretFile: give secret or secretFile, not both',
    ],
    ['webhook: { url: "https://x" }', '1: webhook: needs a secret or a secretFile'],
    ['webhook: { url: "https://x", secret: short }', '1: webhook: the secret must be whsec_'],
    ['webhook:\n  url: https://x\n  secretFile: none.txt', '3: webhook.secretFile: cannot read '],
    [
      'webhook:\n  url: https://x\n  secretFile: two-lines.txt',
      '3: webhook.secretFile: two-lines.txt must hold one line, the secret',
    ],
    [
      'email: { host: a, port: 25, secure: false, from: a@b, user: c }',
      '1: email: user and password belong together',
    ],
    [
      'email: { host: a, port: 25, secure: false, from: somebody }',
      '1: email.from: must be an address',
    ],
    ['push: { subject: "mailto:duty@localhost" }', '1: push.subject: must be mailto:'],
    ['push: { subject: "mailto: <duty@a.example>" }', '1: push.subject: must be mailto:'],
    ['sms: { url: "https://x", body: "{}" }', '1: sms: neither url nor body has {{to}}'],
    ['sms: { url: "https://x/{{to}}/{{text}}", body: "{" }', '1: sms.body: is not JSON'],
    ['sms: { url: "{{to}}{{text}}" }', '1: sms.url: must be an address'],
    ['sms: { url: "https://x{{to}}/{{text}}" }', '1: sms.url: must be an address'],
    [
      'sms: { url: "https://x/{{to}}/{{text}}/{{secret}}" }',
      '1: sms.url: nothing fills {{secret}}',
    ],
    [
      'sms:\n  url: https://x/{{to}}/{{text}}\n  headers: { X-Text: "{{text}}" }',
      '3: sms.headers.X-Text: nothing fills {{text}} here',
    ],
    [
      'sms: { url: "https://x/{{to}}/{{text}}", method: GET, format: form, body: a }',
      '1: sms.body: a GET has no body',
    ],
    [
      'sms: { url: "https://x/{{to}}/{{text}}", success: { pointer: /code } }',
      '1: sms.success: pointer and equals belong together',
    ],
    ['heartbeat: { url: nowhere }', '1: heartbeat.url: must be an address'],
  ])('that says %j is refused with line and reason', (text, problem) => {
    const { problems } = read(text);
    expect(problems).toHaveLength(problems[0]?.includes('{{to}}') === true ? 2 : 1);
    expect(problems[0]).toContain(problem);
  });
});

describe('a contact', () => {
  it.each([
    ['dingtalk', 'duty', null],
    ['dingtalk', 'duty/+8613800001111', null],
    ['dingtalk', 'lead', 'channels.yaml has no dingtalk robot called "lead"'],
    ['dingtalk', 'duty/li.hua', 'after the slash comes a mobile number'],
    ['feishu', 'lead/ou_18eac8', null],
    ['feishu', 'lead/13800001111', 'Feishu robots cannot mention by telephone number'],
    ['wecom', 'duty', 'wecom is not set up in channels.yaml'],
    ['email', 'li.hua@example.gov.cn', 'email is not set up in channels.yaml'],
  ] as const)('of %s, %s: %s', (channel, address, problem) => {
    const { channels } = read(
      'robots:\n  duty: { kind: dingtalk, url: "https://x" }\n  lead: { kind: feishu, url: "https://x" }',
    );
    const found = channels && contactProblem(channel, address, channels);
    if (problem === null) expect(found).toBeNull();
    else expect(found?.en).toContain(problem);
  });
});
