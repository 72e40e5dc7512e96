import { arrowsOf } from './arrows.js';
import type { CompiledDefinition } from './compiled.js';
import type { Words } from './types.js';

/** The definition as a Mermaid state diagram. Commands that leave the state alone are not drawn. */
export function toMermaid(definition: CompiledDefinition, locale: keyof Words): string {
  const names = [...definition.states].map(
    ([name, { label }]) => `  state "${escape(label[locale])}" as ${idOf(name)}`,
  );
  const arrows = [...labelsByArrow(definition, locale)].map(
    ([arrow, labels]) => `  ${arrow} : ${[...labels].map(escape).join(' / ')}`,
  );
  const ends = [...definition.states]
    .filter(([, { final }]) => final)
    .map(([name]) => `  ${idOf(name)} --> [*]`);
  const start = `  [*] --> ${idOf(definition.initial)}`;
  return ['stateDiagram-v2', '  direction LR', ...names, start, ...arrows, ...ends, ''].join('\n');
}

function labelsByArrow(
  definition: CompiledDefinition,
  locale: keyof Words,
): Map<string, Set<string>> {
  const labels = new Map<string, Set<string>>();
  for (const { from, to, label } of arrowsOf(definition.source)) {
    if (from === to) continue;
    const arrow = `${idOf(from)} --> ${idOf(to)}`;
    labels.set(arrow, (labels.get(arrow) ?? new Set()).add(label[locale]));
  }
  return labels;
}

/** `end`, `note` and `state` are words of Mermaid, so no state goes by its bare name. */
function idOf(state: string): string {
  return `s_${state.replaceAll('-', '_')}`;
}

/** What would end a label or a statement, as Mermaid's own entities. */
const entities: Readonly<Record<string, string>> = {
  '#': '#35;',
  ';': '#59;',
  ':': '#58;',
  '"': '#quot;',
};

function escape(text: string): string {
  return text
    .replace(/[#;:"]/g, (character) => entities[character] ?? character)
    .replace(/\s+/g, ' ');
}
