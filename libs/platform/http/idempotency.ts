import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { from, lastValueFrom } from 'rxjs';
import type { Observable } from 'rxjs';
import { Clock } from '../core/clock.js';
import { ProblemError } from '../core/problem.js';
import { Database } from '../database/database.js';
import { sql } from '../database/tx.js';
import { hashOf } from '../timeline/hash.js';

const KEY = /^[\x21-\x7e]{1,200}$/;
/** After this long a request without an answer did not survive its process. */
const LOST_AFTER_MS = 60_000;

interface KeptAnswer {
  readonly request_hash: string;
  readonly status: number | null;
  readonly body: unknown;
  readonly started_at: Date;
}

/** A POST with an Idempotency-Key is done once; the same key and body get the same answer. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request & { actor?: { id: string } }>();
    const key = request.header('idempotency-key');
    if (request.method !== 'POST' || key === undefined || request.actor === undefined)
      return next.handle();
    if (!KEY.test(key)) {
      throw new ProblemError(
        400,
        'idempotency.key',
        'Idempotency-Key is 1 to 200 visible ASCII characters.',
      );
    }
    const claim = { userId: request.actor.id, key, hash: requestHash(request) };
    return from(
      this.once(claim, context.switchToHttp().getResponse<Response>(), () =>
        lastValueFrom(next.handle()),
      ),
    );
  }

  private async once(
    claim: { userId: string; key: string; hash: string },
    response: Response,
    act: () => Promise<unknown>,
  ): Promise<unknown> {
    const kept = await this.claim(claim);
    if (kept !== null) return this.repeat(kept, claim.hash, response);
    try {
      const body = await act();
      await this.keep(claim, response.statusCode, body ?? null);
      return body;
    } catch (error) {
      // A refusal did nothing, so the key is free again. After any other error that is not known: it stays in doubt.
      if (error instanceof ProblemError) await this.free(claim);
      throw error;
    }
  }

  /** Null when the key is new and now ours; otherwise what is kept under it. */
  private async claim(claim: {
    userId: string;
    key: string;
    hash: string;
  }): Promise<KeptAnswer | null> {
    const taken = await sql(
      this.database.reader,
      `INSERT INTO idempotency_keys (user_id, key, request_hash, started_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING key`,
      [claim.userId, claim.key, claim.hash, this.clock.date()],
    );
    if (taken.length > 0) return null;
    const [kept] = await sql<KeptAnswer>(
      this.database.reader,
      'SELECT request_hash, status, body, started_at FROM idempotency_keys WHERE user_id = $1 AND key = $2',
      [claim.userId, claim.key],
    );
    return kept ?? null;
  }

  private repeat(kept: KeptAnswer, hash: string, response: Response): unknown {
    if (kept.request_hash !== hash) {
      throw new ProblemError(
        422,
        'idempotency.mismatch',
        'This Idempotency-Key was used with another request.',
      );
    }
    if (kept.status === null) throw this.unanswered(kept.started_at);
    response.status(kept.status).setHeader('Idempotency-Replayed', 'true');
    return kept.body;
  }

  private unanswered(startedAt: Date): ProblemError {
    return this.clock.now() - startedAt.getTime() < LOST_AFTER_MS
      ? new ProblemError(
          409,
          'idempotency.in-progress',
          'The first request with this key is still running.',
        )
      : new ProblemError(
          409,
          'idempotency.in-doubt',
          'The first request with this key was cut off; it may or may not have been done. Look before you repeat it with a new key.',
        );
  }

  private async free(claim: { userId: string; key: string }): Promise<void> {
    await sql(
      this.database.reader,
      'DELETE FROM idempotency_keys WHERE user_id = $1 AND key = $2',
      [claim.userId, claim.key],
    );
  }

  private async keep(
    claim: { userId: string; key: string },
    status: number,
    body: unknown,
  ): Promise<void> {
    await sql(
      this.database.reader,
      'UPDATE idempotency_keys SET status = $3, body = $4 WHERE user_id = $1 AND key = $2',
      [claim.userId, claim.key, status, JSON.stringify(withoutSecrets(body))],
    );
  }
}

function requestHash(request: Request): string {
  const { method, originalUrl: url } = request;
  return hashOf({ method, url, body: withoutSecrets((request.body as unknown) ?? null) });
}

/** A password is not kept, not even as a hash that could be tried out; nor is a token that an answer showed once. */
function withoutSecrets(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      /password|^token$/i.test(name) ? null : inner,
    ]),
  );
}

/** Forgets keys that nobody will repeat any more. */
export async function trimIdempotencyKeys(database: Database, before: Date): Promise<void> {
  await sql(database.reader, 'DELETE FROM idempotency_keys WHERE started_at < $1', [before]);
}
