/** What a log line tells of an error: never the values a statement was given, nor what a citizen or an officer wrote. */
export interface LoggedError {
  type: string;
  message: string;
  code?: string | undefined;
  stack?: string | undefined;
  cause?: unknown;
}

/** SQLSTATE classes whose messages speak of the server, the schema and the statement; those of others quote values. */
const WITHOUT_VALUES = /^(08|23|40|42|53|55|57)/;
const FROM_THE_SCHEMA = ['routine', 'table', 'column', 'constraint'];
const DEEPEST = 3;

/** Pino's own copies every property of an error, TypeORM's parameters and PostgreSQL's details among them. */
export function loggedError(error: unknown): unknown {
  return error === undefined ? undefined : logged(error, 1);
}

function logged(error: unknown, depth: number): LoggedError {
  if (!isErrorLike(error)) return { type: typeof error, message: 'something that is no error was thrown' };
  const inner = depth < DEEPEST ? (propertyOf(error, 'driverError') ?? propertyOf(error, 'cause')) : undefined;
  return {
    type: error.name,
    message: messageOf(error),
    code: textOf(error, 'code'),
    stack: framesOf(error),
    ...(inner !== undefined && { cause: logged(inner, depth + 1) }),
  };
}

interface ErrorLike {
  name: string;
  message: string;
  stack?: unknown;
}

/** Not `instanceof`: errors of another realm are errors too. */
function isErrorLike(error: unknown): error is ErrorLike {
  return typeof error === 'object' && error !== null && textOf(error, 'name') !== undefined && 'message' in error;
}

function messageOf(error: ErrorLike): string {
  const code = textOf(error, 'code') ?? '';
  const isOfPostgres = textOf(error, 'severity') !== undefined;
  if (isOfPostgres && !WITHOUT_VALUES.test(code)) {
    const places = FROM_THE_SCHEMA.flatMap((key) => textOf(error, key) ?? []);
    return ['PostgreSQL', code, ...places].join(' ');
  }
  // JSON.parse quotes what it could not read.
  return error.name === 'SyntaxError' ? 'what was read has not the right syntax' : String(error.message);
}

/** The stack begins with the message, which may be of any length and many lines. */
function framesOf({ message, stack }: ErrorLike): string | undefined {
  if (typeof stack !== 'string') return undefined;
  const at = stack.indexOf(message);
  const frames = at < 0 ? stack : stack.slice(at + message.length);
  return frames
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}

function propertyOf(thing: object, key: string): unknown {
  return key in thing ? Reflect.get(thing, key) : undefined;
}

function textOf(thing: object, key: string): string | undefined {
  const value = propertyOf(thing, key);
  return typeof value === 'string' ? value : undefined;
}
