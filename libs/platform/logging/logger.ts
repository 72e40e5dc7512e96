import { Injectable } from '@nestjs/common';
import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';
import type { Logger as Pino } from 'pino';
import { currentRequestId } from './request-context.js';

type Fields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/**
 * One JSON object a line on standard error, so that standard output stays for `ready …` and for command results.
 * Fields are ids, counts and codes: never wording, names or addresses of people.
 */
@Injectable()
export class Logger implements LoggerService {
  private readonly pino: Pino;

  constructor(level: string) {
    this.pino = pino(
      { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, mixin: requestFields },
      pino.destination({ fd: 2, sync: true }),
    );
  }

  info(message: string, fields: Fields = {}): void {
    this.pino.info(fields, message);
  }

  warn(message: unknown, fields?: unknown): void {
    this.pino.warn(asFields(fields), String(message));
  }

  error(message: unknown, cause?: unknown): void {
    this.pino.error(cause instanceof Error ? { err: cause } : asFields(cause), String(message));
  }

  debug(message: unknown, context?: unknown): void {
    this.pino.debug(asFields(context), String(message));
  }

  /** Nest's own chatter (modules, routes) is for debugging only. */
  log(message: unknown, context?: unknown): void {
    this.pino.debug(asFields(context), String(message));
  }
}

function requestFields(): { requestId?: string } {
  const requestId = currentRequestId();
  return requestId === undefined ? {} : { requestId };
}

function asFields(value: unknown): object {
  if (typeof value === 'string') return { context: value };
  return typeof value === 'object' && value !== null ? value : {};
}
