import { Duration } from 'luxon';
import { z } from 'zod';

/** Elapsed time in a configuration file, as milliseconds. */
const elapsed = z.string().transform((text, context): number => {
  const duration = Duration.fromISO(text);
  const calendar = duration.isValid && (duration.years !== 0 || duration.months !== 0);
  const ms = duration.isValid && !calendar ? duration.toMillis() : NaN;
  if (ms > 0) return ms;
  context.addIssue({
    code: 'custom',
    message: `${JSON.stringify(text)} is not a length of time; write for example PT30S or PT10M`,
  });
  return z.NEVER;
});

const line = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .regex(/^[^\r\n]*$/, 'must be one line');
const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an address: https://…' });

const secrets = { secret: line.optional(), secretFile: line.optional() };

const emailSchema = z.strictObject({
  host: line,
  port: z.number().int().min(1).max(65_535),
  secure: z.boolean(),
  user: line.optional(),
  password: line.optional(),
  passwordFile: line.optional(),
  from: line.regex(
    /^([^<>]*<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/,
    'must be an address: duty@example.gov.cn or 值班室 <duty@example.gov.cn>',
  ),
});

const ROBOT_KINDS = ['wecom', 'dingtalk', 'feishu'] as const;
export type RobotKind = (typeof ROBOT_KINDS)[number];

const robotSchema = z.strictObject({ kind: z.enum(ROBOT_KINDS), url: httpUrl, ...secrets });

/** The name is part of a contact's address, `name/+8613…`: no slash, no blanks. */
const robotName = z
  .string()
  .regex(/^[\p{L}\p{N}._-]{1,40}$/u, 'a name is 1 to 40 letters, digits, dots or hyphens');

const webhookSchema = z.strictObject({ url: httpUrl, ...secrets });

const smsSchema = z.strictObject({
  method: z.enum(['POST', 'PUT', 'GET']).default('POST'),
  // Placeholders make it no URL yet; the problems are found once they are filled.
  url: line,
  headers: z
    .record(z.string().regex(/^[A-Za-z0-9-]+$/, 'is no name of a header'), line)
    .default({}),
  format: z.enum(['json', 'form']).default('json'),
  body: z.string().max(5_000).optional(),
  ...secrets,
  success: z
    .strictObject({
      status: z.array(z.number().int().min(200).max(299)).min(1).default([200]),
      pointer: z
        .string()
        .regex(/^(\/.*)?$/, 'must be a JSON pointer such as /code')
        .optional(),
      equals: z.union([z.string(), z.number(), z.boolean()]).optional(),
    })
    .prefault({}),
  maxLength: z.number().int().min(70).max(1_000).default(500),
});

/** Push services of the browsers. Whoever may subscribe names the address to which we send: hence a list. */
const PUSH_SERVICES = [
  'https://fcm.googleapis.com',
  'https://*.push.services.mozilla.com',
  'https://*.push.apple.com',
  'https://*.notify.windows.com',
];

const pushSchema = z.strictObject({
  subject: line,
  services: z
    .array(
      line.regex(
        /^https?:\/\/(\*\.)?[A-Za-z0-9.-]+(:\d+)?$/,
        'must look like https://*.example.com',
      ),
    )
    .min(1)
    .default(PUSH_SERVICES),
});

const limitsSchema = z.strictObject({
  perMinute: z.number().int().min(1).max(60).default(5),
  retries: z.array(elapsed).max(10).prefault(['PT30S', 'PT2M', 'PT10M']),
});

/** channels.yaml, as written. Secrets may still be in files of their own. */
export const channelsSchema = z.strictObject({
  email: emailSchema.optional(),
  robots: z.record(robotName, robotSchema).default({}),
  webhook: webhookSchema.optional(),
  sms: smsSchema.optional(),
  push: pushSchema.optional(),
  heartbeat: z.strictObject({ url: httpUrl, every: elapsed.prefault('PT1M') }).optional(),
  limits: limitsSchema.prefault({}),
});

export type ChannelsFile = z.output<typeof channelsSchema>;

export interface EmailConfig {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (465); otherwise STARTTLS where the server offers it (587, 25). */
  readonly secure: boolean;
  readonly credentials: { readonly user: string; readonly password: string } | null;
  readonly from: string;
}

export interface RobotConfig {
  readonly kind: RobotKind;
  readonly url: string;
  readonly secret: string | null;
}

export interface WebhookConfig {
  readonly url: string;
  readonly secret: string;
}

export interface SmsConfig {
  readonly method: 'POST' | 'PUT' | 'GET';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly format: 'json' | 'form';
  readonly body: string | null;
  readonly secret: string | null;
  readonly success: {
    readonly status: readonly number[];
    readonly pointer: string | null;
    readonly equals: string | number | boolean | null;
  };
  readonly maxLength: number;
}

export interface PushConfig {
  /** Whom a push service may write to: `mailto:…` or an https address. */
  readonly subject: string;
  /** Origins to which may be sent; `*.` stands for any subdomain. */
  readonly services: readonly string[];
}

/** Everything that is set up, secrets included: never log it. What is null or empty is off. */
export interface ChannelsConfig {
  readonly email: EmailConfig | null;
  readonly robots: ReadonlyMap<string, RobotConfig>;
  readonly webhook: WebhookConfig | null;
  readonly sms: SmsConfig | null;
  readonly push: PushConfig | null;
  readonly heartbeat: { readonly url: string; readonly everyMs: number } | null;
  readonly limits: { readonly perMinute: number; readonly retriesMs: readonly number[] };
}
