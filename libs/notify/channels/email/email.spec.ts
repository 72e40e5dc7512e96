import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EmailConfig } from '../../core/channels-config.js';
import { FakeMailServer } from '../../testing/fake-mail-server.js';
import { deadOrigin } from '../../testing/fake-server.js';
import { AT_THREE, aMessage } from '../../testing/office.js';
import type { OutgoingMessage } from '../channel.js';
import { EmailChannel } from './email-channel.js';
import { mustEncrypt } from './submit.js';

let server: FakeMailServer;
beforeEach(async () => {
  server = await FakeMailServer.open();
});
afterEach(() => server.close());

async function replaceServer(...behaviour: Parameters<typeof FakeMailServer.open>): Promise<void> {
  await server.close();
  server = await FakeMailServer.open(...behaviour);
}

function send(message: OutgoingMessage = aMessage(), changes: Partial<EmailConfig> = {}) {
  const config: EmailConfig = {
    host: '127.0.0.1',
    port: server.port,
    secure: false,
    credentials: null,
    from: '清源值班室 <duty@qingyuan.example>',
    ...changes,
  };
  return new EmailChannel(config, 300).send('li.hua@example.gov.cn', message, AT_THREE);
}

describe('a mail', () => {
  it('says the same in text and in HTML, and who it is from', async () => {
    expect(await send()).toEqual({ state: 'delivered' });
    const { from, to, mail, raw } = server.only;
    expect({ from, to }).toEqual({ from: 'duty@qingyuan.example', to: ['li.hua@example.gov.cn'] });
    expect(mail.from?.text).toBe('"清源值班室" <duty@qingyuan.example>');
    expect(mail.subject).toBe('重大 · QY-2026-0042 学校食堂午餐异味');
    expect(mail.date?.toISOString()).toBe('2026-02-13T19:00:00.000Z');
    expect(mail.text?.trim()).toBe(
      '重大 · QY-2026-0042 学校食堂午餐异味\n已 15 分钟无人签收。\n' +
        '签收 https://mb.example/ack/tok_1\n查看 https://mb.example/incidents/42',
    );
    expect(mail.html).toContain('<a href="https://mb.example/ack/tok_1">签收</a>');
    expect(raw).toMatch(/^Content-Type: multipart\/alternative;/m);
  });

  it('can be told from a second one by its id alone, and is answered by no machine', async () => {
    await send();
    await send();
    const headers = server.received.map(({ raw }) => ({
      id: /^Message-ID: (.*)\r$/m.exec(raw)?.[1],
      auto: /^Auto-Submitted: (.*)\r$/m.exec(raw)?.[1],
    }));
    const expected = {
      id: '<019c5a3e-0000-7000-8000-000000000001@qingyuan.example>',
      auto: 'auto-generated',
    };
    expect(headers).toEqual([expected, expected]);
  });

  it('shows what people wrote as words, and cannot be given headers by it', async () => {
    const title = '<b>急</b>\r\nBcc: all@example.gov.cn';
    const items = [{ title: '"A" & <i>B</i>', link: 'https://mb.example/1?a=1&b=2' }];
    expect(await send(aMessage({ title, items, locale: 'en' }))).toEqual({ state: 'delivered' });
    const { mail, to } = server.only;
    expect(to).toEqual(['li.hua@example.gov.cn']);
    expect(mail.bcc).toBeUndefined();
    expect(mail.html).toContain('&lt;b&gt;急&lt;/b&gt;');
    expect(mail.html).toContain(
      '<a href="https://mb.example/1?a=1&amp;b=2">&quot;A&quot; &amp; &lt;i&gt;B&lt;/i&gt;</a>',
    );
    expect(mail.text).toContain('Acknowledge https://mb.example/ack/tok_1');
  });

  it('goes out with a password where the server asks for one', async () => {
    await replaceServer({ account: { user: 'duty', password: 'right' } });
    const credentials = { user: 'duty', password: 'right' };
    expect(await send(aMessage(), { credentials })).toEqual({ state: 'delivered' });
  });
});

describe('a mail that the server', () => {
  it('will not take without the right password has failed for good', async () => {
    await replaceServer({ account: { user: 'duty', password: 'right' } });
    const credentials = { user: 'duty', password: 'wrong-one' };
    const result = await send(aMessage(), { credentials });
    expect(result).toMatchObject({
      ...{ state: 'failed', code: 'rejected', retry: false },
      reason: expect.stringContaining('535'),
    });
    expect(JSON.stringify(result)).not.toContain('wrong-one');
  });

  it('has no mailbox for has failed for good', async () => {
    await replaceServer({ recipient: { code: 550, message: 'no such user' } });
    expect(await send()).toMatchObject({
      ...{ state: 'failed', code: 'rejected', retry: false },
      reason: expect.stringContaining('550 no such user'),
    });
  });

  it('cannot take now is tried again', async () => {
    await replaceServer({ recipient: { code: 451, message: 'greylisted' } });
    expect(await send()).toMatchObject({ state: 'failed', code: 'server-error', retry: true });
  });

  it.each([
    [552, false],
    [451, true],
  ])('answers with %i once it has read it is tried again: %s', async (code, retry) => {
    server.afterData = { code, message: 'after data' };
    expect(await send()).toMatchObject({ state: 'failed', retry });
  });

  it('is not there for is tried again', async () => {
    const port = Number(new URL(await deadOrigin()).port);
    expect(await send(aMessage(), { port })).toMatchObject({
      ...{ state: 'failed', code: 'unreachable', retry: true },
    });
  });

  it('does not even greet for is tried again, since nothing was sent', async () => {
    await replaceServer({ hangAtGreeting: true });
    expect(await send()).toMatchObject({ state: 'failed', code: 'unreachable', retry: true });
  });

  it.each(['hang', 'cut'] as const)('reads, and then: %s, is in doubt', async (afterData) => {
    server.afterData = afterData;
    expect(await send()).toMatchObject({ state: 'in-doubt' });
    expect(server.received).toHaveLength(1);
  });
});

describe('a password', () => {
  const credentials = { user: 'duty', password: 'right' };

  it.each([
    ['smtp.qingyuan.example', true],
    ['10.1.2.3', true],
    ['127.0.0.1', false],
    ['localhost', false],
  ])('goes to %s under TLS only: %s', (host, expected) => {
    expect(mustEncrypt({ host, secure: false, credentials })).toBe(expected);
  });

  it('that there is none needs no protection', () => {
    expect(mustEncrypt({ host: '10.1.2.3', secure: false, credentials: null })).toBe(false);
  });
});
