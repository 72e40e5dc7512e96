import { may, type Me } from '../api/types';
import type { IconName } from '../ui/Icon';

/** A name in both languages, beside its address, so that a place is one entry in one file. */
interface Name {
  readonly zh: string;
  readonly en: string;
}

export interface Place {
  readonly to: string;
  readonly name: Name;
  /** The menu it is in; `top` stands in the bar itself. */
  readonly group: Group;
  readonly icon: IconName;
  /** Who is shown the way there; everybody, when left out. The server decides who may enter. */
  readonly for?: (me: Me) => boolean;
  /** Phones have room for three places, the first of these. */
  readonly tab?: (me: Me) => boolean;
}

export const GROUPS = {
  top: { zh: '', en: '' },
  answer: { zh: '发布', en: 'Answers' },
  report: { zh: '报告', en: 'Reports' },
  duty: { zh: '值班', en: 'Duty' },
  office: { zh: '管理', en: 'Office' },
} as const satisfies Record<string, Name>;

export type Group = keyof typeof GROUPS;

const always = (): boolean => true;

/** Everywhere one can go from the top bar, in its order. A new place is one entry here and one in `routes.tsx`. */
const PLACES: readonly Place[] = [
  { to: '/', name: { zh: '值班台', en: 'Duty desk' }, group: 'top', icon: 'desk', tab: always },
  {
    ...{ to: '/incidents', name: { zh: '事件', en: 'Incidents' }, group: 'top', icon: 'list' },
    tab: always,
  },
  {
    ...{ to: '/inbox', name: { zh: '线索', en: 'Inbox' }, group: 'top', icon: 'inbox' },
    for: (me) => may(me, 'inbox.triage'),
  },
  {
    ...{ to: '/actions', name: { zh: '我的措施', en: 'My actions' }, group: 'top', icon: 'check' },
    for: (me) => me.roles.includes('handler'),
    tab: (me) => me.roles.includes('handler'),
  },
  {
    ...{ to: '/overview', name: { zh: '总览', en: 'Overview' }, group: 'top', icon: 'pulse' },
    for: (me) => may(me, 'overview.read') && me.roles.includes('leader'),
    tab: (me) => me.roles.includes('leader'),
  },
  {
    ...{ to: '/reports', name: { zh: '分析报告', en: 'Briefs' }, group: 'report', icon: 'book' },
    for: (me) => may(me, 'report.read'),
  },
  {
    ...{ to: '/instructions', name: { zh: '领导批示', en: 'Instructions' }, group: 'report' },
    icon: 'stamp',
    for: (me) => may(me, 'instruction.read'),
  },
  {
    ...{ to: '/upward', name: { zh: '上报', en: 'Upward reports' }, group: 'report' },
    icon: 'send',
    for: (me) => may(me, 'upward.read'),
  },
  {
    ...{ to: '/reviews', name: { zh: '联审', en: 'Reviews' }, group: 'answer', icon: 'check' },
    for: (me) => may(me, 'release.read'),
    tab: (me) => me.roles.includes('reviewer'),
  },
  {
    ...{ to: '/matters', name: { zh: '重要事项', en: 'Important matters' }, group: 'report' },
    icon: 'flag',
    for: (me) => may(me, 'matter.read'),
  },
  {
    ...{ to: '/library', name: { zh: '澄清库', en: 'Library' }, group: 'answer' },
    icon: 'library',
    for: (me) => may(me, 'clarification.read'),
  },
  {
    ...{ to: '/shifts/mine', name: { zh: '我的班次', en: 'My shifts' }, group: 'duty' },
    icon: 'person',
    for: (me) => may(me, 'duty.own'),
    tab: (me) => may(me, 'duty.own'),
  },
  {
    ...{ to: '/rota', name: { zh: '值班表', en: 'Rota' }, group: 'duty', icon: 'rota' },
    for: (me) => may(me, 'duty.read'),
  },
  { to: '/response', name: { zh: '响应统计', en: 'Response' }, group: 'duty', icon: 'clock' },
  {
    ...{ to: '/registers', name: { zh: '登记册', en: 'Registers' }, group: 'office' },
    icon: 'book',
    for: (me) => may(me, 'register.read'),
  },
  { to: '/workflows', name: { zh: '流程', en: 'Workflows' }, group: 'office', icon: 'flow' },
  {
    ...{ to: '/admin/users', name: { zh: '人员与单位', en: 'People and units' }, group: 'office' },
    icon: 'person',
    for: (me) => may(me, 'user.manage'),
  },
  {
    ...{ to: '/admin/sources', name: { zh: '监测源', en: 'Sources' }, group: 'office' },
    icon: 'inbox',
    for: (me) => may(me, 'source.manage'),
  },
  {
    ...{ to: '/admin/audit', name: { zh: '审计', en: 'Audit' }, group: 'office', icon: 'check' },
    for: (me) => may(me, 'audit.read'),
  },
  {
    ...{ to: '/admin/retention', name: { zh: '保存期限', en: 'Retention' }, group: 'office' },
    icon: 'clock',
    for: (me) => may(me, 'retention.read'),
  },
  { to: '/engine', name: { zh: '运行状态', en: 'Engine' }, group: 'office', icon: 'pulse' },
];

export const placesFor = (me: Me): readonly Place[] =>
  PLACES.filter((place) => place.for?.(me) ?? true);

export interface Menu {
  readonly group: Group;
  readonly places: readonly Place[];
}

/** The places of somebody by their menus; a menu with nothing in it is left out. */
export const menusFor = (me: Me): readonly Menu[] =>
  (Object.keys(GROUPS) as Group[])
    .map((group) => ({ group, places: placesFor(me).filter((place) => place.group === group) }))
    .filter(({ places }) => places.length > 0);

const TABS = 3;

/** What the tab bar of a phone shows beside the log; everything is under “more”. */
export const tabsFor = (me: Me): readonly Place[] =>
  placesFor(me)
    .filter((place) => place.tab?.(me) ?? false)
    .slice(0, TABS);

/** Whether an address is this place, or lies below it. */
export const isAt = ({ to }: Place, pathname: string): boolean =>
  to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`);
