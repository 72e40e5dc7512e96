import { describe, expect, it } from '@jest/globals';
import { PERMISSIONS, mayDo, permissionsOf, permissionsOfToken } from './permissions.js';
import { ROLES } from './roles.js';

describe('permissions', () => {
  it('lets every role read incidents', () => {
    expect(ROLES.filter((role) => mayDo(role, 'incident.read'))).toEqual([...ROLES]);
  });

  it('lets an administrator manage people, and not act on incidents', () => {
    const admin = permissionsOf(['admin']);
    expect(admin).toEqual(expect.arrayContaining(['user.manage', 'unit.manage']));
    expect(admin.filter((name) => /^incident\.(log|act)$|\.(add|ack)$/.test(name))).toEqual([]);
  });

  it('gives each permission to somebody', () => {
    expect(PERMISSIONS.filter((name) => !ROLES.some((role) => mayDo(role, name)))).toEqual([]);
  });

  it('adds up several roles, and gives none without a role', () => {
    expect(permissionsOf(['monitor', 'admin'])).toEqual(
      PERMISSIONS.filter((name) => mayDo('monitor', name) || mayDo('admin', name)),
    );
    expect(permissionsOf([])).toEqual([]);
  });

  it('keeps a token within what its owner may do when it is used', () => {
    const granted = ['user.manage', 'incident.read', 'no.longer.known'];
    expect(permissionsOfToken(granted, ['admin'])).toEqual(['incident.read', 'user.manage']);
    expect(permissionsOfToken(granted, ['monitor'])).toEqual(['incident.read']);
  });
});
