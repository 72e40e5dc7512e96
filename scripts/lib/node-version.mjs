/** @param {string} version `20.19.0`, with or without a range sign in front */
function numbersOf(version) {
  return version
    .replace(/^[^\d]*/, '')
    .split('.')
    .map((part) => Number.parseInt(part, 10) || 0);
}

/**
 * Says what is wrong with the running Node, or nothing when it will do.
 *
 * @param {string} wanted the `engines.node` of package.json, of the form `>=20.19.0`
 * @param {string} running `process.versions.node`
 * @returns {string | undefined}
 */
export function nodeVersionProblem(wanted, running) {
  const oldest = numbersOf(wanted);
  const actual = numbersOf(running);
  const differs = oldest.findIndex((part, place) => part !== actual[place]);
  if (differs === -1 || (actual[differs] ?? 0) > (oldest[differs] ?? 0)) return undefined;
  return `Mingbian needs Node ${oldest.join('.')} or newer; this is Node ${running}. Get it from https://nodejs.org.`;
}
