import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CHANNEL_NAMES } from '../core/channel-name.js';
import type { ChannelName } from '../core/channel-name.js';
import type { ChannelsConfig, RobotConfig } from '../core/channels-config.js';
import { FakeBrowser } from '../testing/fake-browser.js';
import { FakeServer, deadOrigin } from '../testing/fake-server.js';
import { AT_THREE, aMessage, anOffice } from '../testing/office.js';
import type { SendResult } from './channel.js';
import { openChannels } from './index.js';

const SECRET = 'Zo1hHxUFgeheimnis-0123456789';
const OVER_HTTP = CHANNEL_NAMES.filter((name) => name !== 'email');

let dataDir: string;
let other: FakeServer;
const browser = new FakeBrowser();

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'mb-channels-'));
});
afterAll(() => rmSync(dataDir, { recursive: true }));
beforeEach(async () => {
  other = await FakeServer.open();
});
afterEach(() => other.close());

/** An office that has everything, all of it at one address. */
function officeAt(origin: string): ChannelsConfig {
  const url = `${origin}/hook?key=${SECRET}`;
  const robot = (kind: RobotConfig['kind']): [string, RobotConfig] => [
    kind,
    { kind, url, secret: kind === 'wecom' ? null : SECRET },
  ];
  return anOffice({
    robots: new Map([robot('wecom'), robot('dingtalk'), robot('feishu')]),
    webhook: { url, secret: SECRET },
    sms: {
      ...{ method: 'POST', url, headers: { 'X-Key': '{{secret}}' }, format: 'json' },
      ...{ body: '{"to":"{{to}}","text":"{{text}}"}', secret: SECRET, maxLength: 70 },
      success: { status: [200], pointer: null, equals: null },
    },
    push: { subject: 'mailto:duty@qingyuan.gov.cn', services: [origin] },
  });
}

function send(name: ChannelName, origin = other.origin): Promise<SendResult> {
  const options = { dataDir, publicUrl: null, timeoutMs: 200 };
  const channel = openChannels(officeAt(origin), options).get(name);
  if (channel === undefined) throw new Error(`${name} is not open`);
  const to = name === 'push' ? browser.addressAt(`${origin}/${SECRET}`) : name;
  return channel.send(to, aMessage(), AT_THREE);
}

describe.each(OVER_HTTP)('%s, when the other side', (name) => {
  it('answers 503, may be tried again', async () => {
    other.react = () => ({ status: 503, body: 'upstream' });
    expect(await send(name)).toMatchObject({ state: 'failed', code: 'server-error', retry: true });
  });

  it('answers 429, is tried again when it says', async () => {
    other.react = () => ({ status: 429, headers: { 'retry-after': '7' } });
    expect(await send(name)).toMatchObject({
      ...{ state: 'failed', code: 'rate-limited', retry: true, retryAfterMs: 7_000 },
    });
  });

  it('answers 403, has failed for good', async () => {
    other.react = () => ({ status: 403 });
    expect(await send(name)).toMatchObject({ state: 'failed', code: 'rejected', retry: false });
  });

  it('sends elsewhere, does not carry the message there', async () => {
    other.react = ({ url }) =>
      url.pathname === '/elsewhere'
        ? { status: 200, body: '{"errcode":0,"code":0}' }
        : { status: 307, headers: { location: '/elsewhere' } };
    expect(await send(name)).toMatchObject({ state: 'failed', code: 'rejected', retry: false });
    expect(other.heard).toHaveLength(1);
  });

  it('is not there, has sent nothing and may be tried again', async () => {
    expect(await send(name, await deadOrigin())).toMatchObject({
      ...{ state: 'failed', code: 'unreachable', retry: true },
      reason: expect.stringContaining('ECONNREFUSED'),
    });
  });

  it('takes the message and never answers, is in doubt', async () => {
    other.react = () => 'hang';
    expect(await send(name)).toMatchObject({
      ...{ state: 'in-doubt', reason: expect.stringContaining('did not answer in time') },
    });
    expect(other.heard).toHaveLength(1);
  });

  it('takes the message and breaks the connection, is in doubt', async () => {
    other.react = () => 'cut';
    expect(await send(name)).toMatchObject({ state: 'in-doubt' });
    expect(other.heard).toHaveLength(1);
  });

  it('fails in any way, does not give away a secret', async () => {
    const reactions = [{ status: 400 }, { status: 500 }, 'hang', 'cut'] as const;
    for (const reaction of reactions) {
      other.react = () => reaction;
      expect(JSON.stringify(await send(name))).not.toContain(SECRET);
    }
  });

  it('is asked over a connection of its own', async () => {
    await send(name);
    expect(other.only.headers.connection).toBe('close');
  });
});

describe('what is not set up', () => {
  it('is not there to send with', () => {
    expect(openChannels(anOffice(), { dataDir, publicUrl: null }).size).toBe(0);
    expect([...openChannels(officeAt('http://a'), { dataDir, publicUrl: null }).keys()]).toEqual([
      ...['wecom', 'dingtalk', 'feishu', 'webhook', 'sms', 'push'],
    ]);
  });
});
