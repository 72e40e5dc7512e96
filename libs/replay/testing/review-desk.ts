import { create, decide } from '#workflow';
import type { Actor, Facts, Subject } from '#workflow';
import type { AnswerState, OfficeParams } from '../core/index.js';
import { ANSWER_STATES } from '../core/index.js';
import type { AnswerAct } from '../answers.js';
import type { Executed } from '../ports.js';
import { shippedDefinition } from './shipped.js';

const DEFINITION = shippedDefinition('release');

interface Incident {
  readonly id: string;
  readonly severity: string;
  readonly unitId: string;
}

/** Joint review in memory, by the shipped rules: what use cases compute from texts and people stands here as it is. */
export class ReviewDesk {
  private readonly answers = new Map<string, Subject>();
  private written = 0;

  stateOf(incidentId: string): AnswerState | null {
    const state = this.answers.get(incidentId)?.state;
    return ANSWER_STATES.find((one) => one === state) ?? null;
  }

  execute(incident: Incident, act: AnswerAct, actor: Actor, now: number): Executed {
    switch (act.command) {
      case 'draft-answer':
        return this.draft(incident, act.params, actor, now);
      case 'submit-answer':
        return this.give(incident, 'submit', about(incident), actor, now);
      case 'review-answer': {
        const { seat } = act.params;
        return this.give(incident, 'approve', { ...TICKED, seat, review: [{ seat }] }, actor, now);
      }
      case 'publish-answer':
        return this.give(incident, 'publish', { ...this.text(), links: LINKS }, actor, now);
    }
  }

  private draft(
    incident: Incident,
    words: OfficeParams['draft-answer'],
    actor: Actor,
    now: number,
  ): Executed {
    this.written += 1;
    const people = { drafters: [actor.id ?? ''], newAuthors: [{ id: actor.id ?? '' }] };
    const params = {
      ...about(incident),
      ...words,
      ...people,
      ...this.text(),
      ...{
        incidentId: incident.id,
        publicityUnitId: 'publicity',
        channelIds: ['website'],
        allEvidence: true,
      },
    };
    const command = { name: 'create', actor, params, expectedVersion: null };
    const id = `release-${String(this.written)}`;
    return this.keep(incident.id, create(DEFINITION, id, command, now));
  }

  private give({ id }: Incident, name: string, params: Facts, actor: Actor, now: number): Executed {
    const answer = this.answers.get(id);
    if (answer === undefined) return { ok: false, codes: ['not-found'] };
    const command = { name, actor, params, expectedVersion: answer.version };
    return this.keep(id, decide(DEFINITION, answer, command, now));
  }

  private keep(incidentId: string, decision: ReturnType<typeof decide>): Executed {
    if (!decision.ok) return { ok: false, codes: decision.reasons.map(({ code }) => code) };
    this.answers.set(incidentId, decision.subject);
    return { ok: true };
  }

  private text(): Facts {
    return { textVersion: 1, sha256: `text-${String(this.written)}` };
  }
}

const CHECKS = ['political', 'legal', 'policy', 'secrecy', 'wording'];
const TICKED = Object.fromEntries(CHECKS.map((check) => [`checks.${check}`, true]));
const LINKS = [{ channelId: 'website', url: 'https://www.qingyuan.example/notice' }];

const about = ({ severity, unitId }: Incident): Facts => ({ severity, unitId });
