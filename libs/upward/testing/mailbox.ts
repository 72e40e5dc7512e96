import type { OpenChannels } from '#notify';

type EmailChannel = NonNullable<ReturnType<OpenChannels['get']>>;
type Sent = Parameters<EmailChannel['send']>;
type Result = Awaited<ReturnType<EmailChannel['send']>>;

/** The mail server of a test: it keeps what it is given, and answers what it is told to. */
export class Mailbox {
  readonly sent: { readonly to: Sent[0]; readonly message: Sent[1] }[] = [];
  answer: () => Result = () => ({ state: 'delivered' });

  readonly channels: OpenChannels = new Map([
    [
      'email',
      {
        name: 'email' as const,
        send: (to: string, message: Sent[1]) => {
          this.sent.push({ to, message });
          return Promise.resolve(this.answer());
        },
      },
    ],
  ]);

  /** The secret in the link of the last mail. */
  get token(): string {
    return this.sent.at(-1)?.message.ackLink?.split('/').at(-1) ?? '';
  }
}
