import { expect, test } from '@jest/globals';
import { compileDefinition } from './compile.js';
import { toMermaid } from './mermaid.js';
import { clocks, tinyDefinition, tinyDocument, world } from '../testing/tiny.js';

test('the picture has every state and move once', () => {
  expect(toMermaid(tinyDefinition(), 'en').split('\n')).toEqual([
    'stateDiagram-v2',
    '  direction LR',
    '  state "Draft" as s_draft',
    '  state "Out" as s_out',
    '  state "Done" as s_done',
    '  state "Lost" as s_lost',
    '  [*] --> s_draft',
    '  s_draft --> s_out : Send',
    '  s_out --> s_done : Answer',
    '  s_draft --> s_lost : Lose',
    '  s_out --> s_lost : Lose',
    '  s_lost --> s_draft : Find',
    '  s_lost --> s_out : Find',
    '  s_done --> [*]',
    '  s_lost --> [*]',
    '',
  ]);
});

test('a label cannot end its line', () => {
  const document = tinyDocument();
  document.states.draft.label.en = 'a "b": c;\n#d';
  const compiled = compileDefinition(document, clocks, world);
  expect(compiled.ok && toMermaid(compiled.definition, 'en')).toContain(
    'state "a #quot;b#quot;#58; c#59; #35;d" as s_draft',
  );
});
