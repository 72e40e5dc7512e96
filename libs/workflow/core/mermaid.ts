import type { CompiledDefinition } from './compiled.js';
import type { Target } from './definition.js';
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
  const arrows = new Map<string, Set<string>>();
  for (const rule of definition.commands.values()) {
    const targets = rule.outcomes.flatMap(({ to }) => targetsOf(to));
    for (const from of rule.from) {
      for (const to of targets.filter((target) => target !== from)) {
        const arrow = `${idOf(from)} --> ${idOf(to)}`;
        arrows.set(arrow, (arrows.get(arrow) ?? new Set()).add(rule.label[locale]));
      }
    }
  }
  return arrows;
}

/** A dynamic target is drawn to each state that it may name. */
export function targetsOf(to: Target | undefined): readonly string[] {
  if (to === undefined) return [];
  return typeof to === 'string' ? [to] : to.among;
}

/** `end`, `note` and `state` are words of Mermaid, so no state goes by its bare name. */
function idOf(state: string): string {
  return `s_${state.replaceAll('-', '_')}`;
}

/** Mermaid's own entities: a quote ends a label, a colon or semicolon a statement. */
function escape(text: string): string {
  return text
    .replaceAll('#', '#35;')
    .replace(/(?<!#35);/g, '#59;')
    .replaceAll('"', '#quot;')
    .replaceAll(':', '#58;')
    .replace(/\s+/g, ' ');
}
