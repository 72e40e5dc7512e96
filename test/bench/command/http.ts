import { z } from 'zod';
import { Caller } from '../setting/caller.js';
import { ADMINISTRATOR, Program, withDataFolder } from '../setting/program.js';
import { rateOf } from './clients.js';
import type { Turn } from './clients.js';
import { COMMANDS, rumour } from './ours.js';

const PASSWORD = 'long-enough-officer';
const page = z.object({ version: z.number() });

/** Commands per second over HTTP, on a workspace of its own. */
export const httpRate = (incidents: number): Promise<number> =>
  withDataFolder(async (dataDir) => {
    const program = await Program.start(dataDir);
    try {
      const officer = await anOfficer(program.url);
      const ids: string[] = [];
      for (let done = 0; done < incidents; done += 1)
        ids.push(await officer.make('/incidents', body()));
      return await rateOf(ids, turnOf(officer));
    } finally {
      await program.stop();
    }
  });

async function anOfficer(url: string): Promise<Caller> {
  const { username, password } = ADMINISTRATOR;
  const administrator = await Caller.signIn(url, username, password);
  await administrator.make('/users', {
    username: 'officer',
    name: '值班员',
    password: PASSWORD,
    roles: ['officer'],
  });
  return Caller.signIn(url, 'officer', PASSWORD);
}

/** A page carries the version that the next command has to name; ladders do not raise it. */
const turnOf =
  (officer: Caller): Turn =>
  async (incidentId) => {
    let expectedVersion = 1;
    for (const [name, params] of COMMANDS) {
      const path = `/incidents/${incidentId}/commands/${name}`;
      const answer = await officer.post(path, { expectedVersion, ...params });
      expectedVersion = page.parse(answer).version;
    }
    return COMMANDS.length;
  };

function body(): unknown {
  const { title, claim, kind, category, place, mentions } = rumour(Date.now());
  return {
    ...{ title, claim, kind, category, place },
    mentions: mentions.map(({ source, text, seenAt, views }) => ({
      ...{ source, text, views },
      seenAt: new Date(seenAt).toISOString(),
    })),
  };
}
