import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeServer } from '../testing/fake-server.js';
import { AT_THREE, aMessage } from '../testing/office.js';
import { WebhookChannel, webhookSignature } from './webhook-channel.js';

/** The example of the Standard Webhooks libraries. */
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

let other: FakeServer;
beforeEach(async () => {
  other = await FakeServer.open(() => ({ status: 202 }));
});
afterEach(() => other.close());

const send = () =>
  new WebhookChannel(
    { url: `${other.origin}/hooks`, secret: SECRET },
    'https://mb.example',
    300,
  ).send('li.hua', aMessage(), AT_THREE);

describe('a webhook', () => {
  it('is a CloudEvent in structured mode, signed, byte for byte', async () => {
    expect(await send()).toEqual({ state: 'delivered' });
    expect(other.only.headers).toMatchObject({
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'webhook-id': '019c5a3e-0000-7000-8000-000000000001',
      'webhook-timestamp': '1771009200',
      // Of Python: b64encode(hmac.new(b64decode('MfKQ…'), f'{id}.{timestamp}.{body}', sha256).digest())
      'webhook-signature': 'v1,3BINbHhTlbCmoKsNfZ22uPoz2ZM0x8DUhPM1qOCGF94=',
    });
    expect(other.only.body).toBe(
      '{"specversion":"1.0","id":"019c5a3e-0000-7000-8000-000000000001","source":"https://mb.example",' +
        '"type":"mingbian.notification","time":"2026-02-13T19:00:00.000Z","datacontenttype":"application/json",' +
        '"data":{"recipient":"li.hua","locale":"zh","severity":"重大","title":"QY-2026-0042 学校食堂午餐异味",' +
        '"text":"已 15 分钟无人签收。","link":"https://mb.example/incidents/42",' +
        '"ackLink":"https://mb.example/ack/tok_1","items":[]}}',
    );
  });

  it('is signed as the Standard Webhooks libraries would', () => {
    const id = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
    expect(webhookSignature(SECRET, id, '1614265330', '{"test": 2432232314}')).toBe(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    );
  });

  it('that the other side does not accept is refused for good', async () => {
    other.react = () => ({ status: 401, body: 'signature   does\nnot match' });
    expect(await send()).toMatchObject({
      ...{ state: 'failed', code: 'rejected', retry: false },
      reason: expect.stringMatching(/^127\.0\.0\.1:\d+ answered 401: signature does not match$/),
    });
  });
});
