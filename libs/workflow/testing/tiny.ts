import { compileDefinition } from '../core/compile.js';
import type { ClockRule, CompiledDefinition } from '../core/compiled.js';
import type { Actor, Subject } from '../core/types.js';

/** A small workflow for specs: a letter is drafted, sent, and answered or withdrawn. */

const words = (en: string): { zh: string; en: string } => ({ zh: en, en });

export const world = { roles: ['writer', 'editor'], ladders: ['duty'] };

export const clocks: readonly ClockRule[] = [
  { name: 'answer', starts: ['sent'], stops: ['answered', 'sent'], legal: false, ladder: 'duty' },
  { name: 'hold', starts: ['drafted'], stops: ['sent'], continues: ['recalled'], legal: false },
  { name: 'law', starts: ['sent'], stops: ['stamped'], legal: true },
];

/** As a YAML file would give it. A fresh copy each time, to be spoiled by a spec. */
export function tinyDocument() {
  return {
    name: 'letter',
    title: words('Letter'),
    initial: 'draft',
    grade: 'urgency',
    facts: {
      urgency: { type: 'enum', values: ['low', 'high'], initial: 'low' },
      ownerId: { type: 'id' },
      unitId: { type: 'id' },
      stateBefore: { type: 'text' },
      sentAt: { type: 'time' },
      parts: { type: 'list', item: { title: 'text', status: 'text' } },
      readers: { type: 'ids', derived: true },
    },
    states: {
      draft: { label: words('Draft') },
      out: { label: words('Out') },
      done: { label: words('Done'), final: true },
      lost: { label: words('Lost'), final: true },
    },
    emits: ['stamped'],
    create: {
      label: words('Draft'),
      who: ['writer'],
      params: { unitId: { type: 'id', required: true, label: words('Unit') } },
      outcomes: [{ event: 'drafted', set: { ownerId: 'actor.id', unitId: 'params.unitId' } }],
    },
    commands: {
      send: {
        label: words('Send'),
        from: ['draft', 'out'],
        who: ['writer', { role: 'editor', unit: 'facts.unitId', in: ['out'] }],
        params: {
          urgency: {
            type: 'enum',
            values: ['low', 'high'],
            required: true,
            label: words('Urgency'),
          },
          note: { type: 'text', max: 20, label: words('Note') },
        },
        needs: [
          {
            code: 'send.note-missing',
            path: 'note',
            message: words('Say why it is urgent'),
            check: { any: [{ equals: ['params.urgency', 'low'] }, { present: 'params.note' }] },
          },
          {
            code: 'send.ownerless',
            message: words('It has no owner'),
            check: { present: 'facts.ownerId' },
          },
        ],
        outcomes: [
          {
            to: 'out',
            event: 'sent',
            set: { urgency: 'params.urgency', sentAt: 'now' },
            notify: [{ to: ['role:editor', 'user:facts.ownerId'], topic: 'letter.sent' }],
          },
        ],
      },
      answer: {
        label: words('Answer'),
        from: ['out'],
        who: ['editor', { listed: 'facts.readers' }],
        outcomes: [{ to: 'done', event: 'answered' }],
      },
      split: {
        label: words('Split'),
        from: 'open',
        who: ['writer'],
        params: {
          parts: {
            type: 'list',
            required: true,
            max: 3,
            label: words('Parts'),
            item: { title: { type: 'text', required: true, max: 5, label: words('Title') } },
          },
        },
        outcomes: [
          { event: 'split', set: { parts: { append: 'params.parts', with: { status: 'new' } } } },
        ],
      },
      lose: {
        label: words('Lose'),
        from: 'open',
        who: ['writer', 'system'],
        outcomes: [{ to: 'lost', event: 'mislaid', set: { stateBefore: 'state' } }],
      },
      find: {
        label: words('Find'),
        from: ['lost'],
        who: ['system'],
        outcomes: [{ to: { fact: 'stateBefore', among: ['draft', 'out'] }, event: 'recalled' }],
      },
      hold: {
        label: words('Hold'),
        from: 'open',
        who: ['editor'],
        params: {
          clock: { type: 'clock', required: true, label: words('Clock') },
          until: { type: 'time', required: true, label: words('Until') },
        },
        needs: [
          {
            code: 'hold.legal',
            message: words('The law does not wait'),
            check: { clockMayPause: 'params.clock' },
          },
          {
            code: 'hold.idle',
            message: words('It does not run'),
            check: { clockIs: { clock: 'params.clock', is: 'running' } },
          },
        ],
        outcomes: [{ event: 'held' }],
        clock: { pause: 'params.clock', resumeBy: 'params.until' },
      },
    },
  };
}

export function tinyDefinition(): CompiledDefinition {
  const compiled = compileDefinition(tinyDocument(), clocks, world);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.definition;
}

export function user(id: string, roles: string[], unitId: string | null = null): Actor {
  return { kind: 'user', id, roles, unitId };
}

export const system: Actor = { kind: 'system', id: null, roles: [], unitId: null };
export const writer = user('w1', ['writer']);
export const editor = user('e1', ['editor'], 'unit-1');

export function aLetter(over: Partial<Subject> = {}): Subject {
  const facts = { urgency: 'low', ownerId: 'w1', unitId: 'unit-1' };
  return { id: 'letter-1', state: 'draft', version: 3, facts, clocks: [], ...over };
}
