import type { Act } from '../act.js';
import type { Pace } from '../pace.js';
import { after } from '../pace.js';
import type { Desk } from '../situation.js';
import { roundOf, timesGiven } from '../situation.js';
import { answerText, answerTitle } from '../texts/answers.js';
import type { IncidentKind } from '../values.js';
import { MINUTE } from '../values.js';
import type { Track } from './track.js';

const WRITING: Pace = { rhythm: 'desk', median: 30 * MINUTE, sigma: 0.5 };
const READING: Pace = { rhythm: 'desk', median: 20 * MINUTE, sigma: 0.6 };
const POSTING: Pace = { rhythm: 'duty', median: 6 * MINUTE, sigma: 0.5 };

/** How many of each kind are answered in the open; the others say why nothing is published. */
const ANSWERED: Readonly<Record<IncidentKind, number>> = {
  rumour: 0.9,
  emergency: 0.9,
  complaint: 0.6,
  'hot-topic': 0.5,
};

/** From the finding to the published text: written by the unit, read by two others, posted. */
export const answer: Track = (desk) => {
  const { now, dice } = desk;
  if (now.hasPublished || dice(`answered ${roundOf(desk)}`) >= ANSWERED[now.kind]) return null;
  switch (now.answer) {
    case null:
    case 'withdrawn':
    case 'discarded': {
      const params = { title: answerTitle(now), body: answerText(dice, now) };
      return { command: 'draft-answer', params, role: 'handler', at: at(desk, WRITING) };
    }
    case 'draft':
      return { command: 'submit-answer', params: {}, role: 'handler', at: at(desk, POSTING) };
    case 'unit-review':
      return review(desk, 'unit');
    case 'publicity-review':
      return review(desk, 'publicity');
    case 'urgent-review':
      // Both are asked at once; whoever of the unit is nearer, answers first.
      return review(desk, timesGiven(desk, 'review-answer') % 2 === 0 ? 'unit' : 'publicity');
    case 'approved':
      return { command: 'publish-answer', params: {}, role: 'handler', at: at(desk, POSTING) };
    case 'published':
    case 'filed':
      return null;
  }
};

const review = (desk: Desk, seat: 'unit' | 'publicity'): Act => ({
  command: 'review-answer',
  params: { seat },
  role: seat === 'unit' ? 'reviewer' : 'leader',
  at: at(desk, READING),
});

const at = (desk: Desk, pace: Pace): number =>
  after(desk, `answer ${desk.now.answer ?? 'none'} ${timesGiven(desk, 'review-answer')}`, pace);
