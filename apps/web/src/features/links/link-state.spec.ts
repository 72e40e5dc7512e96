import { describe, expect, it } from '@jest/globals';
import type { AckLink } from '../../api/acks';
import { ApiProblem, Unreachable } from '../../api/problem';
import { stateOfError, stateOfLink } from './link-state';

const link: AckLink = {
  state: 'valid',
  escalation: {
    clock: 'acknowledge',
    title: { zh: '签收', en: 'Acknowledge' },
    step: 1,
    startedAt: '2026-11-23T03:00:00Z',
  },
  subject: { number: 'YQ-2026-000001', title: '网传停水' },
  user: { name: '王俊' },
  expiresAt: '2026-11-23T03:30:00Z',
};

const refused = (status: number) =>
  new ApiProblem({ type: 'about:blank', title: 'no', status, code: 'x' });

describe('the page of a link', () => {
  it('offers the act while the link is valid, and tells when it is not', () => {
    expect(stateOfLink(link).kind).toBe('ready');
    expect(stateOfLink({ ...link, state: 'expired' }).kind).toBe('expired');
  });

  it('keeps what it is about when the line breaks', () => {
    expect(stateOfError(new Unreachable(), link)).toEqual({ kind: 'unreachable', link });
  });

  it.each([
    [404, 'missing'],
    [500, 'failed'],
    [429, 'failed'],
  ])('says after %d that it is %s', (status, kind) => {
    expect(stateOfError(refused(status), link).kind).toBe(kind);
  });
});
