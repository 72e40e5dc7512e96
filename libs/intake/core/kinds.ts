/** What the redactor removes, in the order in which reports list it (boundaries.md, rule 2). */
export const KINDS = [
  'phone',
  'id-card',
  'passport',
  'bank-card',
  'plate',
  'email',
  'account',
  'mention',
] as const;

export type Kind = (typeof KINDS)[number];

/** What stands in the place of removed text. No digit, Latin letter or free `@`: nothing in it can be found again. */
export const PLACEHOLDER: Readonly<Record<Kind, string>> = {
  phone: '[电话]',
  'id-card': '[身份证]',
  passport: '[护照]',
  'bank-card': '[银行卡]',
  plate: '[车牌]',
  email: '[邮箱]',
  account: '[账号]',
  mention: '[@]',
};
