import type { INestApplicationContext } from '@nestjs/common';
import { sql } from '#platform';
import type { Database } from '#platform';
import { DraftRelease, GiveReleaseCommand } from '#release';
import type { Actor } from '#workflow';
import { ANSWER_STATES } from './core/index.js';
import type { Act, AnswerState, OfficeParams } from './core/index.js';
import type { Executed } from './ports.js';

type Reader = Database['reader'];
export type AnswerAct = Extract<Act, { command: `${string}-answer` }>;

export const ANSWER_COMMANDS: readonly AnswerAct['command'][] = [
  'draft-answer',
  'submit-answer',
  'review-answer',
  'publish-answer',
];

export const isAboutAnswer = (act: Act): act is AnswerAct =>
  ANSWER_COMMANDS.some((command) => command === act.command);

/** Joint review as a replay's office goes through it: the same use cases as by hand. */
export class AnswerDesk {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly reader: Reader,
  ) {}

  /** Where the newest text about an incident is; null when there is none. */
  async stateOf(incidentId: string): Promise<AnswerState | null> {
    const release = await this.newest(incidentId);
    return ANSWER_STATES.find((state) => state === release?.state) ?? null;
  }

  async execute(
    incidentId: string,
    act: AnswerAct,
    actor: Actor & { readonly id: string },
  ): Promise<Executed> {
    if (act.command === 'draft-answer') return this.draft(incidentId, act.params, actor);
    const release = await this.newest(incidentId);
    if (release === null) return { ok: false, codes: ['not-found'] };
    return this.give(release.id, act, actor);
  }

  private async draft(
    incidentId: string,
    { title, body }: OfficeParams['draft-answer'],
    actor: Actor & { readonly id: string },
  ): Promise<Executed> {
    const channelIds = (await this.channels()).map(({ id }) => id);
    const given = { incidentId, title, body, channelIds, publishAt: null, evidenceIds: null };
    return outcomeOf(await this.app.get(DraftRelease, { strict: false }).run(given, actor));
  }

  private async give(
    releaseId: string,
    act: Exclude<AnswerAct, { command: 'draft-answer' }>,
    actor: Actor,
  ): Promise<Executed> {
    const command = { releaseId, actor, expectedVersion: null };
    const commands = this.app.get(GiveReleaseCommand, { strict: false });
    switch (act.command) {
      case 'submit-answer':
        return outcomeOf(await commands.run({ ...command, name: 'submit', body: {} }));
      case 'review-answer':
        return outcomeOf(
          await commands.run({ ...command, name: 'approve', body: { checks: CHECKS } }),
        );
      case 'publish-answer': {
        const links = (await this.channels()).map(({ id, url }) => ({
          channelId: id,
          url: `${url}${releaseId}`,
        }));
        return outcomeOf(await commands.run({ ...command, name: 'publish', body: { links } }));
      }
    }
  }

  private async newest(incidentId: string): Promise<{ id: string; state: string } | null> {
    const [row] = await sql<{ id: string; state: string }>(
      this.reader,
      'SELECT id, state FROM releases WHERE incident_id = $1 ORDER BY created_at DESC, id DESC LIMIT 1',
      [incidentId],
    );
    return row ?? null;
  }

  /** The body's own website: where every answer is put. */
  private channels(): Promise<{ id: string; url: string }[]> {
    return sql(
      this.reader,
      "SELECT id, url FROM channels WHERE kind = 'website' AND url IS NOT NULL AND retired_at IS NULL ORDER BY name LIMIT 1",
    );
  }
}

const CHECKS = ['political', 'legal', 'policy', 'secrecy', 'wording'];

function outcomeOf(
  given:
    | { readonly ok: true }
    | { readonly ok: false; readonly reasons: readonly { readonly code: string }[] }
    | null,
): Executed {
  if (given?.ok === true) return { ok: true };
  return {
    ok: false,
    codes: given === null ? ['not-found'] : given.reasons.map(({ code }) => code),
  };
}
