import { describe, expect, it } from '@jest/globals';
import { isForeignRequest } from './same-origin.js';

const post = (
  headers: { origin?: string; fetchSite?: string; host?: string },
  method = 'POST',
) => ({
  method,
  origin: headers.origin,
  fetchSite: headers.fetchSite,
  host: headers.host ?? 'desk.example:3000',
});

describe('a request made by a page of another site', () => {
  it.each([
    ['its browser says cross-site', { fetchSite: 'cross-site' }],
    ['its browser says same-site: a neighbour is not us', { fetchSite: 'same-site' }],
    ['an older browser names another origin', { origin: 'https://evil.example' }],
    ['another port is another origin', { origin: 'http://desk.example:4000' }],
    ['a sandboxed frame has the origin null', { origin: 'null' }],
    [
      'Sec-Fetch-Site goes before a matching Origin',
      {
        fetchSite: 'cross-site',
        origin: 'http://desk.example:3000',
      },
    ],
  ])('is foreign: %s', (_, headers) => {
    expect(isForeignRequest(post(headers), null)).toBe(true);
  });

  it.each([
    ['our own page', { fetchSite: 'same-origin' }],
    ['the address bar', { fetchSite: 'none' }],
    ['an older browser on our page', { origin: 'http://desk.example:3000' }],
    ['a program, which sends neither header', {}],
  ])('is not foreign: %s', (_, headers) => {
    expect(isForeignRequest(post(headers), null)).toBe(false);
  });

  it('knows the public address behind a proxy with an inner host', () => {
    const headers = { origin: 'https://yq.example.gov.cn', host: '10.0.0.7:3000' };
    expect(isForeignRequest(post(headers), 'https://yq.example.gov.cn/app')).toBe(false);
    expect(isForeignRequest(post(headers), null)).toBe(true);
  });

  it('does not mind reading from elsewhere, which changes nothing', () => {
    expect(isForeignRequest(post({ fetchSite: 'cross-site' }, 'GET'), null)).toBe(false);
  });
});
