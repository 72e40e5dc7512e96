/** What somebody is in the office. A person may be several things. */
export const ROLES = [
  'monitor',
  'officer',
  'analyst',
  'handler',
  'reviewer',
  'leader',
  'admin',
] as const;

export type Role = (typeof ROLES)[number];

export const ROLE_WORDS: Readonly<Record<Role, { readonly zh: string; readonly en: string }>> = {
  monitor: { zh: '监测员', en: 'Monitor' },
  officer: { zh: '值班员', en: 'Duty officer' },
  analyst: { zh: '研判员', en: 'Analyst' },
  handler: { zh: '承办人', en: 'Handler' },
  reviewer: { zh: '审核人', en: 'Reviewer' },
  leader: { zh: '领导', en: 'Leader' },
  admin: { zh: '管理员', en: 'Administrator' },
};

/**
 * Who only handles what is given to their unit knows of nothing else. Every other role looks at the whole office, and so
 * does a handler who also has one of those.
 */
export const seesOnlyTheirs = (roles: readonly string[]): boolean =>
  roles.every((role) => role === 'handler');

const KNOWN: ReadonlySet<string> = new Set(ROLES);

export const isRole = (value: string): value is Role => KNOWN.has(value);
