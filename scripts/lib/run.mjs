import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './paths.mjs';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Runs a Node program of node_modules or scripts, and resolves to its exit code.
 *
 * @param {string[]} args the program's file and its arguments
 * @param {{ env?: NodeJS.ProcessEnv, out?: 'inherit' | 'stderr' }} [options] `stderr` keeps standard output clean
 * @returns {Promise<number>}
 */
export function runNode(args, { env = process.env, out = 'stderr' } = {}) {
  const stdout = out === 'stderr' ? process.stderr.fd : 'inherit';
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    stdio: ['ignore', stdout, 'inherit'],
  });
  return exitOf(child);
}

/**
 * Runs a Node program, and keeps what it prints.
 *
 * @param {string[]} args
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function captureNode(args) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  /** @type {Buffer[]} */
  const chunks = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  child.stderr.on('data', (chunk) => chunks.push(chunk));
  const code = await exitOf(child);
  return { code, output: Buffer.concat(chunks).toString('utf8') };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>} the exit code; 128 + the signal's number when a signal ended it, as shells count
 */
export function exitOf(child) {
  running.add(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      running.delete(child);
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

/**
 * While this process only prepares or supervises, a signal to it ends its children too.
 *
 * @returns {() => void} hands the signals back, to whoever runs next in this process
 */
export function passSignalsToChildren() {
  /** @param {NodeJS.Signals} signal */
  const stop = (signal) => {
    for (const child of running) child.kill(signal);
    process.exit(128 + constants.signals[signal]);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return () => {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  };
}
