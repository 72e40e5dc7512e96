import { mayGive } from '#workflow';
import type { Actor, CompiledDefinition, FactItem, Facts, Subject } from '#workflow';
import type { AttachmentEntity } from '../attachments/attachment.entity.js';
import { reference } from '../list/present-rows.js';
import { cell, isoOf, itemsOf, textOf } from './facts.js';
import type { Names } from './facts.js';
import type { ActionView, DisposalView, EvidenceView } from './incident-page.dto.js';

/** Who looks, and at what: a row of the plan shows what this person may do with it. */
interface Looking {
  readonly definition: CompiledDefinition;
  readonly subject: Subject;
  readonly actor: Actor;
}

const ROW_ACTS = ['complete-action', 'change-action', 'waive-action'] as const;

/** The plan with its actions, supervision, and what came back: as one person sees it. */
export function disposalView(
  looking: Looking,
  { people, units }: { readonly people: Names; readonly units: Names },
  files: readonly AttachmentEntity[],
): DisposalView {
  const { facts } = looking.subject;
  return {
    actions: itemsOf(facts, 'actions').map((item) => ({
      ...actionView(item, people, units),
      evidence: itemsOf(facts, 'actionEvidence')
        .filter(({ actionId }) => actionId === item['id'])
        .map((one) => evidenceView(one, people, files)),
      mine: isTheirs(item, looking),
      acts: actsOn(item, looking),
    })),
    supervision: supervisionOf(facts, people),
    progress: itemsOf(facts, 'progress').map((item) => ({
      id: cell(item, 'id') ?? '',
      text: cell(item, 'text') ?? '',
      unit: reference(cell(item, 'unitId'), units),
      by: reference(cell(item, 'byId'), people),
      at: isoOf(item['reportedAt']),
    })),
    handedBack: itemsOf(facts, 'handedBack').map((item) => ({
      id: cell(item, 'id') ?? '',
      unit: reference(cell(item, 'unitId'), units),
      by: reference(cell(item, 'byId'), people),
      reason: cell(item, 'reason') ?? '',
      at: isoOf(item['at']),
    })),
  };
}

function actionView(
  item: FactItem,
  people: Names,
  units: Names,
): Omit<ActionView, 'evidence' | 'mine' | 'acts'> {
  return {
    id: cell(item, 'id') ?? '',
    title: cell(item, 'title') ?? '',
    kind: cell(item, 'kind'),
    basis: cell(item, 'basis'),
    unit: reference(cell(item, 'unitId'), units),
    owner: reference(cell(item, 'ownerId'), people),
    dueAt: isoOf(item['dueAt']),
    status: cell(item, 'status') ?? 'open',
    result: cell(item, 'result'),
    closedBy: reference(cell(item, 'closedBy'), people),
    closedAt: isoOf(item['closedAt']),
  };
}

export function evidenceView(
  item: FactItem,
  people: Names,
  files: readonly AttachmentEntity[],
): EvidenceView {
  const file = files.find(({ id }) => id === cell(item, 'attachmentId'));
  return {
    id: cell(item, 'id') ?? '',
    text: cell(item, 'text') ?? '',
    url: cell(item, 'url'),
    attachmentId: cell(item, 'attachmentId'),
    file:
      file === undefined
        ? null
        : { id: file.id, name: file.name, bytes: file.bytes, sha256: file.sha256 },
    verdict: cell(item, 'verdict'),
    addedBy: reference(cell(item, 'addedBy'), people),
    addedAt: isoOf(item['addedAt']),
  };
}

/** It is theirs by name; or nobody's by name, and their unit's. */
function isTheirs(item: FactItem, { subject, actor }: Looking): boolean {
  const owner = cell(item, 'ownerId');
  if (owner !== null) return owner === actor.id;
  const unit = cell(item, 'unitId') ?? subject.facts['unitId'];
  return actor.unitId !== null && unit === actor.unitId && actor.roles.includes('handler');
}

function actsOn(item: FactItem, { definition, subject, actor }: Looking): string[] {
  if (item['status'] !== 'open') return [];
  const params = { actionId: item['id'] ?? null };
  return ROW_ACTS.filter((name) => {
    const rule = definition.commands.get(name);
    return (
      rule?.from.has(subject.state) === true &&
      mayGive(rule.who, actor, { definition, subject, params })
    );
  });
}

function supervisionOf(facts: Facts, people: Names): DisposalView['supervision'] {
  const by = textOf(facts, 'supervisedBy');
  if (by === null) return null;
  return {
    by: reference(by, people),
    at: isoOf(facts['supervisedAt']),
    reason: textOf(facts, 'supervisionReason') ?? '',
    every: textOf(facts, 'supervisionEvery') ?? '',
  };
}

/** The people and units whose names the view needs. */
export function namedIn(facts: Facts): { people: string[]; units: string[] } {
  const lists = ['actions', 'actionEvidence', 'progress', 'handedBack'];
  const items = lists.flatMap((name) => itemsOf(facts, name));
  const pick = (...fields: readonly string[]): string[] =>
    items.flatMap((item) => fields.flatMap((field) => cell(item, field) ?? []));
  return {
    people: [...pick('ownerId', 'closedBy', 'addedBy', 'byId'), ...supervisor(facts)],
    units: pick('unitId'),
  };
}

const supervisor = (facts: Facts): string[] => [textOf(facts, 'supervisedBy') ?? []].flat();
