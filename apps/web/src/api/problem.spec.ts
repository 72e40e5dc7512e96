import { describe, expect, it } from '@jest/globals';
import { ApiProblem, kindOfError, sortComplaints, Unreachable } from './problem';

const problem = (status: number, extra = {}) =>
  new ApiProblem({ type: 'about:blank', title: 'No', status, code: 'x', ...extra });

describe('what a form shows of a problem', () => {
  it('puts each message beside its field, and the rest above the form', () => {
    const error = problem(422, {
      errors: [
        { path: 'title', message: 'too long' },
        { path: 'mentions[0].url', message: 'not a link' },
        { path: '/category', message: 'unknown' },
        { path: 'secret', message: 'unknown field' },
      ],
      reasons: [{ code: 'a', message: { zh: '缺', en: 'missing' } }],
    });
    expect(sortComplaints(error, ['title', 'category', 'mentions.0.url'])).toEqual({
      byField: { title: ['too long'], 'mentions.0.url': ['not a link'], category: ['unknown'] },
      rest: ['unknown field', { zh: '缺', en: 'missing' }],
    });
  });

  it('says a rule about a field once, though both lists have it', () => {
    const error = problem(422, {
      errors: [{ path: 'reason', message: 'say why' }],
      reasons: [{ code: 'a', message: 'say why', path: '/reason' }],
    });
    expect(sortComplaints(error, ['reason'])).toEqual({
      byField: { reason: ['say why'] },
      rest: [],
    });
  });

  it('gives a part’s message to the nearest field that contains it', () => {
    const error = problem(400, { errors: [{ path: 'likelihood.spread', message: '1–5' }] });
    expect(sortComplaints(error, ['likelihood']).byField).toEqual({ likelihood: ['1–5'] });
    expect(sortComplaints(error, ['likelihood', 'likelihood.spread']).byField).toEqual({
      'likelihood.spread': ['1–5'],
    });
  });

  it('has nothing to say of an error without a document', () => {
    expect(sortComplaints(new Error('boom'), ['title'])).toEqual({ byField: {}, rest: [] });
  });
});

describe('kinds of error', () => {
  it.each([
    [403, 'forbidden'],
    [404, 'missing'],
    [409, 'stale'],
    [422, 'refused'],
    [429, 'throttled'],
    [503, 'server'],
  ])('%d is %s', (status, kind) => {
    expect(kindOfError(problem(status))).toBe(kind);
  });

  it('tells a dead network from a broken server', () => {
    expect(kindOfError(new Unreachable())).toBe('unreachable');
    expect(kindOfError(new TypeError('bug'))).toBe('server');
  });
});
