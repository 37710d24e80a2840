import { z } from 'zod';

const port = (fallback: number) => z.coerce.number().int().min(0).max(65_535).default(fallback);
const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value);
const flag = z.stringbool().default(false);
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });
const redisUrl = z.url({ protocol: /^rediss?$/ });

const settingsSchema = z.object({
  DATABASE_URL: postgresUrl,
  /** Absent: jobs run on PostgreSQL and everything in one process. */
  REDIS_URL: redisUrl.optional(),
  HOST: z.string().default('127.0.0.1'),
  API_PORT: port(8081),
  SITE_PORT: port(8080),
  WORKER_PORT: port(8082),
  SITE_PUBLIC_URL: z.url().default('http://127.0.0.1:8080'),
  /** Where officers open the console: links in mails lead there. */
  CONSOLE_PUBLIC_URL: z.url().default('http://127.0.0.1:8081'),
  /** Absent: the desk sends no mail. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Whom mails come from, such as `Desk <desk@city.example>`; needed with SMTP_URL. */
  MAIL_FROM: z
    .string()
    .max(300)
    .regex(/^[^\r\n]*@[^\r\n]*$/)
    .optional(),
  /** Absent: no external classifier looks at messages. */
  CLASSIFIER_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Signs what the classifier is sent; needed with CLASSIFIER_URL. */
  CLASSIFIER_SECRET: z.string().min(16).max(500).optional(),
  /** Screening goes on without an answer after this. */
  CLASSIFIER_TIMEOUT_MS: z.coerce.number().int().min(50).max(10_000).default(1_500),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  SESSION_HOURS: z.coerce.number().positive().max(720).default(12),
  COOKIE_SECURE: flag,
  /** How many proxies stand in front; their X-Forwarded-For is believed, nobody else's. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** Keeps the jobs and sockets of several desks apart in one Redis. */
  NAMESPACE: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,40}$/)
    .default('answerable'),
  /** Connections of one process to PostgreSQL. */
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  /** Where the built console lies. */
  CONSOLE_DIR: z.string().default('dist/apps/console'),
});

const configSchema = settingsSchema
  .refine(({ SMTP_URL, MAIL_FROM }) => !SMTP_URL || MAIL_FROM, {
    path: ['MAIL_FROM'],
    error: 'is needed with SMTP_URL',
  })
  .refine(({ CLASSIFIER_URL, CLASSIFIER_SECRET }) => !CLASSIFIER_URL || CLASSIFIER_SECRET, {
    path: ['CLASSIFIER_SECRET'],
    error: 'is needed with CLASSIFIER_URL',
  });

export type Config = Readonly<z.infer<typeof configSchema>>;

/** Names the variables at fault and never their values: they may be secrets. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** Reads the environment once; throws `ConfigError` with one line per bad variable. */
export function loadConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, blankIsAbsent(value)]));
  const result = configSchema.safeParse(given);
  if (result.success) return Object.freeze(result.data);
  const lines = result.error.issues.map((issue) => `${issue.path.join('.')}: ${explain(issue)}`);
  throw new ConfigError(`The configuration is not usable. ${lines.join('; ')}`);
}

function explain(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return 'is missing or of the wrong kind';
  if (issue.code === 'custom') return issue.message;
  return issue.code === 'invalid_format' ? `is not a valid ${issue.format}` : 'is out of range';
}
