import type {
  ChannelsConfig,
  ChannelsFile,
  EmailConfig,
  RobotConfig,
  SmsConfig,
  WebhookConfig,
} from './channels-config.js';
import { smsProblems } from './sms-problems.js';
import type { ChannelsProblem } from './sms-problems.js';

/** A file beside channels.yaml that holds one secret. */
export type ReadSecret = (
  name: string,
) =>
  { readonly ok: true; readonly secret: string } | { readonly ok: false; readonly reason: string };

export type ChannelsResult =
  | { readonly ok: true; readonly channels: ChannelsConfig }
  | { readonly ok: false; readonly problems: readonly ChannelsProblem[] };

/** What is set up, with its secrets; or everything that is wrong with it. */
export function resolveChannels(file: ChannelsFile, readSecret: ReadSecret): ChannelsResult {
  const resolver = new Resolver(readSecret);
  const channels: ChannelsConfig = {
    email: file.email === undefined ? null : resolver.email(file.email),
    robots: new Map(
      Object.entries(file.robots).map(([name, robot]) => [name, resolver.robot(name, robot)]),
    ),
    webhook: file.webhook === undefined ? null : resolver.webhook(file.webhook),
    sms: file.sms === undefined ? null : resolver.sms(file.sms),
    push: file.push === undefined ? null : resolver.push(file.push),
    heartbeat:
      file.heartbeat === undefined
        ? null
        : { url: file.heartbeat.url, everyMs: file.heartbeat.every },
    limits: { perMinute: file.limits.perMinute, retriesMs: file.limits.retries },
  };
  return resolver.problems.length > 0
    ? { ok: false, problems: resolver.problems }
    : { ok: true, channels };
}

type Given<K extends keyof ChannelsFile> = NonNullable<ChannelsFile[K]>;

/** Turns what was written into what is used, and gathers problems on the way. */
class Resolver {
  readonly problems: ChannelsProblem[] = [];

  constructor(private readonly readSecret: ReadSecret) {}

  email(given: Given<'email'>): EmailConfig {
    const { host, port, secure, user, from } = given;
    const password = this.secret(['email'], 'password', given.password, given.passwordFile);
    if ((user === undefined) !== (password === null)) {
      this.wrong(['email'], 'user and password belong together: give both or neither');
    }
    const credentials = user !== undefined && password !== null ? { user, password } : null;
    return { host, port, secure, credentials, from };
  }

  robot(name: string, given: Given<'robots'>[string]): RobotConfig {
    const path = ['robots', name];
    const secret = this.secret(path, 'secret', given.secret, given.secretFile);
    if (given.kind === 'wecom' && secret !== null) {
      this.wrong(path, 'a WeCom robot has no secret; its key is part of the url');
    }
    return { kind: given.kind, url: given.url, secret };
  }

  webhook(given: Given<'webhook'>): WebhookConfig {
    const secret = this.secret(['webhook'], 'secret', given.secret, given.secretFile);
    if (secret === null) this.wrong(['webhook'], 'needs a secret or a secretFile, to sign with');
    else if (!isSigningSecret(secret)) {
      this.wrong(
        ['webhook'],
        'the secret must be whsec_ and the base64 of 24 to 64 random bytes, or 24 or more other characters',
      );
    }
    return { url: given.url, secret: secret ?? '' };
  }

  sms(given: Given<'sms'>): SmsConfig {
    const { method, url, headers, format, body, success, maxLength } = given;
    const secret = this.secret(['sms'], 'secret', given.secret, given.secretFile);
    this.problems.push(...smsProblems(given, secret !== null));
    return {
      ...{ method, url, headers, format, secret, maxLength },
      body: body ?? null,
      success: {
        status: success.status,
        pointer: success.pointer ?? null,
        equals: success.equals ?? null,
      },
    };
  }

  push(given: Given<'push'>): { subject: string; services: readonly string[] } {
    if (!isPushSubject(given.subject)) {
      this.wrong(
        ['push', 'subject'],
        'must be mailto:somebody@your.domain or an https address that others can reach; Apple refuses all else',
      );
    }
    return given;
  }

  private secret(
    path: readonly string[],
    field: 'secret' | 'password',
    inline: string | undefined,
    file: string | undefined,
  ): string | null {
    if (file === undefined) return inline ?? null;
    const fileField = `${field}File`;
    if (inline !== undefined) {
      this.wrong([...path, fileField], `give ${field} or ${fileField}, not both`);
      return inline;
    }
    const read = this.readSecret(file);
    if (read.ok) return read.secret;
    this.wrong([...path, fileField], read.reason);
    // Something stands there, though unreadable: no second complaint that it is missing.
    return '0'.repeat(24);
  }

  private wrong(path: readonly string[], message: string): void {
    this.problems.push({ path, message });
  }
}

/** 24 to 64 bytes: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
function isSigningSecret(secret: string): boolean {
  if (!secret.startsWith('whsec_')) return secret.length >= 24;
  const base64 = secret.slice('whsec_'.length);
  const bytes = Math.floor((base64.replace(/=+$/, '').length * 3) / 4);
  return /^[A-Za-z0-9+/]+={0,2}$/.test(base64) && bytes >= 24 && bytes <= 64;
}

/** RFC 8292 asks for a contact; Apple answers 403 BadJwtToken to one with blanks or of a local name. */
function isPushSubject(subject: string): boolean {
  const domain = /^mailto:[^\s@<>]+@([^\s@<>]+)$/.exec(subject)?.[1] ?? httpsHost(subject);
  return domain !== null && /\.[a-z]{2,}$/i.test(domain) && !/\.(local|localhost)$/i.test(domain);
}

const httpsHost = (text: string): string | null =>
  text.startsWith('https://') && URL.canParse(text) ? new URL(text).hostname : null;
