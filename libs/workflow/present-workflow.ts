import { toMermaid } from './core/index.js';
import type { Compilation, Words } from './core/index.js';
import type { VersionedDefinition } from './runtime/definitions.js';
import type { CheckResult, WorkflowSummary, WorkflowView } from './workflow.dto.js';

export const presentSummary = ({ version, definition }: VersionedDefinition): WorkflowSummary => ({
  name: definition.name,
  title: definition.title,
  version,
});

/** A workflow with its picture in one language. */
export function presentWorkflow(versioned: VersionedDefinition, locale: keyof Words): WorkflowView {
  const { definition } = versioned;
  return {
    name: definition.name,
    title: definition.title,
    version: versioned.version,
    initial: definition.initial,
    states: [...definition.states].map(([name, { label, final }]) => ({ name, label, final })),
    commands: [...definition.commands].map(([name, { label, from }]) => ({
      name,
      label,
      from: [...from],
    })),
    clocks: definition.clocks.map(({ name }) => name),
    mermaid: toMermaid(definition, locale),
    definition: definition.source,
  };
}

export const presentCheck = (compiled: Compilation): CheckResult => ({
  ok: compiled.ok,
  problems: compiled.ok
    ? []
    : compiled.problems.map(({ path, message }) => ({ path: path.join('.'), message })),
});
