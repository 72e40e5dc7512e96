import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { dingtalkRobot, feishuRobot, wecomRobot } from '../../testing/fake-robots.js';
import { FakeServer } from '../../testing/fake-server.js';
import type { Reaction } from '../../testing/fake-server.js';
import { AT_THREE, aMessage } from '../../testing/office.js';
import type { OutgoingMessage } from '../channel.js';
import { RobotChannel } from './robot-channel.js';
import type { RobotKind } from '../../core/channels-config.js';

const KEY = '693a91f6-7aoc-4bc4-97a0-0ec2sifa5aaa';
const SECRETS = { wecom: null, dingtalk: 'SEC240d7bb4c0bafc62', feishu: 'nIMtb7r3N9pkXyXdtAbx6e' };
const PATHS = {
  wecom: `/cgi-bin/webhook/send?key=${KEY}`,
  dingtalk: '/robot/send?access_token=566cc69da782ec',
  feishu: '/open-apis/bot/v2/hook/5e3d587e',
};

let vendor: FakeServer;
beforeEach(async () => {
  vendor = await FakeServer.open();
});
afterEach(() => vendor.close());

function send(kind: RobotKind, to = 'group', message: OutgoingMessage = aMessage()) {
  const robot = { kind, url: vendor.origin + PATHS[kind], secret: SECRETS[kind] };
  return new RobotChannel(kind, new Map([['group', robot]]), 300).send(to, message, AT_THREE);
}

const answers = (body: object, status = 200): Reaction => ({ status, body: JSON.stringify(body) });

describe('a WeCom robot', () => {
  it('is told in Markdown, byte for byte', async () => {
    vendor.react = wecomRobot(KEY);
    expect(await send('wecom')).toEqual({ state: 'delivered' });
    expect(vendor.only.method).toBe('POST');
    expect(vendor.only.url.pathname + vendor.only.url.search).toBe(PATHS.wecom);
    expect(vendor.only.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(vendor.only.body).toBe(
      '{"msgtype":"markdown","markdown":{"content":"**重大 · QY-2026-0042 学校食堂午餐异味**\\n' +
        '已 15 分钟无人签收。\\n[签收](https://mb.example/ack/tok_1)\\n[查看](https://mb.example/incidents/42)"}}',
    );
  });

  it('mentions somebody by mobile number, which only plain text can', async () => {
    vendor.react = wecomRobot(KEY);
    expect(await send('wecom', 'group/+8613800001111')).toEqual({ state: 'delivered' });
    expect(vendor.only.body).toBe(
      '{"msgtype":"text","text":{"content":"重大 · QY-2026-0042 学校食堂午餐异味\\n已 15 分钟无人签收。\\n' +
        '签收 https://mb.example/ack/tok_1\\n查看 https://mb.example/incidents/42",' +
        '"mentioned_mobile_list":["13800001111"]}}',
    );
  });

  it.each(['group', 'group/13800001111'])(
    'gets at %s no more than it takes, links first',
    async (to) => {
      vendor.react = wecomRobot(KEY);
      const message = aMessage({ text: '很长。'.repeat(2_000) });
      expect(await send('wecom', to, message)).toEqual({ state: 'delivered' });
      expect(vendor.only.body).toContain('…\\n');
      expect(vendor.only.body).toContain('https://mb.example/ack/tok_1');
      expect(vendor.only.body).toContain('https://mb.example/incidents/42');
    },
  );

  it.each(['group', 'group/13800001111'])('calls at %s nobody whom a title names', async (to) => {
    await send('wecom', to, aMessage({ title: '<@all> 快看 [这里](http://evil.example)' }));
    expect(vendor.only.body).not.toContain('<@');
    expect(vendor.only.body).not.toMatch(/markdown.*\[这里]/);
  });

  it('with a wrong key is refused for good', async () => {
    vendor.react = wecomRobot('another');
    expect(await send('wecom')).toMatchObject({
      ...{ state: 'failed', code: 'rejected', retry: false },
      reason: expect.stringMatching(/^127\.0\.0\.1:\d+ answered 93000: invalid webhook url/),
    });
  });
});

describe('a DingTalk robot', () => {
  it('is told in Markdown under its signature, byte for byte', async () => {
    vendor.react = dingtalkRobot(SECRETS.dingtalk, AT_THREE.now);
    expect(await send('dingtalk')).toEqual({ state: 'delivered' });
    // Of Python: quote_plus(b64encode(hmac.new(secret, f'{timestamp}\n{secret}', sha256).digest()))
    expect(vendor.only.url.search).toBe(
      '?access_token=566cc69da782ec&timestamp=1771009200000' +
        '&sign=sFRt6HVhIZ2aaLgGLpUDWiVv%2Fe6uA1YPfpqr72yIHUY%3D',
    );
    expect(vendor.only.body).toBe(
      '{"msgtype":"markdown","markdown":{"title":"重大 · QY-2026-0042 学校食堂午餐异味","text":' +
        '"**重大 · QY-2026-0042 学校食堂午餐异味**\\n\\n已 15 分钟无人签收。\\n\\n' +
        '[签收](https://mb.example/ack/tok_1)\\n\\n[查看](https://mb.example/incidents/42)"}}',
    );
  });

  it('mentions somebody in the list and in the text', async () => {
    await send('dingtalk', 'group/+8613800001111');
    expect(JSON.parse(vendor.only.body)).toMatchObject({
      markdown: { text: expect.stringMatching(/\n\n@13800001111$/) },
      at: { atMobiles: ['13800001111'], isAtAll: false },
    });
  });

  it('gets no more bytes than it takes, however they are written', async () => {
    vendor.react = dingtalkRobot(SECRETS.dingtalk, AT_THREE.now);
    const message = aMessage({ text: '"\n'.repeat(20_000) });
    expect(await send('dingtalk', 'group/13800001111', message)).toEqual({ state: 'delivered' });
    expect(vendor.only.bytes.length).toBeGreaterThan(18_500);
  });

  it('with a wrong secret is refused for good', async () => {
    vendor.react = dingtalkRobot('SECother', AT_THREE.now);
    expect(await send('dingtalk')).toMatchObject({
      ...{ state: 'failed', code: 'rejected', retry: false },
      reason: expect.stringContaining('310000: sign not match'),
    });
  });
});

describe('a Feishu robot', () => {
  it('is told in a post with its signature, byte for byte', async () => {
    vendor.react = feishuRobot(SECRETS.feishu, AT_THREE.now);
    expect(await send('feishu')).toEqual({ state: 'delivered' });
    // Of Python: b64encode(hmac.new(f'{timestamp}\n{secret}', b'', sha256).digest())
    expect(vendor.only.body).toBe(
      '{"timestamp":"1771009200","sign":"gHPvK48fSbBHhyC8983UWjuBd+NcDDpRsTY00aPsWJQ=","msg_type":"post",' +
        '"content":{"post":{"zh_cn":{"title":"重大 · QY-2026-0042 学校食堂午餐异味","content":[' +
        '[{"tag":"text","text":"已 15 分钟无人签收。"}],' +
        '[{"tag":"a","text":"签收","href":"https://mb.example/ack/tok_1"}],' +
        '[{"tag":"a","text":"查看","href":"https://mb.example/incidents/42"}]]}}}}',
    );
  });

  it('speaks English to those who read English, and mentions by Open ID', async () => {
    await send('feishu', 'group/ou_18eac8', aMessage({ locale: 'en' }));
    const body = JSON.parse(vendor.only.body) as {
      content: { post: { en_us: { content: unknown[] } } };
    };
    expect(body.content.post.en_us.content.slice(1)).toEqual([
      [{ tag: 'a', text: 'Acknowledge', href: 'https://mb.example/ack/tok_1' }],
      [{ tag: 'a', text: 'Open', href: 'https://mb.example/incidents/42' }],
      [{ tag: 'at', user_id: 'ou_18eac8' }],
    ]);
  });

  it('gets no more bytes than it takes', async () => {
    vendor.react = feishuRobot(SECRETS.feishu, AT_THREE.now);
    const items = Array.from({ length: 500 }, (_, index) => ({
      title: `第 ${index} 件事`,
      link: `https://mb.example/incidents/${index}`,
    }));
    expect(await send('feishu', 'group', aMessage({ items }))).toEqual({ state: 'delivered' });
    expect(vendor.only.body).toMatch(/另有 \d+ 项/);
  });

  it('with a wrong secret is refused for good', async () => {
    vendor.react = feishuRobot('other', AT_THREE.now);
    expect(await send('feishu')).toMatchObject({
      ...{ state: 'failed', code: 'rejected', retry: false },
      reason: expect.stringContaining('19021: sign match fail'),
    });
  });
});

describe('what a robot answers', () => {
  it.each<[RobotKind, object, number, object]>([
    ['wecom', { errcode: 45009, errmsg: 'api freq out of limit' }, 200, { retryAfterMs: 60_000 }],
    ['dingtalk', { errcode: 130101, errmsg: 'send too fast' }, 200, { retryAfterMs: 600_000 }],
    ['dingtalk', { errcode: 660026, errmsg: '发送频率过快' }, 200, { retryAfterMs: 60_000 }],
    ['feishu', { code: 11232, msg: 'frequency limited psm[x]' }, 200, { retryAfterMs: 60_000 }],
    ['feishu', { code: 9499, msg: 'too many request' }, 400, { retryAfterMs: 60_000 }],
  ])('%s: %j with %i is a limit, tried again later', async (kind, body, status, wait) => {
    vendor.react = () => answers(body, status);
    expect(await send(kind)).toMatchObject({
      ...{ state: 'failed', code: 'rate-limited', retry: true },
      ...wait,
    });
  });

  it.each<[RobotKind, object]>([
    ['dingtalk', { errcode: 310000, errmsg: '关键词不匹配; keywords not in content' }],
    ['feishu', { code: 19024, msg: 'Key Words Not Found' }],
    ['feishu', { code: 9499, msg: 'Bad Request' }],
    ['wecom', { errcode: 40058, errmsg: 'exceed max length' }],
    ['wecom', { unexpected: true }],
  ])('%s: %j is final', async (kind, body) => {
    vendor.react = () => answers(body);
    expect(await send(kind)).toMatchObject({ state: 'failed', code: 'rejected', retry: false });
  });

  it('is passing trouble when they say that they are busy', async () => {
    vendor.react = () => answers({ errcode: -1, errmsg: 'system busy' });
    expect(await send('wecom')).toMatchObject({ state: 'failed', retry: true });
  });

  it('counts what the platform asks for when it says how long', async () => {
    vendor.react = () => ({
      status: 429,
      headers: { 'x-ogw-ratelimit-reset': '52' },
      body: '{"code":99991400,"msg":"request trigger frequency limit"}',
    });
    expect(await send('feishu')).toMatchObject({ retry: true, retryAfterMs: 52_000 });
  });

  it('is not mistaken for the page of a sign-in that answers 200 to everything', async () => {
    vendor.react = () => ({ status: 200, body: '<html>sign in</html>' });
    expect(await send('dingtalk')).toMatchObject({ state: 'failed', retry: false });
  });
});

describe('an address', () => {
  it.each<[RobotKind, string]>([
    ['wecom', 'nobody'],
    ['wecom', 'group/li.hua'],
    ['feishu', 'group/+8613800001111'],
  ])('%s %s that cannot be right is never sent to', async (kind, to) => {
    expect(await send(kind, to)).toMatchObject({
      ...{ state: 'failed', code: 'bad-address', retry: false },
    });
    expect(vendor.heard).toEqual([]);
  });
});
