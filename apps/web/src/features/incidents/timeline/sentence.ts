import type { TimelineItem } from '../../../api/incident-types';
import type { Text } from '../../../i18n/define-text';
import type { Say } from '../words/use-say';
import { factsIn, idsIn, instantIn, rowsIn, textIn, type Data } from './data';
import type { zh } from './locales';

/** What an entry says after "李某 09:12": the predicate, and words of the person's own. */
export interface Sentence {
  readonly did: string;
  readonly quote: string | null;
}

export interface Teller {
  readonly t: Text<typeof zh>;
  readonly say: Say;
  /** The name of a person or unit; null when it is not known. */
  readonly name: (id: string) => string | null;
  readonly action: (id: string) => string | null;
  readonly number: (incidentId: string) => string | null;
}

export type EntryKind = 'acts' | 'deadlines' | 'ladders';
export const ENTRY_KINDS: readonly EntryKind[] = ['acts', 'deadlines', 'ladders'];

const OF_LADDERS = new Set([
  'ladder-step',
  'ladder-exhausted',
  'acknowledgement-lapsed',
  'escalation-acknowledged',
]);

export function kindOf(type: string): EntryKind {
  if (OF_LADDERS.has(type)) return 'ladders';
  return type.startsWith('deadline-') ? 'deadlines' : 'acts';
}

type Told = Sentence | string;
type Tell = (data: Data, teller: Teller) => Told;

/** One entry of the timeline in the reader's language. */
export function sentenceOf({ type, data }: TimelineItem, teller: Teller): Sentence {
  const told = TELL[type]?.(data, teller) ?? teller.t('did.other', { type });
  return typeof told === 'string' ? { did: told, quote: null } : told;
}

const quoted = (did: string, quote: string | null): Sentence => ({ did, quote });
const params = (data: Data) => factsIn(data, 'params');
/** A decided value: what the event sets, or else what was asked for. */
const decided = (data: Data, name: string) =>
  textIn(factsIn(data, 'set'), name) ?? textIn(params(data), name);
const reason = (data: Data) => textIn(params(data), 'reason') ?? textIn(params(data), 'note');
const isConcurrence = (data: Data) => data['command'] === 'concur';
const clockOf = (data: Data, { say }: Teller) => say.clock(data['clock'] ?? params(data)['clock']);

function actionOf(data: Data, { t, action }: Teller): string {
  return action(textIn(params(data), 'actionId') ?? '') ?? t('did.action.unknown');
}

function graded(plain: 'did.judged' | 'did.regraded'): Tell {
  return (data, { t, say }) => {
    const severity = decided(data, 'severity');
    // An event tells only what it changed: a concurrence with the grade that stood already tells none.
    if (severity === null && isConcurrence(data)) return quoted(t('did.concurred'), reason(data));
    const grade = say.grade(severity);
    const decision = say.decision(decided(data, 'decision'));
    const key = isConcurrence(data) ? (`${plain}.concur` as const) : plain;
    return quoted(t(key, { grade, decision }), reason(data));
  };
}

function withReason(
  key:
    | 'did.judgement-returned'
    | 'did.judgement-declined'
    | 'did.regrade-declined'
    | 'did.disposal-returned'
    | 'did.handed-back'
    | 'did.supervision-lifted'
    | 'did.reopened'
    | 'did.acknowledged',
): Tell {
  return (data, { t }) => quoted(t(key), reason(data));
}

function plain(
  key:
    | 'did.detected'
    | 'did.archived'
    | 'did.unmerged'
    | 'did.absorbed'
    | 'did.released'
    | 'did.published',
): Tell {
  return (_, { t }) => t(key);
}

function aboutClock(
  key:
    | 'did.deadline-warned'
    | 'did.deadline-breached'
    | 'did.deadline-resumed'
    | 'did.ladder-exhausted'
    | 'did.acknowledgement-lapsed'
    | 'did.clock-resumed',
): Tell {
  return (data, teller) => teller.t(key, { clock: clockOf(data, teller) });
}

const tellDismissed: Tell = (data, { t }) => {
  const command = data['command'];
  const key =
    command === 'judge' || command === 'concur'
      ? (`did.dismissed.${command}` as const)
      : 'did.dismissed';
  return quoted(t(key), reason(data));
};

const tellDisposing: Tell = (data, { t }) => {
  const titles = rowsIn(params(data), 'actions').flatMap((row) => textIn(row, 'title') ?? []);
  return quoted(t('did.disposing', { count: titles.length }), titles.join('\n') || null);
};

const tellVerdict: Tell = (data, { t, say }) => {
  const evidence = rowsIn(params(data), 'evidence').flatMap((row) => textIn(row, 'text') ?? []);
  const verdict = say.verdict(textIn(params(data), 'verdict'));
  const why = reason(data);
  const told = [...(why === null ? [] : [why]), ...evidence].join('\n') || null;
  return quoted(t(why === null ? 'did.verdict-set' : 'did.verdict-changed', { verdict }), told);
};

const tellConsulted: Tell = (data, { t, name }) => {
  const units = idsIn(params(data), 'unitIds').map((id) => name(id) ?? t('did.someone'));
  return quoted(
    t('did.consulted', { units: units.join(t('did.join')) }),
    textIn(params(data), 'question'),
  );
};

const tellView: Tell = (data, { t }) => quoted(t('did.view-given'), textIn(params(data), 'text'));

const tellAssigned: Tell = (data, { t, name }) => {
  const to = ['userId', 'unitId'].flatMap((key) => textIn(params(data), key) ?? []);
  const names = to.map((id) => name(id) ?? t('did.someone'));
  return t('did.assigned', { who: names.join(t('did.join')) });
};

const tellMerged: Tell = (data, { t, number }) => {
  const into = number(textIn(params(data), 'intoId') ?? '');
  return into === null ? t('did.merged') : t('did.merged.into', { number: into });
};

const tellStep: Tell = (data, teller) => {
  const { t, name } = teller;
  const people = idsIn(data, 'reached').map((id) => name(id) ?? t('did.someone'));
  const where = {
    round: Number(data['round']),
    step: Number(data['step']),
    clock: clockOf(data, teller),
  };
  return people.length === 0
    ? t('did.ladder-step.nobody', where)
    : t('did.ladder-step', { ...where, names: people.join(t('did.join')) });
};

const tellUpward: Tell = (data, { t, say }) =>
  quoted(
    t('did.upward', { type: say.upward(textIn(params(data), 'type')) }),
    textIn(params(data), 'text'),
  );

/** By the type of the entry: events of config/workflows/incident.yaml, deadlines, ladders. */
const TELL: Readonly<Partial<Record<string, Tell>>> = {
  detected: plain('did.detected'),
  reported: (data, { t, say }) =>
    t('did.reported', { grade: say.grade(decided(data, 'severity')) }),
  acknowledged: withReason('did.acknowledged'),
  'judgement-proposed': (data, { t, say }) =>
    quoted(
      t('did.judgement-proposed', {
        grade: say.grade(textIn(params(data), 'severity')),
        decision: say.decision(textIn(params(data), 'decision')),
      }),
      reason(data),
    ),
  judged: graded('did.judged'),
  dismissed: tellDismissed,
  'regrade-proposed': (data, { t, say }) =>
    quoted(
      t('did.regrade-proposed', { grade: say.grade(textIn(params(data), 'severity')) }),
      reason(data),
    ),
  regraded: graded('did.regraded'),
  observing: (data, { t, say }) => t('did.observing', { at: momentIn(data, 'until', say) }),
  disposing: tellDisposing,
  'action-added': (data, { t }) => quoted(t('did.action-added'), textIn(params(data), 'title')),
  'action-changed': (data, teller) =>
    quoted(teller.t('did.action-changed', { action: actionOf(data, teller) }), reason(data)),
  'handed-back': withReason('did.handed-back'),
  supervised: (data, { t, say }) =>
    quoted(t('did.supervised', { every: say.every(textIn(params(data), 'every')) }), reason(data)),
  'progress-reported': (data, { t }) =>
    quoted(t('did.progress-reported'), textIn(params(data), 'text')),
  'supervision-lifted': withReason('did.supervision-lifted'),
  'action-completed': (data, teller) =>
    quoted(
      teller.t('did.action-completed', { action: actionOf(data, teller) }),
      textIn(params(data), 'result'),
    ),
  'action-waived': (data, teller) =>
    quoted(teller.t('did.action-waived', { action: actionOf(data, teller) }), reason(data)),
  'verdict-set': tellVerdict,
  'judgement-declined': withReason('did.judgement-declined'),
  'regrade-declined': withReason('did.regrade-declined'),
  reclassified: (data, { t, say }) =>
    quoted(t('did.reclassified', { kind: say.kind(textIn(params(data), 'kind')) }), reason(data)),
  consulted: tellConsulted,
  'view-given': tellView,
  'views-complete': tellView,
  'consultation-closed': (data, { t }) =>
    quoted(t('did.consultation-closed'), textIn(params(data), 'summary')),
  disposed: (data, { t }) => quoted(t('did.disposed'), textIn(params(data), 'responseNotNeeded')),
  'judgement-returned': withReason('did.judgement-returned'),
  'disposal-returned': withReason('did.disposal-returned'),
  archived: plain('did.archived'),
  'record-sealed': (data, { t }) => t('did.record-sealed', { chapter: Number(data['chapter']) }),
  'wording-removed': (data, { t }) => t('did.wording-removed', { count: Number(data['mentions']) }),
  merged: tellMerged,
  unmerged: plain('did.unmerged'),
  reopened: withReason('did.reopened'),
  assigned: tellAssigned,
  noted: (data, { t }) => quoted(t('did.noted'), textIn(params(data), 'text')),
  attached: (data, { t }) => t('did.attached', { name: textIn(params(data), 'name') ?? '' }),
  linked: (data, { t, number }) => {
    const other = number(textIn(params(data), 'incidentId') ?? '');
    const parts = [other, textIn(params(data), 'url'), textIn(params(data), 'note')];
    return quoted(t('did.linked'), parts.filter((part) => part !== null).join('\n') || null);
  },
  'clock-paused': (data, teller) =>
    quoted(
      teller.t('did.clock-paused', {
        clock: clockOf(data, teller),
        at: momentIn(data, 'resumeBy', teller.say),
      }),
      reason(data),
    ),
  'clock-resumed': aboutClock('did.clock-resumed'),
  'follow-up-recorded': tellUpward,
  'upward-report-recorded': tellUpward,
  'press-conference-settled': (data, { t }) =>
    quoted(
      t(textIn(params(data), 'outcome') === 'held' ? 'did.press.held' : 'did.press.waived'),
      reason(data),
    ),
  absorbed: plain('did.absorbed'),
  released: plain('did.released'),
  'mention-added': (data, { t }) =>
    t('did.mention-added', { count: idsIn(params(data), 'mentionIds').length }),
  'mention-removed': (data, { t }) =>
    t('did.mention-removed', { count: idsIn(params(data), 'mentionIds').length }),
  published: plain('did.published'),
  'deadline-warned': aboutClock('did.deadline-warned'),
  'deadline-breached': aboutClock('did.deadline-breached'),
  'deadline-resumed': aboutClock('did.deadline-resumed'),
  'ladder-step': tellStep,
  'ladder-exhausted': aboutClock('did.ladder-exhausted'),
  'acknowledgement-lapsed': aboutClock('did.acknowledgement-lapsed'),
  'escalation-acknowledged': (data, teller) =>
    quoted(
      teller.t('did.escalation-acknowledged', { clock: clockOf(data, teller) }),
      textIn(data, 'note'),
    ),
};

function momentIn(data: Data, name: string, say: Say): string {
  const at = instantIn(params(data), name);
  return at === null ? '' : say.moment(at);
}
