import type { PaperBlock } from '#documents';
import type { IncidentRecord } from '../incident-record.js';
import { paramsOf, textIn } from './teller.js';
import type { Teller } from './teller.js';

type Section = (record: IncidentRecord, say: Teller) => PaperBlock[];

export const facts: Section = ({ incident, chapter, archivedAt, categoryName }, say) => [
  ...say.fact('number', textIn(incident, 'number')),
  ...say.fact('chapter', String(chapter)),
  ...say.fact('name', textIn(incident, 'title')),
  ...say.fact('claim', textIn(incident, 'claim')),
  ...say.fact('kind', say.word('kind', incident['kind'])),
  ...say.fact('category', categoryName?.[say.locale] ?? textIn(incident, 'category')),
  ...say.fact('place', textIn(incident, 'place')),
  ...say.fact('occurred', say.moment(incident['occurredAt'])),
  ...say.fact('detected', say.moment(incident['detectedAt'])),
  ...say.fact('severity', say.word('severity', incident['severity'])),
  ...say.fact('verdict', say.word('verdict', incident['verdict'])),
  ...say.fact('unit', say.name(incident['unitId'])),
  ...say.fact('archived', say.moment(archivedAt)),
];

/** Judgements and consultations in the order in which they were. */
export const judgement: Section = ({ judgements, consultation }, say) =>
  [...judgements, ...consultation]
    .sort((a, b) => a.seq - b.seq)
    .flatMap((entry): PaperBlock[] => {
      const params = paramsOf(entry);
      const said = ['question', 'text', 'reason', 'note', 'summary'].map((name) =>
        textIn(params, name),
      );
      return [
        {
          is: 'fact',
          name: say.line(say.moment(entry.at), say.actor(entry)),
          text: say.line(
            say.word('did', entry.data['command'] === 'concur' ? 'concurred' : entry.type),
            say.word('severity', params['severity']),
            say.word('decision', params['decision']),
            ...said,
          ),
        },
      ];
    });

export const evidence: Section = (record, say) =>
  record.evidence.map((item) => ({
    is: 'fact',
    name: say.line(say.moment(item['addedAt']), say.name(item['addedBy'])),
    text: say.line(
      say.word('verdict', item['verdict']),
      textIn(item, 'text'),
      textIn(item, 'url'),
      nameOfFile(record, item['attachmentId']),
    ),
  }));

export const plan: Section = ({ plan: actions }, say) =>
  actions.map((action) => ({
    is: 'fact',
    name: textIn(action, 'title'),
    text: say.line(
      say.name(action['unitId']),
      say.name(action['ownerId']),
      say.moment(action['dueAt']),
      say.word('action', action['status']),
      textIn(action, 'basis'),
      textIn(action, 'result'),
    ),
  }));

export const publications: Section = ({ publications: releases }, say) =>
  releases.map((release) => ({
    is: 'fact',
    name: textIn(release, 'title'),
    text: say.line(say.word('publication', release['status']), say.moment(release['publishedAt'])),
  }));

export const upward: Section = ({ upwardReports }, say) =>
  upwardReports.flatMap((entry): PaperBlock[] => {
    const params = paramsOf(entry);
    const name = say.line(
      say.word('upward', params['type']),
      say.moment(entry.at),
      say.actor(entry),
    );
    return [
      { is: 'heading2', text: name },
      { is: 'text', text: textIn(params, 'text') },
    ];
  });

export const deadlines: Section = ({ deadlines: clocks }, say) =>
  clocks.map(({ title, basis, dueAt, state }) => ({
    is: 'fact',
    name: title[say.locale],
    text: say.line(say.moment(dueAt), say.word('deadline', state), basis ?? ''),
  }));

export const closing: Section = ({ closing: said }, say) => {
  const score = said['satisfaction'];
  return [
    ...say.fact('summary', textIn(said, 'summary')),
    ...say.fact('review', textIn(said, 'review')),
    ...say.fact('lessons', textIn(said, 'lessons')),
    ...say.fact('noResponse', textIn(said, 'responseNotNeeded')),
    ...(typeof score === 'number'
      ? say.fact(
          'satisfaction',
          say.line(`${String(score)} / 5`, say.word('asked', said['satisfactionAsked'])),
        )
      : []),
  ];
};

const nameOfFile = ({ attachments }: IncidentRecord, id: unknown): string =>
  attachments.find((file) => file.id === id)?.name ?? '';
