import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { officeConfig } from '../support/config.js';
import type { ConfigCopy } from '../support/config.js';
import { aJudgement, aRumour } from '../support/incidents.js';
import type { IncidentPage } from '../support/incidents.js';
import { hireOffice, unitIdOf } from '../support/people.js';
import { Program, killPrograms } from '../support/program.js';
import { RedisServer, hasRedis } from '../support/redis.js';
import { until } from '../support/until.js';
import { freshDatabase } from '../support/workspace.js';

let config: ConfigCopy;
beforeAll(() => {
  config = officeConfig();
});
afterAll(() => {
  config.remove();
});
afterEach(killPrograms);

const backends = ['postgres', 'redis'] as const;

describe('api and worker, each in a process of its own,', () => {
  it.each(backends.filter((backend) => backend === 'postgres' || hasRedis()))(
    'share a database, with queues on %s',
    async (backend) => {
      const redis = backend === 'redis' ? await RedisServer.start() : null;
      const workspace = await freshDatabase();
      const env = {
        ...workspace.env,
        ...config.env,
        ...(redis !== null && { REDIS_URL: redis.url }),
      };
      const api = await Program.start({ program: 'api', env });
      const { admin, monitor, analyst, handler, leader } = await hireOffice(api.url);
      // Nobody sweeps yet: the api says that it is not ready to be relied on.
      expect((await admin.refused('GET', '/health/ready')).status).toBe(503);
      const { id, version } = (await monitor.post('/incidents', aRumour())) as IncidentPage;
      const reported = (await monitor.post(`/incidents/${id}/commands/report`, {
        expectedVersion: version,
        severity: 'IV',
      })) as IncidentPage;

      const worker = await Program.start({ program: 'worker', env });
      await until('the ladder reaches the leader', async () => {
        const { unread } = (await leader.get('/notifications')) as { unread: number };
        return unread > 0;
      });
      await analyst.post(`/incidents/${id}/commands/judge`, {
        expectedVersion: reported.version,
        ...aJudgement(await unitIdOf(analyst, 'water')),
      });
      await until('the message of the judgement has come through the queue', async () => {
        const { items } = (await handler.get('/notifications')) as { items: { topic: string }[] };
        return items.some(({ topic }) => topic === 'incident.judged');
      });
      expect(await admin.get('/health/ready')).toEqual({ ready: true });
      // The first sweeps of a busy machine come late; that must pass.
      await until('the engine is on time', async () => {
        const engine = (await admin.get('/health/engine')) as { verdict: string };
        return engine.verdict === 'ok';
      });
      expect(await admin.get('/health/engine')).toMatchObject({ queues: { backend } });
      expect(await worker.stop()).toEqual({ code: 0, signal: null });
      expect(await api.stop()).toEqual({ code: 0, signal: null });
      await workspace.close();
      await redis?.stop();
    },
    60_000,
  );
});
