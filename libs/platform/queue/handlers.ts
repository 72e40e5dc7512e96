import { Injectable, SetMetadata } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import type { Tx } from '../database/tx.js';
import type { JobDefinition } from './job.js';

const HANDLES = Symbol('handles-job');

/** Does the work of one kind of job, in the transaction that also marks it done. */
export interface JobHandler<Payload> {
  handle(payload: Payload, context: { readonly tx: Tx; readonly jobId: string }): Promise<void>;
}

/** Marks the one class that handles a kind of job. */
export const HandlesJob = <Payload>(job: JobDefinition<string, Payload>): ClassDecorator =>
  SetMetadata(HANDLES, job);

/** Finds the handlers of this process and checks, at boot, that every kind of job has exactly one. */
@Injectable()
export class JobHandlers {
  private readonly byName = new Map<string, { job: JobDefinition; handler: JobHandler<unknown> }>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  /** Throws, naming each kind of job with no handler or two, and each handler of no known kind. */
  check(jobs: readonly JobDefinition[]): void {
    this.byName.clear();
    const problems: string[] = [];
    for (const provider of this.discovery.getProviders()) {
      if (provider.metatype === null || typeof provider.metatype !== 'function') continue;
      const job = this.reflector.get<JobDefinition | undefined>(HANDLES, provider.metatype);
      if (job === undefined) continue;
      if (this.byName.has(job.name)) problems.push(`${job.name}: two handlers`);
      if (!jobs.includes(job)) problems.push(`${job.name}: handled, but not in the list of jobs`);
      this.byName.set(job.name, { job, handler: provider.instance as JobHandler<unknown> });
    }
    problems.push(
      ...jobs.filter((job) => !this.byName.has(job.name)).map((job) => `${job.name}: no handler`),
    );
    if (problems.length > 0) throw new Error(`jobs: ${problems.join('; ')}`);
  }

  async run(name: string, payload: unknown, context: { tx: Tx; jobId: string }): Promise<void> {
    const entry = this.byName.get(name);
    if (entry === undefined) throw new Error(`no handler for the job ${name}`);
    await entry.handler.handle(entry.job.schema.parse(payload), context);
  }
}
