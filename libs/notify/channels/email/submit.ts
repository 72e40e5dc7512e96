import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { EmailConfig } from '../../core/channels-config.js';
import type { SendResult } from '../channel.js';
import { errorCode } from '../error-code.js';
import { onOneLine } from '../verdict.js';

interface Submission {
  readonly from: string;
  readonly to: string;
  readonly mail: Buffer;
}

/** Gives one mail to the server, over a connection of its own. Never throws for what the network does. */
export async function submit(
  config: EmailConfig,
  { from, to, mail }: Submission,
  timeoutMs: number,
): Promise<SendResult> {
  const connection = new SMTPConnection(connectionOptions(config, timeoutMs));
  const dialogue = new Dialogue(connection);
  // The server asks for the mail after it has accepted sender and recipient: what fails later is in doubt.
  let asked = false;
  const contents = Readable.from(
    (function* () {
      asked = true;
      yield mail;
    })(),
  );
  try {
    await dialogue.step((done) => connection.connect(done));
    if (config.credentials !== null) {
      const { user, password } = config.credentials;
      await dialogue.step((done) => connection.login({ user, pass: password }, done));
    }
    await dialogue.step((done) => connection.send({ from, to }, contents, done));
    connection.quit();
    return { state: 'delivered' };
  } catch (error) {
    connection.close();
    return whatFailed(config.host, error, asked);
  }
}

function connectionOptions(config: EmailConfig, timeoutMs: number) {
  const { host, port, secure } = config;
  return {
    ...{ host, port, secure },
    requireTLS: mustEncrypt(config),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
  };
}

/** A password never goes over the network in clear; only a relay on this very machine may do without TLS. */
export const mustEncrypt = ({
  host,
  secure,
  credentials,
}: Pick<EmailConfig, 'host' | 'secure' | 'credentials'>): boolean =>
  credentials !== null && !secure && !['localhost', '127.0.0.1', '::1'].includes(host);

/** One step after the other. A failure is told to the callback of a step or as an event, as it comes. */
class Dialogue {
  private fail: (error: unknown) => void = () => undefined;

  constructor(connection: SMTPConnection) {
    connection.on('error', (error: unknown) => this.fail(error));
    connection.on('end', () => this.fail(new Error('the server hung up')));
  }

  step(act: (done: (error?: Error | null) => void) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.fail = reject;
      act((error) => {
        if (error) reject(error);
        else resolve();
      });
    });
  }
}

/** RFC 5321, 4.2.1: 4yz may succeed later, 5yz will not. Without an answer, it depends on whether the mail left. */
function whatFailed(host: string, error: unknown, asked: boolean): SendResult {
  const { message, code, responseCode } = smtpError(error);
  const reason = `${host}: ${onOneLine(message)}`;
  if (responseCode !== undefined && responseCode >= 500) {
    return { state: 'failed', code: 'rejected', reason, retry: false };
  }
  if (responseCode !== undefined && responseCode >= 400) {
    return { state: 'failed', code: 'server-error', reason, retry: true };
  }
  if (asked) return { state: 'in-doubt', reason };
  // Wrong certificates, no TLS, no way to sign in: a matter for the administrator.
  const lasting = code === 'ETLS' || code === 'EAUTH' || code === 'ENOAUTH' || code === 'EENVELOPE';
  return { state: 'failed', code: lasting ? 'rejected' : 'unreachable', reason, retry: !lasting };
}

function smtpError(error: unknown): {
  message: string;
  code: string | null;
  responseCode?: number;
} {
  const code = errorCode(error);
  if (typeof error !== 'object' || error === null) return { message: 'unknown', code };
  const message = 'message' in error ? String(error.message) : 'unknown';
  return 'responseCode' in error && typeof error.responseCode === 'number'
    ? { message, code, responseCode: error.responseCode }
    : { message, code };
}
