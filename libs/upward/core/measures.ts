import { TO_VERIFY } from './fields.js';
import type { ActionOfPlan, IncidentRecord } from './incident-record.js';
import { sentence, shortMoment } from './words.js';

/** What was done, in the order in which it happens; what nobody did is not mentioned. */
export function measuresOf(record: IncidentRecord, zone: string): string {
  const at = (instant: number): string => shortMoment(instant, zone);
  const { acknowledgedAt, judgedAt, unit, actions, publications, pressConference } = record;
  const done = actions.filter(({ status }) => status === 'done');
  const open = actions.filter(({ status }) => status === 'open');
  const sentences = [
    ...(acknowledgedAt === null ? [] : [`${at(acknowledgedAt)}，值班室已签收`]),
    ...(judgedAt === null ? [] : [`${at(judgedAt)}，完成研判${handedTo(unit)}`]),
    ...(done.length === 0 ? [] : [`已完成：${done.map(whatWasDone).join('；')}`]),
    ...(open.length === 0 ? [] : [`正在进行：${open.map(whatIsDone).join('；')}`]),
    ...publications.flatMap(publicationOf(at)),
    ...(pressConference === 'held' ? ['已召开新闻发布会'] : []),
    ...(pressConference === 'waived' ? ['经领导决定，不召开新闻发布会'] : []),
  ];
  return sentences.length === 0 ? sentence(TO_VERIFY) : sentences.map(sentence).join('');
}

const handedTo = (unit: string | null): string => (unit === null ? '' : `，由${unit}负责处置`);

const byUnit = ({ unit, title }: ActionOfPlan): string =>
  unit === null ? title : `${unit}${title}`;

const whatIsDone = (action: ActionOfPlan): string => byUnit(action);

const whatWasDone = (action: ActionOfPlan): string =>
  action.result === null || action.result.trim() === ''
    ? byUnit(action)
    : `${byUnit(action)}（${action.result.trim().replace(/[。；]+$/u, '')}）`;

const publicationOf =
  (at: (instant: number) => string) =>
  ({ title, status, publishedAt }: IncidentRecord['publications'][number]): string[] => {
    const when = publishedAt === null ? '' : `${at(publishedAt)}，`;
    switch (status) {
      case 'published':
        return [`${when}已发布《${title}》`];
      case 'corrected':
        return [`${when}已发布《${title}》，其后作了更正`];
      case 'withdrawn':
        return [`《${title}》已撤回`];
      default:
        return [];
    }
  };
