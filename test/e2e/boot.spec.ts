import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { TestClient } from '#testing';
import { ConfigCopy } from '../support/config.js';
import { signIn, signInAsBootstrap } from '../support/people.js';
import { Program, killPrograms } from '../support/program.js';
import type { Exit } from '../support/program.js';
import { Listener } from '../support/stream.js';
import { until } from '../support/until.js';
import { BOOTSTRAP, emptyFolder, freshDatabase, postgresIn } from '../support/workspace.js';

/** An embedded database is made, and a program started on it, several times. */
const SLOW_MS = 120_000;
const STOPS_WITHIN_MS = 10_000;

afterEach(killPrograms);

describe('on an empty folder of its own, as `mktemp -d` makes it,', () => {
  const folder = emptyFolder();
  afterAll(() => folder.close());

  /** What the tests of this block pass on to the next: the administrator who used the link. */
  const admin = { username: 'first-admin', password: 'correct horse battery' };

  it(
    'a start prints a link for the first administrator, which works once',
    async () => {
      const program = await Program.start({ env: folder.env });
      const link = new URL(/^first administrator: (\S+)$/m.exec(program.stdout)?.[1] ?? '');
      expect(link.origin).toBe(program.url);
      const token = link.searchParams.get('token');
      const body = { token, name: 'First', ...admin };
      const newcomer = new TestClient(program.url);
      expect((await newcomer.get(`/api/v1/setup?token=${token}`)).body).toEqual({ valid: true });
      expect((await newcomer.post('/api/v1/setup', body)).status).toBe(201);
      expect((await newcomer.get('/api/v1/me')).body).toMatchObject({ roles: ['admin'] });
      const again = await new TestClient(program.url).post('/api/v1/setup', {
        ...body,
        username: 'second-admin',
      });
      expect(again.status).toBeGreaterThanOrEqual(400);
      expect((await newcomer.get(`/api/v1/setup?token=${token}`)).body).toEqual({ valid: false });
      expect(await program.stop()).toEqual({ code: 0, signal: null });
      expect(postgresIn(folder.dataDir)).toBeNull();
    },
    SLOW_MS,
  );

  it(
    'a start finds what was there before, and adopts a database that a killed one left running',
    async () => {
      const killed = await Program.start({ env: folder.env });
      expect(killed.stdout).not.toContain('first administrator');
      const before = postgresIn(folder.dataDir);
      await killed.kill();
      const next = await Program.start({ env: folder.env });
      expect(postgresIn(folder.dataDir)).toEqual(before);
      await signIn(next.url, admin.username, admin.password);
      expect(await next.stop()).toEqual({ code: 0, signal: null });
      expect(postgresIn(folder.dataDir)).toBeNull();
    },
    SLOW_MS,
  );
});

it(
  'SIGTERM during the very first start leaves nothing running',
  async () => {
    const folder = emptyFolder();
    const program = Program.launch({ env: folder.env });
    await until('the database is being made', () => existsSync(join(folder.dataDir, 'postgres')));
    expect(await program.stop()).toEqual({ code: 0, signal: null });
    expect(postgresIn(folder.dataDir)).toBeNull();
    await folder.close();
  },
  SLOW_MS,
);

describe('a start', () => {
  it('makes the administrator of the environment, and offers no link', async () => {
    const workspace = await freshDatabase();
    const program = await Program.start({ env: workspace.env });
    expect(program.stdout).not.toContain('first administrator');
    const admin = await signInAsBootstrap(program.url);
    expect(await admin.get('/me')).toMatchObject({ username: BOOTSTRAP.username });
    await program.stop();
    await workspace.close();
  });

  it('refuses a setting that it does not know, in a sentence', async () => {
    const program = Program.launch({ env: { MINGBIAN_DATADIR: '/tmp/typo' } });
    expect(await program.exited).toEqual({ code: 1, signal: null });
    expect(program.stderr).toBe('MINGBIAN_DATADIR: no setting has this name\n');
  });

  it.each(['standalone', 'api'] as const)(
    'of %s on a port that is taken says so, and what to do, in a sentence',
    async (program) => {
      const other = createServer().listen(0, '127.0.0.1');
      await once(other, 'listening');
      const { port } = other.address() as AddressInfo;
      const folder = emptyFolder();
      const late = Program.launch({ program, env: { ...folder.env, PORT: String(port) } });
      expect(await late.exited).toEqual({ code: 1, signal: null });
      expect(late.stdout).toBe('');
      expect(late.stderr).toBe(
        `127.0.0.1:${port} is in use: another program, or another Mingbian, listens there. ` +
          'Stop it, or set PORT to a free one.\n',
      );
      expect(existsSync(join(folder.dataDir, 'postgres'))).toBe(false);
      await folder.close();
      other.close();
    },
  );

  it('refuses a mistake in the configuration, naming file, line and reason', async () => {
    const config = new ConfigCopy();
    config.write('clocks.yaml', config.read('clocks.yaml').replace('I: PT5M,', 'I: 5 minutes,'));
    const line = lineOf(config.read('clocks.yaml'), '5 minutes');
    const program = Program.launch({ env: config.env });
    expect(await program.exited).toEqual({ code: 1, signal: null });
    expect(program.stderr).toMatch(new RegExp(`clocks\\.yaml:${line}: .*not a duration`));
    expect(program.stderr).not.toContain('    at ');
    config.remove();
  });

  it('names the mistakes of several files at once', async () => {
    const config = new ConfigCopy();
    config.set('ladders.yaml', { 'ladders.duty.steps.0.notify': ['role:nobody'] });
    config.set('organisation.yaml', { dutyOffice: 'nowhere' });
    const program = Program.launch({ env: config.env });
    expect(await program.exited).toEqual({ code: 1, signal: null });
    expect(program.stderr).toMatch(/ladders\.yaml:\d+: .*no role is called nobody/);
    expect(program.stderr).toMatch(/organisation\.yaml:\d+: .*nowhere/);
    config.remove();
  });
});

const lineOf = (text: string, part: string): number =>
  text.slice(0, text.indexOf(part)).split('\n').length;

describe('SIGTERM', () => {
  let workspace: Awaited<ReturnType<typeof freshDatabase>>;
  beforeAll(async () => {
    workspace = await freshDatabase();
  });
  afterAll(() => workspace.close());

  async function stopInTime(program: Program): Promise<Exit> {
    const before = Date.now();
    const exit = await program.stop();
    expect(Date.now() - before).toBeLessThan(STOPS_WITHIN_MS);
    return exit;
  }

  it.each(['standalone', 'api', 'worker'] as const)('ends %s with 0', async (name) => {
    const program = await Program.start({ program: name, env: workspace.env });
    expect(await stopInTime(program)).toEqual({ code: 0, signal: null });
    expect(program.stderr).toBe('');
  });

  it('does not wait for pages that are open', async () => {
    const program = await Program.start({ env: workspace.env });
    const admin = await signInAsBootstrap(program.url);
    const page = await Listener.open(program.url, admin);
    await page.hear('hello', ({ event }) => event === 'hello');
    expect(await stopInTime(program)).toEqual({ code: 0, signal: null });
    await page.close();
  });
});
