import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SmsConfig } from '../core/channels-config.js';
import { FakeServer } from '../testing/fake-server.js';
import { AT_THREE, aMessage } from '../testing/office.js';
import type { OutgoingMessage } from './channel.js';
import { SmsChannel } from './sms-channel.js';

let gateway: FakeServer;
beforeEach(async () => {
  gateway = await FakeServer.open(() => ({ status: 200, body: '{"code":"0","msg":"ok"}' }));
});
afterEach(() => gateway.close());

function send(changes: Partial<SmsConfig> = {}, message: OutgoingMessage = aMessage()) {
  const config: SmsConfig = {
    method: 'POST',
    url: `${gateway.origin}/send`,
    headers: { Authorization: 'Bearer {{secret}}' },
    format: 'json',
    body: '{"mobile":"{{to}}","content":"{{text}}","id":"{{ id }}"}',
    secret: 's3cret',
    success: { status: [200], pointer: '/code', equals: 0 },
    maxLength: 500,
    ...changes,
  };
  return new SmsChannel(config, 300).send('+86 138-0000-1111', message, AT_THREE);
}

describe('a short message', () => {
  it('is written into the JSON of the gateway, byte for byte', async () => {
    const title = '家长称"变质"\\ {{to}}';
    expect(await send({}, aMessage({ title, text: '', ackLink: null }))).toEqual({
      state: 'delivered',
    });
    expect(gateway.only.headers).toMatchObject({
      authorization: 'Bearer s3cret',
      'content-type': 'application/json; charset=utf-8',
    });
    expect(gateway.only.body).toBe(
      '{"mobile":"+8613800001111","content":"重大 · 家长称\\"变质\\"\\\\ {{to}} 查看 https://mb.example/incidents/42",' +
        '"id":"019c5a3e-0000-7000-8000-000000000001"}',
    );
  });

  it('is written into a form', async () => {
    const body = 'phone={{to}}&text={{text}}';
    const message = aMessage({ title: 'a&b=c+d', text: '', link: null, severity: null });
    expect(await send({ format: 'form', body }, message)).toEqual({ state: 'delivered' });
    expect(gateway.only.headers['content-type']).toBe(
      'application/x-www-form-urlencoded; charset=utf-8',
    );
    expect(gateway.only.body).toBe(
      'phone=%2B8613800001111&text=a%26b%3Dc%2Bd%20%E7%AD%BE%E6%94%B6%20https%3A%2F%2Fmb.example%2Fack%2Ftok_1',
    );
  });

  it('is written into the address of a gateway that is asked by GET', async () => {
    const url = `${gateway.origin}/send?to={{to}}&text={{text}}&key={{secret}}`;
    expect(await send({ method: 'GET', url, body: null })).toEqual({ state: 'delivered' });
    const { method, url: asked, bytes } = gateway.only;
    expect([method, bytes.length]).toEqual(['GET', 0]);
    expect(Object.fromEntries(asked.searchParams)).toEqual({
      to: '+8613800001111',
      text: '重大 · QY-2026-0042 学校食堂午餐异味 已 15 分钟无人签收。 签收 https://mb.example/ack/tok_1 查看 https://mb.example/incidents/42',
      key: 's3cret',
    });
  });

  it('is cut to the characters that an SMS holds, and keeps its link', async () => {
    const message = aMessage({ text: '很'.repeat(600), link: null });
    await send({ maxLength: 70 }, message);
    const { content } = JSON.parse(gateway.only.body) as { content: string };
    expect([...content].length).toBe(70);
    expect(content).toMatch(
      /^重大 · QY-2026-0042 学校食堂午餐异味 很+… 签收 https:\/\/mb\.example\/ack\/tok_1$/,
    );
  });

  it('that the gateway refuses with 200 has failed, in its words', async () => {
    gateway.react = () => ({ status: 200, body: '{"code":"1007","msg":"余额不足"}' });
    expect(await send()).toMatchObject({
      ...{ state: 'failed', code: 'rejected', retry: false },
      reason: expect.stringContaining('answered /code = 1007: {"code":"1007","msg":"余额不足"}'),
    });
  });

  it('that is answered by something else has failed', async () => {
    gateway.react = () => ({ status: 200, body: '<html>' });
    expect(await send()).toMatchObject({ state: 'failed', retry: false });
  });

  it('is sent when the status is all that the gateway says', async () => {
    gateway.react = () => ({ status: 204 });
    const success = { status: [204], pointer: null, equals: null };
    expect(await send({ success })).toEqual({ state: 'delivered' });
    expect(await send()).toMatchObject({ state: 'failed', code: 'rejected' });
  });
});
