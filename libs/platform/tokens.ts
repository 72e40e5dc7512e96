/** What libs ask Nest for when a class cannot be the token. */
export const SETTINGS = Symbol('settings');
