import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express from 'express';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import {
  Logger,
  Metrics,
  ProblemFilter,
  createValidationPipe,
  notFound,
  requestId,
} from '#platform';
import { PUBLIC_PATHS } from '#release';
import { refuseDeepBodies } from './body-depth.js';
import { preferCompressed } from './compressed.js';
import { METRICS_PATHS } from './health/metrics.controller.js';

/** Bodies above this are refused; attachments have their own limit. */
const BODY_LIMIT = '1mb';
const API_PREFIX = 'api/v1';
/** Below these, Nest answers what it does not know; `docs` stands for `docs-json` and its like, too. */
const DOORS = /^\/(api\/(v1|docs|openapi)|metrics|public)\b/;
const A_YEAR_S = 365 * 24 * 3600;

/** Everything between the socket and the controllers. */
export function configureHttp(app: NestExpressApplication, webFolder: string): void {
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  // Only a proxy on this machine may say who it speaks for.
  app.set('trust proxy', 'loopback');
  app.use(requestId);
  app.use(securityHeaders());
  app.use(observe(app.get(Metrics), app.get(Logger)));
  app.use(express.json({ limit: BODY_LIMIT, strict: true }));
  app.use(refuseDeepBodies);
  app.setGlobalPrefix(API_PREFIX, { exclude: [...METRICS_PATHS, ...PUBLIC_PATHS] });
  app.useGlobalPipes(createValidationPipe());
  app.useGlobalFilters(new ProblemFilter(app.get(Logger)));
  serveWeb(app, webFolder);
  app.use((request: Request, _response: Response, next: NextFunction) => {
    next(DOORS.test(request.path) ? undefined : notFound('This address'));
  });
}

/** Swagger UI and Ant Design set styles in place; scripts come from us only. */
function securityHeaders() {
  return helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        // Plain HTTP is usual on one small server in a closed network; https comes from a proxy before it.
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: false,
  });
}

function observe(metrics: Metrics, logger: Logger) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const started = process.hrtime.bigint();
    response.on('finish', () => {
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      const route = (request.route as { path?: string } | undefined)?.path ?? 'other';
      const { method } = request;
      const { statusCode: status } = response;
      metrics.requestSeconds.observe({ method, route, status }, seconds);
      logger.debug('request', { method, route, status, ms: Math.round(seconds * 1000) });
    });
    next();
  };
}

/** Every address is the app's, except for the links in messages, which have small pages of their own. */
function pageAt(path: string): string {
  if (path.startsWith('/ack/')) return 'ack.html';
  return path.startsWith('/received/') ? 'received.html' : 'index.html';
}

/** The built client, with hashed files cached for good, and its page for every address that is not the API's. */
function serveWeb(app: NestExpressApplication, folder: string): void {
  if (!existsSync(join(folder, 'index.html'))) return;
  const assets = join(folder, 'assets');
  app.use(
    '/assets',
    preferCompressed(assets),
    express.static(assets, {
      maxAge: A_YEAR_S * 1000,
      immutable: true,
      fallthrough: false,
    }),
  );
  app.use(express.static(folder, { index: false, maxAge: 0 }));
  app.use((request: Request, response: Response, next: NextFunction) => {
    const isPage =
      request.method === 'GET' &&
      !/^\/(api|metrics|public)(\/|$)/.test(request.path) &&
      request.accepts('html') !== false;
    if (!isPage) {
      next();
      return;
    }
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(pageAt(request.path), { root: folder });
  });
}
