import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signInAsBootstrap } from '../support/people.js';
import { fillPath, operationsOf } from '../support/openapi.js';
import type { ApiDocument } from '../support/openapi.js';
import { Program } from '../support/program.js';
import { freshDatabase } from '../support/workspace.js';

let workspace: Awaited<ReturnType<typeof freshDatabase>>;
let program: Program;
let document: ApiDocument;

beforeAll(async () => {
  workspace = await freshDatabase();
  program = await Program.start({ env: workspace.env });
  document = (await (await fetch(`${program.url}/api/openapi.json`)).json()) as ApiDocument;
});

afterAll(async () => {
  await program.stop();
  await workspace.close();
});

describe('the OpenAPI document', () => {
  it('is 3.1 and describes every door', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(operationsOf(document).length).toBeGreaterThan(60);
  });

  it('says of every operation whether it is public, and of all others what they need', () => {
    const open = operationsOf(document).filter(({ permission }) => permission === null);
    expect(open.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      'GET /api/v1/ack/{token}',
      'GET /api/v1/calendar/{token}.ics',
      'GET /api/v1/health/live',
      'GET /api/v1/health/ready',
      'GET /api/v1/meta',
      'GET /api/v1/metrics',
      'GET /api/v1/public/clarifications',
      'GET /api/v1/public/clarifications.rss',
      'GET /api/v1/public/clarifications/{id}',
      'GET /api/v1/received/{token}',
      'GET /api/v1/setup',
      'GET /metrics',
      'GET /public/clarifications',
      'GET /public/clarifications.rss',
      'GET /public/clarifications/{id}',
      'POST /api/v1/ack/{token}',
      'POST /api/v1/hooks/{id}',
      'POST /api/v1/received/{token}',
      'POST /api/v1/session',
      'POST /api/v1/setup',
    ]);
  });

  it('lets nobody in without a session, and tells so', async () => {
    const closed = operationsOf(document).filter(({ permission }) => permission !== null);
    for (const { method, path } of closed) {
      const answer = await fetch(program.url + fillPath(path), { method });
      expect([method, path, answer.status]).toEqual([method, path, 401]);
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(await answer.json()).toMatchObject({ status: 401, code: 'session.missing' });
    }
  });

  it('has a page to try it out', async () => {
    const page = await fetch(`${program.url}/api/docs`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('swagger-ui');
  });
});

describe('the web page', () => {
  it.each(['/', '/incidents/x', '/setup?token=y'])('is served at %s', async (path) => {
    const page = await fetch(program.url + path, { headers: { accept: 'text/html' } });
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(await page.text()).toContain('<div id="root">');
  });

  it('brings scripts that a browser may keep for good', async () => {
    const page = await (await fetch(program.url)).text();
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? '';
    const answer = await fetch(program.url + script);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toContain('immutable');
  });
});

describe('an address that nobody answers', () => {
  it.each([
    ['GET', '/api/v1/nothing'],
    ['POST', '/api/v1/nothing'],
    ['GET', '/api/v2/incidents'],
    ['GET', '/api'],
    ['PUT', '/api/v1/incidents'],
    ['POST', '/'],
    ['GET', '/assets/gone.js'],
  ])('%s %s is a 404 that says so', async (method, path) => {
    const admin = await signInAsBootstrap(program.url);
    const answer = await fetch(program.url + path, {
      method,
      headers: { cookie: admin.client.cookie ?? '' },
    });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await answer.json()).toMatchObject({
      status: 404,
      code: 'not-found',
      requestId: answer.headers.get('x-request-id'),
    });
  });
});
