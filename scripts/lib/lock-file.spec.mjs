import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { missingBuilds } from './lock-file.mjs';
import { fromRoot } from './paths.mjs';

describe('package-lock.json', () => {
  it('names every optional package, or npm ci would refuse it', () => {
    const { packages } = JSON.parse(readFileSync(fromRoot('package-lock.json'), 'utf8'));
    // When this fails: node scripts/complete-lock.mjs
    expect(missingBuilds(packages)).toEqual({});
  });

  it('is completed with builds that the registry did not have', () => {
    const packages = {
      'node_modules/@swc/core': {
        version: '1.2.3',
        dev: true,
        optionalDependencies: {
          '@swc/core-linux-x64-gnu': '1.2.3',
          '@swc/core-linux-arm64-musl': '1.2.3',
          '@swc/core-darwin-arm64': '1.2.3',
        },
      },
      'node_modules/@swc/core-linux-x64-gnu': { version: '1.2.3', dev: true, optional: true },
    };
    expect(missingBuilds(packages)).toEqual({
      'node_modules/@swc/core-linux-arm64-musl': {
        version: '1.2.3',
        os: ['linux'],
        cpu: ['arm64'],
        libc: ['musl'],
        dev: true,
        optional: true,
      },
      'node_modules/@swc/core-darwin-arm64': {
        version: '1.2.3',
        os: ['darwin'],
        cpu: ['arm64'],
        dev: true,
        optional: true,
      },
    });
  });

  it('finds an optional package that lies beside the one that wants it', () => {
    const packages = {
      'node_modules/a': { version: '1.0.0' },
      'node_modules/a/node_modules/@b/c': {
        version: '1.0.0',
        optionalDependencies: { 'd-linux-x64': '1.0.0' },
      },
      'node_modules/a/node_modules/d-linux-x64': { version: '1.0.0' },
    };
    expect(missingBuilds(packages)).toEqual({});
  });
});
