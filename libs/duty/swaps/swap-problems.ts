import type { RuleProblem } from '../rule-problem.js';

const problem = (code: string, path: string, zh: string, en: string): RuleProblem => ({
  path,
  code,
  message: { zh, en },
});

export const BUSY = problem(
  'swap.double-booked',
  '',
  '接班人这段时间已有值班',
  'Whoever takes it is on duty then already',
);
export const AWAY = problem(
  'swap.on-leave',
  '',
  '接班人这段时间请假',
  'Whoever takes it is on leave then',
);
export const CHANGED = problem(
  'swap.rota-changed',
  '',
  '值班表已变动，请重新申请',
  'The rota has changed since; offer it again',
);
export const EMPTY = problem(
  'swap.empty',
  'to',
  '结束时间须晚于开始时间',
  'Must end after it begins',
);
export const PAST = problem(
  'swap.past',
  'from',
  '这个班次已经开始，不能再换',
  'The shift has begun; the past does not change',
);
export const NOT_ONE = problem(
  'swap.not-one-person',
  'from',
  '这段时间不是同一个人在值班',
  'This time is not one person’s duty from start to end',
);
export const NOT_YOURS = problem(
  'swap.not-yours',
  'from',
  '只能换自己的班',
  'People offer their own duty only',
);
export const LEADERS_ARRANGE = problem(
  'swap.leaders-arrange',
  'arrangeWith',
  '只有领导可以指定换班',
  'Only leaders arrange for others',
);
export const ONESELF = problem(
  'swap.oneself',
  'toUserId',
  '不能与自己换班',
  'Nobody swaps with themselves',
);
export const NOBODY = problem(
  'swap.unknown-user',
  'toUserId',
  '没有这个人，或其账号已停用',
  'Nobody who works here has this id',
);
export const NOTHING = problem(
  'swap.nothing',
  'shiftId',
  '请选择班次，或填写岗位和起止时间',
  'Name a shift, or a position with its time',
);
export const RETURN_NOT_THEIRS = problem(
  'swap.return-not-theirs',
  'returnShiftId',
  '换回的班次不是对方的',
  'The shift in return is not theirs',
);
export const RETURN_ELSEWHERE = problem(
  'swap.return-elsewhere',
  'returnShiftId',
  '换回的班次须是同一岗位',
  'The shift in return must be of the same position',
);
