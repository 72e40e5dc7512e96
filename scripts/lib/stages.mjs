import { findChromium, hasRealData } from './machine.mjs';

/**
 * @typedef {object} JestStage
 * @property {string} name also the name of the project in jest.config.mjs
 * @property {string} what for the reader of the report
 * @property {string} folder where its tests are
 * @property {RegExp} tests which files of the folder are its tests
 * @property {boolean} needsBuild whether it starts the compiled programs
 * @property {number} workers at once; stages that start whole systems take turns, or they would starve
 * @property {() => string | undefined} [lacks] what this machine has not got, in a sentence
 */

/** The stages that jest runs, the quick ones first. @type {readonly JestStage[]} */
export const jestStages = [
  {
    name: 'unit',
    what: 'pure functions and the tooling',
    folder: '.',
    tests: /(?<!\.db)\.spec\.(ts|mjs)$/,
    needsBuild: false,
    workers: 2,
  },
  {
    name: 'db',
    what: 'use cases on a real PostgreSQL',
    folder: 'libs',
    tests: /\.db\.spec\.ts$/,
    needsBuild: false,
    workers: 2,
  },
  {
    name: 'e2e',
    what: 'the compiled programs over HTTP',
    folder: 'test/e2e',
    tests: /\.spec\.ts$/,
    needsBuild: true,
    workers: 1,
  },
  {
    name: 'browser',
    what: 'the pages in Chromium',
    folder: 'test/browser',
    tests: /\.spec\.ts$/,
    needsBuild: true,
    workers: 1,
    lacks: () => (findChromium() ? undefined : 'Chromium is not installed'),
  },
  {
    name: 'faults',
    what: 'processes killed at random moments',
    folder: 'test/faults',
    tests: /\.spec\.ts$/,
    needsBuild: true,
    workers: 1,
  },
  {
    name: 'real-data',
    what: 'a real quarter, and real labelled posts',
    folder: 'test/real-data',
    tests: /\.spec\.ts$/,
    needsBuild: true,
    workers: 1,
    lacks: () => (hasRealData() ? undefined : '../shared/data is not there'),
  },
];

export const stageNames = ['check', 'build', ...jestStages.map(({ name }) => name)];
