import { useCallback, useMemo, useState, type RefObject } from 'react';
import { isStale, useCommand } from '../../../api/incidents';
import { useNavigate } from 'react-router';
import type { Allowed, FormField, IncidentPage } from '../../../api/incident-types';
import { useDraft, type Draft } from '../../../lib/use-draft';
import { useFormErrors, type ErrorsOf, type FieldMessages } from '../../../lib/use-form-errors';
import { announce } from '../../../ui/announce';
import { faultsIn, pathsOf, type Fault, type Faults } from './check';
import { useText } from './text';
import { blankValues, bodyOf, type Values } from './values';

export interface CommandFormProps {
  readonly incident: IncidentPage;
  readonly allowed: Allowed;
  /** What the place of the form decides: the action that is completed. */
  readonly fixed?: Readonly<Record<string, string>>;
  /** What is known before anybody types. */
  readonly prefill?: Values;
  /** It was possible when the form was opened, and is not any more. */
  readonly isGone?: boolean;
  readonly onClose: () => void;
}

export interface CommandFormState {
  readonly fields: readonly FormField[];
  readonly draft: Draft<Values>;
  readonly errorsOf: ErrorsOf;
  /** Paths that show their own messages. */
  readonly paths: readonly string[];
  readonly error: unknown;
  readonly isPending: boolean;
  /** Somebody changed the incident after this form was opened. */
  readonly changedMeanwhile: boolean;
  readonly acceptChange: () => void;
  /** A change of this person's own, made from within the form: nothing to be looked at again. */
  readonly saw: (version: number) => void;
  readonly submit: () => void;
}

/** They add a line of their own and overwrite nothing, so no version needs to be looked at again. */
const ADDITIONS: ReadonlySet<string> = new Set(['note', 'link']);
const NO_FAULTS: Faults = {};
const NOTHING_FIXED: Readonly<Record<string, string>> = {};

/**
 * A form for one command. It sends the version that the person saw when it was opened: what others did since then
 * is shown first, and never overwritten. What is typed is kept as a draft through all of that.
 */
export function useCommandForm(
  form: RefObject<HTMLFormElement | null>,
  { incident, allowed, fixed = NOTHING_FIXED, prefill, onClose }: CommandFormProps,
): CommandFormState {
  const t = useText();
  const leave = useNavigate();
  const { command } = allowed;
  const fields = useMemo(
    () => allowed.fields.filter(({ name }) => !(name in fixed)),
    [allowed.fields, fixed],
  );
  const where = [incident.id, command, ...Object.values(fixed)].join('.');
  const draft = useDraft<Values>(where, { ...blankValues(fields), ...prefill });
  const [seen, setSeen] = useState(incident.version);
  const [faults, setFaults] = useState(NO_FAULTS);
  const sending = useCommand(incident.id, command, () => {
    draft.clear();
    announce(t('form.done', { act: allowed.label }));
    onClose();
    // Who sees only what is theirs has nothing left to see of what they gave back.
    if (command === 'hand-back') void leave('/');
  });

  const declared = pathsOf(fields).join('\n');
  const paths = useMemo(() => declared.split('\n'), [declared]);
  const local = useMessages(faults, fields);
  const errorsOf = useFormErrors(form, paths, sending.error, local);
  const version = ADDITIONS.has(command) ? incident.version : seen;

  return {
    fields,
    draft,
    errorsOf,
    paths,
    error: sending.error,
    isPending: sending.isPending,
    // While an answer is awaited, the change is our own.
    changedMeanwhile:
      !sending.isPending && (version !== incident.version || isStale(sending.error)),
    acceptChange: () => {
      setSeen(incident.version);
      sending.reset();
    },
    saw: setSeen,
    submit: () => {
      if (sending.isPending) return;
      const found = faultsIn(fields, draft.value);
      setFaults(found);
      if (Object.keys(found).length > 0) return;
      const params = { ...bodyOf(fields, draft.value), ...fixed };
      sending.mutate({ expectedVersion: version, params });
    },
  };
}

/** What the form itself found, in the reader's language. */
function useMessages(faults: Faults, fields: readonly FormField[]): FieldMessages {
  const t = useText();
  const say = useCallback(
    (path: string, fault: Fault) => {
      if (fault.kind === 'tooFew') return t('fault.tooFew', { count: fault.min });
      return fault.kind === 'missing' && isChosen(path, fields)
        ? t('fault.missing.choice')
        : t(`fault.${fault.kind}`);
    },
    [t, fields],
  );
  return useMemo(
    () =>
      Object.fromEntries(Object.entries(faults).map(([path, fault]) => [path, say(path, fault)])),
    [faults, say],
  );
}

const CHOSEN: ReadonlySet<string> = new Set(['enum', 'id', 'ids', 'clock', 'boolean']);

/** Whether the value at a path is chosen rather than typed. */
function isChosen(path: string, fields: readonly FormField[]): boolean {
  const direct = fields.find(({ name }) => name === path);
  if (direct) return CHOSEN.has(direct.type);
  const [list, , cell] = path.split('.');
  const item = fields.find(({ name }) => name === list)?.item ?? [];
  return item.some(({ name, type }) => name === cell && CHOSEN.has(type));
}
