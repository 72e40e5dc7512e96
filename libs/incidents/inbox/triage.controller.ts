import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CurrentUser, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { invalid } from '#platform';
import { actorOf } from '#workflow';
import {
  DiscardMentionsBody,
  GroupMentionsBody,
  RestoreMentionsBody,
  TriagedView,
  UndoTriageBody,
} from './triage.dto.js';
import { TriageMentions } from './triage-mentions.js';
import type { Into, Triager } from './triage-mentions.js';

/** What is done with mentions of the inbox. */
@Controller('mentions')
export class TriageController {
  constructor(private readonly triage: TriageMentions) {}

  /** Mentions become a new incident, or part of one that is there. What is seen of them from now on counts there. */
  @Post('group')
  @HttpCode(200)
  @Requires('inbox.triage')
  group(@CurrentUser() user: RequestActor, @Body() body: GroupMentionsBody): Promise<TriagedView> {
    return this.triage.group(body.mentionIds, intoOf(body), triagerOf(user));
  }

  /** Not for us: they leave the inbox, with a reason. */
  @Post('discard')
  @HttpCode(200)
  @Requires('inbox.triage')
  discard(
    @CurrentUser() user: RequestActor,
    @Body() { mentionIds, reason }: DiscardMentionsBody,
  ): Promise<TriagedView> {
    return this.triage.discard(mentionIds, reason, triagerOf(user));
  }

  /** Back to the inbox, out of an incident or from among the discarded. */
  @Post('restore')
  @HttpCode(200)
  @Requires('inbox.triage')
  restore(
    @CurrentUser() user: RequestActor,
    @Body() { mentionIds }: RestoreMentionsBody,
  ): Promise<TriagedView> {
    return this.triage.restore(mentionIds, triagerOf(user));
  }

  /** Undoes what was done. An incident that was made by it is dismissed if nobody has touched it. */
  @Post('undo')
  @HttpCode(200)
  @Requires('inbox.triage')
  undo(@CurrentUser() user: RequestActor, @Body() { actId }: UndoTriageBody): Promise<TriagedView> {
    return this.triage.undo(actId, triagerOf(user));
  }
}

const triagerOf = (user: RequestActor): Triager => ({ ...actorOf(user), locale: user.locale });

function intoOf({ incidentId, new: incident }: GroupMentionsBody): Into {
  if (incidentId !== undefined && incident === undefined) return { incidentId };
  if (incidentId === undefined && incident !== undefined) {
    const { title, claim, kind, category, place = null, severity = null } = incident;
    return { incident: { title, claim, kind, category, place, severity, occurredAt: null } };
  }
  throw invalid([
    {
      path: 'incidentId',
      message: {
        zh: '请给出要归入的事件，或新事件的内容，两者取一',
        en: 'Give either the incident to join, or what the new one is about',
      },
    },
  ]);
}
