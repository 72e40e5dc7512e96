import { z } from 'zod';

const httpUrl = z.url({ protocol: /^https?$/ });

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  MINGBIAN_DATA_DIR: z.string().min(1).default('./data'),
  MINGBIAN_CONFIG_DIR: z.string().min(1).default('./config'),
  MINGBIAN_PUBLIC_URL: httpUrl.optional(),
  MINGBIAN_BOOTSTRAP_USER: z.string().min(1).optional(),
  MINGBIAN_BOOTSTRAP_PASSWORD: z.string().min(1).optional(),
  MINGBIAN_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  MINGBIAN_DEMO: z.literal('1').optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
});

/** The environment, checked. Names and defaults: README and the public contract. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly configDir: string;
  readonly publicUrl: string | null;
  readonly databaseUrl: string | null;
  readonly redisUrl: string | null;
  readonly bootstrap: { readonly username: string; readonly password: string } | null;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly demo: boolean;
}

export type SettingsResult =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: string[] };

/** Reads the settings. A wrong value and an unknown MINGBIAN_* name are both problems; all are reported. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
): SettingsResult {
  const unknown = Object.keys(environment)
    .filter((name) => name.startsWith('MINGBIAN_') && !(name in schema.shape))
    .map((name) => `${name}: no setting has this name`);
  const given = Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => name in schema.shape && value !== ''),
  );
  const parsed = schema.safeParse(given);
  const wrong = parsed.success
    ? bootstrapProblems(parsed.data)
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  if (!parsed.success || unknown.length + wrong.length > 0) {
    return { ok: false, problems: [...unknown, ...wrong] };
  }
  return { ok: true, settings: toSettings(parsed.data) };
}

function bootstrapProblems(env: z.infer<typeof schema>): string[] {
  const complete =
    (env.MINGBIAN_BOOTSTRAP_USER === undefined) === (env.MINGBIAN_BOOTSTRAP_PASSWORD === undefined);
  return complete
    ? []
    : ['MINGBIAN_BOOTSTRAP_USER and MINGBIAN_BOOTSTRAP_PASSWORD: set both or neither'];
}

function toSettings(env: z.infer<typeof schema>): Settings {
  const { MINGBIAN_BOOTSTRAP_USER: username, MINGBIAN_BOOTSTRAP_PASSWORD: password } = env;
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir: env.MINGBIAN_DATA_DIR,
    configDir: env.MINGBIAN_CONFIG_DIR,
    publicUrl: env.MINGBIAN_PUBLIC_URL ?? null,
    databaseUrl: env.DATABASE_URL ?? null,
    redisUrl: env.REDIS_URL ?? null,
    bootstrap: username !== undefined && password !== undefined ? { username, password } : null,
    logLevel: env.MINGBIAN_LOG_LEVEL,
    demo: env.MINGBIAN_DEMO === '1',
  };
}
