import { Catch, HttpException } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ProblemError } from '../core/problem.js';
import type { FieldError, Words } from '../core/problem.js';
import { isDatabaseAway } from '../database/connection-error.js';
import { Logger } from '../logging/logger.js';
import { currentRequestId } from '../logging/request-context.js';

interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly requestId: string | undefined;
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Refused',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Not available',
};

/** Every error leaves as RFC 9457 problem details. What nobody expected is logged, and told without its inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    const problem = this.toProblem(error);
    if (problem.status >= 500) this.logger.error(`request failed: ${problem.code}`, error);
    if (response.headersSent) {
      response.end();
      return;
    }
    if (problem.extensions.retryAfterSeconds !== undefined) {
      response.setHeader('Retry-After', String(problem.extensions.retryAfterSeconds));
    }
    const { errors, reasons, existing } = problem.extensions;
    response
      .status(problem.status)
      .type('application/problem+json')
      .send(
        JSON.stringify({
          ...body(problem),
          ...(errors && { errors: inLanguage(errors, languageOf(http.getRequest())) }),
          ...(reasons && { reasons }),
          ...(existing && { existing }),
        }),
      );
  }

  private toProblem(error: unknown): ProblemError {
    if (error instanceof ProblemError) return error;
    if (isDatabaseAway(error)) {
      return new ProblemError(
        503,
        'database.away',
        'The database cannot be reached at the moment.',
        { retryAfterSeconds: 2 },
      );
    }
    if (error instanceof HttpException) return fromHttp(error.getStatus(), error.message);
    if (isBodyParserError(error)) return fromHttp(error.status, bodyMessage(error.type));
    return new ProblemError(
      500,
      'internal',
      'Something went wrong on our side. The request id helps to find it.',
    );
  }
}

type Language = keyof Words;

/** Who is signed in has chosen one; before that, what the browser asks for. */
function languageOf(request: Request & { actor?: { locale: Language } }): Language {
  return request.actor?.locale ?? (request.acceptsLanguages('en', 'zh') === 'zh' ? 'zh' : 'en');
}

const inLanguage = (errors: readonly FieldError[], language: Language) =>
  errors.map(({ path, message }) => ({
    path,
    message: typeof message === 'string' ? message : message[language],
  }));

function body(problem: ProblemError): Problem {
  return {
    type: `https://mingbian.example/problems/${problem.code}`,
    title: TITLES[problem.status] ?? 'Error',
    status: problem.status,
    detail: problem.message,
    code: problem.code,
    requestId: currentRequestId(),
  };
}

function fromHttp(status: number, message: string): ProblemError {
  const code = (TITLES[status] ?? 'error').toLowerCase().replaceAll(' ', '-');
  return new ProblemError(status, code, message);
}

/** body-parser and multer raise errors of this shape (http-errors). */
function isBodyParserError(error: unknown): error is { status: number; type: string } {
  if (typeof error !== 'object' || error === null) return false;
  const { status } = error as { status?: unknown };
  return typeof status === 'number' && status >= 400 && status < 500;
}

function bodyMessage(type: string): string {
  if (type === 'entity.too.large') return 'The body is larger than 1 MiB.';
  if (type === 'entity.parse.failed') return 'The body is not valid JSON.';
  return 'The request could not be read.';
}
