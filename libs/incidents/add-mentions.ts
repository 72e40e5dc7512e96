import { Injectable } from '@nestjs/common';
import { Redactor } from '#intake';
import { notFound } from '#platform';
import type { Tx } from '#platform';
import { WorkflowRuntime } from '#workflow';
import { insertMentions, recountReach } from './mentions.js';
import type { NewMention } from './mentions.js';
import { announce } from './sight/announce.js';
import { project } from './projector.js';

/** More of the same was seen: joins the incident that is there, whatever state it is in. */
@Injectable()
export class AddMentions {
  constructor(
    private readonly runtime: WorkflowRuntime,
    private readonly redactor: Redactor,
  ) {}

  /** 404 when there is no such incident. The mentions pass the redactor. */
  async within(
    tx: Tx,
    incidentId: string,
    mentions: readonly NewMention[],
    now: number,
  ): Promise<void> {
    const loaded = (await this.runtime.lock(tx, [incidentId])).get(incidentId);
    if (loaded === undefined) throw notFound('This incident');
    const { clean } = this.redactor;
    const cleaned = mentions.map((mention) => ({
      ...mention,
      source: clean(mention.source),
      url: mention.url === null ? null : clean(mention.url),
      text: clean(mention.text),
    }));
    const mentionIds = await insertMentions(tx, incidentId, cleaned, now);
    if (mentionIds.length === 0) return;
    const actor = { kind: 'system', id: null, roles: ['system'], unitId: null } as const;
    const command = { name: 'add-mention', actor, params: { mentionIds }, expectedVersion: null };
    const decision = this.runtime.decide(loaded, command, now);
    if (!decision.ok)
      throw new Error(`add-mention was refused: ${JSON.stringify(decision.reasons)}`);
    await this.runtime.persist(tx, loaded, decision, now);
    await recountReach(tx, [incidentId]);
    await project(tx, decision, now);
    await announce(tx, decision, loaded.subject.facts, now);
  }
}
