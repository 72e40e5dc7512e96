/** 五审: what a reviewer looks at one by one. Approving takes all five. */
export const CHECKS = ['political', 'legal', 'policy', 'secrecy', 'wording'] as const;
export type Check = (typeof CHECKS)[number];

export const isCheck = (text: string): text is Check => CHECKS.some((check) => check === text);

/**
 * A list of checks (`checks: [political, …]`) as the fields that the rules know (`checks: { political: true }`). What
 * is no list, or names no check, is passed on: the rules say what is wrong with it.
 */
export function asTicked(checks: unknown): unknown {
  if (!Array.isArray(checks)) return checks;
  return Object.fromEntries(checks.map((check) => [String(check), true]));
}
