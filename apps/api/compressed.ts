import { existsSync, readdirSync } from 'node:fs';
import { extname } from 'node:path';
import type { NextFunction, Request, Response } from 'express';

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };

/**
 * The build leaves a gzipped copy beside each larger file (apps/web/vite.config.ts): a browser that takes it is
 * given that, which is a third of the size. The names are read once, so no address can reach other files.
 */
export function preferCompressed(folder: string) {
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const compressed = new Set(
    files.filter((name) => name.endsWith('.gz')).map((name) => `/${name}`),
  );
  return (request: Request, response: Response, next: NextFunction): void => {
    const copy = `${request.path}.gz`;
    const type = TYPES[extname(request.path)];
    if (type !== undefined && compressed.has(copy)) {
      response.vary('Accept-Encoding');
      if (request.acceptsEncodings('gzip') !== false) {
        request.url = copy;
        response.setHeader('Content-Encoding', 'gzip');
        response.type(type);
      }
    }
    next();
  };
}
