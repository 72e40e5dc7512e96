/** What somebody signs in with: letters, digits, `.`, `_`, `-`, or Chinese characters. */
export const USERNAME = /^[\p{Script=Han}A-Za-z0-9._-]{2,40}$/u;
export const USERNAME_RULE = {
  zh: '应为 2 至 40 个字符：字母、数字、汉字、点、连字符或下划线',
  en: 'must be 2 to 40 characters: letters a–z, digits, Chinese characters, dot, hyphen or underscore',
};

export const NAME_MAX = 60;
export const CONTACTS_MAX = 10;

/** A field of a user that breaks a rule. */
export interface UserProblem {
  readonly path: string;
  readonly message: typeof USERNAME_RULE;
}

interface UserFields {
  readonly username?: string;
  readonly name?: string;
  readonly roles?: readonly string[];
}

/** Everything that is wrong with the fields that are given; contacts have rules of their own. */
export function userProblems({ username, name, roles }: UserFields): UserProblem[] {
  const problems: UserProblem[] = [];
  if (username !== undefined && !USERNAME.test(username)) {
    problems.push({ path: 'username', message: USERNAME_RULE });
  }
  if (name !== undefined && (name.trim() === '' || name.length > NAME_MAX)) {
    problems.push({
      path: 'name',
      message: { zh: `应为 1 至 ${NAME_MAX} 个字符`, en: `must be 1 to ${NAME_MAX} characters` },
    });
  }
  if (roles?.length === 0) {
    problems.push({
      path: 'roles',
      message: { zh: '至少选一个角色', en: 'must have at least one role' },
    });
  }
  return problems;
}
