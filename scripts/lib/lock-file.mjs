/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @property {Record<string, string>} [optionalDependencies]
 */
/** @typedef {Record<string, LockedPackage>} LockedPackages by their path below the root */

/** As package names spell them. A longer name comes before one that it contains. */
const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];

/**
 * A registry may carry a package without all of its builds for other systems. npm then leaves those out of the
 * lock file in silence, and `npm ci` refuses the file afterwards, on every system. Their exact versions stand in
 * the package that wants them, so the entries can be written without having seen the builds; what cannot be
 * known is their integrity, which npm does without.
 *
 * @param {LockedPackages} packages
 * @returns {LockedPackages} the entries that are missing
 */
export function missingBuilds(packages) {
  return Object.fromEntries(
    Object.entries(packages).flatMap(([path, { dev, optionalDependencies = {} }]) =>
      Object.entries(optionalDependencies)
        .filter(([name]) => !isLocked(packages, path, name))
        .map(([name, version]) => [
          `node_modules/${name}`,
          { version, ...placeOf(name), ...(dev && { dev }), optional: true },
        ]),
    ),
  );
}

/**
 * Looks where Node would: beside the package, and then in every folder above.
 *
 * @param {LockedPackages} packages
 * @param {string} path of the package that wants it
 * @param {string} name
 */
function isLocked(packages, path, name) {
  for (let folder = path; ; folder = folder.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    if (packages[`${folder && `${folder}/`}node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}

/**
 * Where a build runs, read from its name: `@swc/core-linux-arm-gnueabihf` is for linux on arm. npm would
 * download a build that does not say.
 *
 * @param {string} name
 */
function placeOf(name) {
  const os = SYSTEMS.find((system) => name.includes(`-${system}-`));
  const cpu = PROCESSORS.find((processor) => name.includes(`-${processor}`));
  if (!os || !cpu) throw new Error(`${name} does not say for which system it was built`);
  const needsMusl = os === 'linux' && name.includes('musl');
  return { os: [os], cpu: [cpu], ...(needsMusl && { libc: ['musl'] }) };
}
