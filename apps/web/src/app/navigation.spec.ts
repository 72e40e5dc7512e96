import { describe, expect, it } from '@jest/globals';
import type { Me } from '../api/types';
import { isAt, menusFor, placesFor, tabsFor } from './navigation';

const somebody = (...permissions: Me['permissions'][number][]): Me => ({
  ...{ id: 'i', username: 'u', name: 'n', roles: [], unit: null, locale: 'zh' },
  permissions,
});

describe('where somebody can go', () => {
  it('is only where they may enter, each place once', () => {
    const addresses = placesFor(somebody()).map(({ to }) => to);
    expect(addresses).toEqual(expect.arrayContaining(['/', '/incidents']));
    expect(addresses).not.toContain('/admin/users');
    expect(new Set(addresses).size).toBe(addresses.length);
    const admin = placesFor(somebody('user.manage')).map(({ to }) => to);
    expect(admin).toContain('/admin/users');
  });

  it('is in menus, none of them empty and none twice', () => {
    const menus = menusFor(somebody('duty.own', 'register.read'));
    expect(menus[0]?.group).toBe('top');
    expect(menus.every(({ places }) => places.length > 0)).toBe(true);
    const all = menus.flatMap(({ places }) => places);
    expect(all.length).toBe(placesFor(somebody('duty.own', 'register.read')).length);
  });

  it('fits a phone: three at most, the desk first', () => {
    const tabs = tabsFor(somebody('duty.own', 'register.read', 'user.manage'));
    expect(tabs.length).toBeLessThanOrEqual(3);
    expect(tabs[0]?.to).toBe('/');
  });
});

describe('a place', () => {
  it('is where its address is, and below', () => {
    const [desk, incidents] = placesFor(somebody());
    expect(desk !== undefined && isAt(desk, '/incidents')).toBe(false);
    expect(incidents !== undefined && isAt(incidents, '/incidents/1')).toBe(true);
    expect(incidents !== undefined && isAt(incidents, '/incidents-of-others')).toBe(false);
  });
});
