import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import type { ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerOptions } from 'smtp-server';

type Refusal = Error & { responseCode: number };

const refusal = (responseCode: number, message: string): Refusal =>
  Object.assign(new Error(message), { responseCode });

/** What the server does with a mail whose last line it has read. */
export type AfterData =
  'accept' | 'hang' | 'cut' | { readonly code: number; readonly message: string };

interface Behaviour {
  readonly recipient?: { readonly code: number; readonly message: string };
  readonly hangAtGreeting?: boolean;
  readonly account?: { readonly user: string; readonly password: string };
}

interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  readonly mail: ParsedMail;
}

/** A mail server on a port of this machine. */
export class FakeMailServer {
  readonly received: Received[] = [];
  afterData: AfterData = 'accept';
  private readonly server: SMTPServer;

  private constructor(behaviour: Behaviour) {
    this.server = new SMTPServer({
      ...{ authOptional: behaviour.account === undefined, hideSTARTTLS: true, logger: false },
      // Over a plain connection, since this is one machine.
      ...{ allowInsecureAuth: true, disableReverseLookup: true, closeTimeout: 10 },
      ...this.handlers(behaviour),
    });
    this.server.on('error', () => undefined);
  }

  static async open(behaviour: Behaviour = {}): Promise<FakeMailServer> {
    const fake = new FakeMailServer(behaviour);
    await new Promise<void>((resolve) => fake.server.listen(0, '127.0.0.1', resolve));
    return fake;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  /** The one mail that came. */
  get only(): Received {
    const [mail, ...more] = this.received;
    if (mail === undefined || more.length > 0) {
      throw new Error(`${this.received.length} mails came, not one`);
    }
    return mail;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(resolve));
  }

  private handlers(behaviour: Behaviour): SMTPServerOptions {
    const { recipient, account, hangAtGreeting = false } = behaviour;
    return {
      onConnect: (_session, done) => {
        if (!hangAtGreeting) done();
      },
      onAuth: ({ username, password }, _session, done) => {
        if (username === account?.user && password === account?.password) {
          done(null, { user: username });
        } else done(refusal(535, 'Authentication credentials invalid'));
      },
      onRcptTo: (_address, _session, done) =>
        recipient === undefined ? done() : done(refusal(recipient.code, recipient.message)),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          const raw = Buffer.concat(chunks).toString('utf8');
          void simpleParser(raw).then((mail) => {
            this.received.push({
              from: mailFrom === false ? '' : mailFrom.address,
              to: rcptTo.map(({ address }) => address),
              ...{ raw, mail },
            });
            this.finish(done);
          });
        });
      },
    };
  }

  private finish(done: (error?: Error | null) => void): void {
    if (this.afterData === 'accept') done();
    else if (this.afterData === 'cut') {
      for (const connection of this.server.connections) {
        (connection as { _socket: { destroy: () => void } })._socket.destroy();
      }
    } else if (this.afterData !== 'hang') {
      done(refusal(this.afterData.code, this.afterData.message));
    }
  }
}
