import type { NestExpressApplication } from '@nestjs/platform-express';
import {
  ProductModule,
  firstAdministratorLink,
  jobs,
  loadConfiguration,
  openFoundation,
  openWorkspace,
  prepare,
} from '#product';
import type { Configuration, OpenFoundation, Workspace } from '#product';
import { JobHandlers } from '#platform';
import type { Clock, Settings } from '#platform';
import { createApi, listen } from '../api/create-api.js';
import { requireFreePort } from '../api/free-port.js';
import { Engine } from '../worker/engine.js';
import { keepAlive } from './keep-alive.js';
import { StandaloneModule } from './standalone.module.js';

export interface Standalone {
  readonly app: NestExpressApplication;
  readonly foundation: OpenFoundation;
  readonly configuration: Configuration;
  stop(): Promise<void>;
}

export interface StandaloneOptions {
  readonly clock?: Clock;
  readonly commits?: 'durable' | 'fast';
  /** Fills the workspace before anybody can see it. */
  readonly fill?: (
    app: NestExpressApplication,
    parts: Pick<Standalone, 'foundation' | 'configuration'>,
  ) => Promise<void>;
}

/** Starts database, api, worker and web in this process, and says `ready` when all of it is up. */
export async function startStandalone(
  settings: Settings,
  { clock, commits, fill }: StandaloneOptions = {},
): Promise<Standalone> {
  const configuration = loadConfiguration(settings.configDir);
  await requireFreePort(settings);
  const workspace = await openWorkspace(settings);
  const { databaseUrl } = workspace;
  const foundation = await openFoundation({
    settings,
    databaseUrl,
    ...(clock !== undefined && { clock }),
    ...(commits !== undefined && { commits }),
  });
  const definitions = await prepare(foundation, configuration);
  const product = ProductModule.on(foundation, configuration, definitions);
  const app = await createApi(StandaloneModule.with(product), foundation.logger);
  await app.init();
  app.get(JobHandlers).check(jobs);
  await fill?.(app, { foundation, configuration });
  const engine = app.get(Engine);
  engine.start();
  const watch = keepAlive(workspace, foundation.logger);
  const address = await listen(app, settings);
  await announce(foundation, settings.publicUrl ?? address, address);
  return {
    app,
    foundation,
    configuration,
    stop: () => stop(app, engine, foundation, workspace, watch),
  };
}

async function announce(
  foundation: OpenFoundation,
  publicUrl: string,
  address: string,
): Promise<void> {
  const link = await firstAdministratorLink(foundation, publicUrl);
  if (link !== null) process.stdout.write(`first administrator: ${link}\n`);
  process.stdout.write(`ready ${address}\n`);
}

async function stop(
  app: NestExpressApplication,
  engine: Engine,
  foundation: OpenFoundation,
  workspace: Workspace,
  watch: { stop(): Promise<void> },
): Promise<void> {
  await watch.stop();
  await Promise.all([engine.stop(), app.close()]);
  await foundation.close();
  await workspace.close();
}
