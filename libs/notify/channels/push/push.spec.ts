import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeBrowser, pushService, vapidClaims } from '../../testing/fake-browser.js';
import { FakeServer } from '../../testing/fake-server.js';
import { AT_THREE, aMessage } from '../../testing/office.js';
import type { OutgoingMessage } from '../channel.js';
import { encryptForPush } from './encrypt.js';
import { PushChannel } from './push-channel.js';
import { openVapidKeys } from './vapid.js';
import type { VapidKeys } from './vapid.js';

let folder: string;
let keys: VapidKeys;
let service: FakeServer;
const browser = new FakeBrowser();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mb-push-'));
  keys = openVapidKeys(folder);
  service = await FakeServer.open(pushService(keys.publicKey));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await service.close();
});

const send = (message: OutgoingMessage = aMessage(), to?: string, services?: string[]) =>
  new PushChannel(
    { subject: 'mailto:duty@qingyuan.gov.cn', services: services ?? [service.origin] },
    keys,
    300,
  ).send(to ?? browser.addressAt(`${service.origin}/send/1`), message, AT_THREE);

describe('encryption for web push', () => {
  it('gives the bytes of the example in RFC 8291, section 5 and appendix A', () => {
    const sealed = encryptForPush(
      Buffer.from('When I grow up, I want to be a watermelon'),
      {
        p256dh:
          'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
        auth: 'BTBZMqHH6r4Tts7J_aSIgg',
      },
      {
        privateKey: Buffer.from('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw', 'base64url'),
        salt: Buffer.from('DGv6ra1nlYgDCS1FRnbzlw', 'base64url'),
      },
    );
    expect(Buffer.from(sealed).toString('base64url')).toBe(
      'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6Tlz' +
        'AC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
    );
  });
});

describe('a push notification', () => {
  it('is readable for the browser alone, and says who sent it', async () => {
    expect(await send()).toEqual({ state: 'delivered' });
    const { headers, bytes, method } = service.only;
    expect(method).toBe('POST');
    expect(JSON.parse(browser.read(bytes))).toEqual({
      id: AT_THREE.deliveryId,
      title: '重大 · QY-2026-0042 学校食堂午餐异味',
      body: '已 15 分钟无人签收。',
      link: 'https://mb.example/incidents/42',
      ackLink: 'https://mb.example/ack/tok_1',
    });
    expect(headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-encoding': 'aes128gcm',
      ttl: '14400',
      urgency: 'high',
      topic: expect.stringMatching(/^[A-Za-z0-9_-]{32}$/),
    });
    expect(vapidClaims(headers.authorization ?? '')).toEqual({
      publicKey: keys.publicKey,
      // Twelve hours after 1771009200.
      claims: {
        aud: service.origin,
        exp: 1_771_052_400,
        sub: 'mailto:duty@qingyuan.gov.cn',
      },
    });
  });

  it('is cut to what a push service must take', async () => {
    const items = Array.from({ length: 80 }, (_, index) => ({
      title: `第 ${index} 件：${'很'.repeat(40)}`,
      link: 'https://mb.example/1',
    }));
    expect(await send(aMessage({ items }))).toEqual({ state: 'delivered' });
    expect(service.only.bytes.length).toBeLessThanOrEqual(4_096);
    expect(browser.read(service.only.bytes)).toMatch(/另有 \d+ 项/);
  });

  it.each([404, 410])('finds with %i that the browser is gone', async (status) => {
    service.react = () => ({ status });
    expect(await send()).toMatchObject({ state: 'failed', code: 'gone', retry: false });
  });

  it('under another key than the browser subscribed with is refused', async () => {
    service.react = pushService('another');
    expect(await send()).toMatchObject({
      ...{ state: 'failed', code: 'rejected', retry: false },
      reason: expect.stringContaining('403: {"reason":"BadJwtToken"}'),
    });
  });

  it('goes to push services alone, not wherever a subscription says', async () => {
    expect(await send(aMessage(), undefined, ['https://*.push.apple.com'])).toMatchObject({
      ...{ state: 'failed', code: 'bad-address', retry: false },
    });
    expect(service.heard).toEqual([]);
  });

  it.each([
    '',
    '{}',
    '{"endpoint":"https://fcm.googleapis.com/1","keys":{"p256dh":"x","auth":"y"}}',
  ])('to %j, which is no subscription, is not sent', async (to) => {
    expect(await send(aMessage(), to)).toMatchObject({ code: 'bad-address', retry: false });
  });

  it('to a key that is no point of the curve is not sent', async () => {
    const to = JSON.stringify({
      endpoint: `${service.origin}/1`,
      keys: { p256dh: `B${'A'.repeat(86)}`, auth: 'A'.repeat(22) },
    });
    expect(await send(aMessage(), to)).toMatchObject({ code: 'bad-address', retry: false });
  });
});

describe('the keys for web push', () => {
  it('are made once, for the eyes of the service alone', () => {
    expect(openVapidKeys(folder).publicKey).toBe(keys.publicKey);
    expect(keys.publicKey).toMatch(/^B[A-Za-z0-9_-]{86}$/);
    expect(statSync(join(folder, 'push-key.json')).mode & 0o777).toBe(0o600);
  });

  it('that cannot be read stop the start rather than being made anew', () => {
    writeFileSync(join(folder, 'push-key.json'), 'broken');
    expect(() => openVapidKeys(folder)).toThrow(/push-key.json does not hold the keys/);
  });
});
