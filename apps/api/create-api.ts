import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { DynamicModule, Type } from '@nestjs/common';
import { Metrics } from '#platform';
import type { Logger, Settings } from '#platform';
import { LIST_PATH, PublicSite, openFrontDoor } from '#release';
import { answerBrokenRequests } from './broken-requests.js';
import { configureHttp } from './http.js';
import { describeApi } from './openapi.js';

/** dist/apps/api → dist/web: the client that `npm run build` made. */
const WEB_FOLDER = join(fileURLToPath(new URL('.', import.meta.url)), '..', '..', 'web');

const KEEP_ALIVE_MS = 65_000;

/** An HTTP program around a module, ready to listen. */
export async function createApi(
  root: DynamicModule | Type,
  logger: Logger,
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(root, {
    logger,
    bodyParser: false,
    abortOnError: false,
    forceCloseConnections: true,
  });
  configureHttp(app, WEB_FOLDER);
  describeApi(app);
  const { requestSeconds } = app.get(Metrics);
  openFrontDoor(app.getHttpServer(), app.get(PublicSite), ({ seconds, ...labels }) => {
    requestSeconds.observe({ ...labels, route: LIST_PATH }, seconds);
  });
  answerBrokenRequests(app.getHttpServer());
  return app;
}

/** Listens, and says so on standard output: from then on everything is up. Answers the address. */
export async function listen(
  app: NestExpressApplication,
  { host, port }: Settings,
): Promise<string> {
  await app.listen(port, host);
  // Longer than a proxy keeps its side open (60 s is usual): whoever closes last is never talked to in vain.
  app.getHttpServer().keepAliveTimeout = KEEP_ALIVE_MS;
  const bound = new URL(await app.getUrl());
  // What people click on: the wildcard address is no address.
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name}:${bound.port}`;
}
