import { describe, expect, it } from '@jest/globals';
import { permissionTable } from './permission-table.js';

describe('the permission table', () => {
  it('marks who gets through the door of each route', () => {
    const table = permissionTable([
      { method: 'GET', path: '/meta', access: 'public' },
      { method: 'POST', path: '/users', access: 'user.manage' },
    ]);
    expect(table.split('\n')).toEqual([
      expect.stringContaining('| route | needs | 监测员 monitor | 值班员 officer |'),
      `| ${Array(9).fill('---').join(' | ')} |`,
      `| \`GET /meta\` | public | ${Array(7).fill('✓').join(' | ')} |`,
      `| \`POST /users\` | user.manage |  |  |  |  |  |  | ✓ |`,
      '',
    ]);
  });
});
