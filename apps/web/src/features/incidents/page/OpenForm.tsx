import { useState } from 'react';
import { useMeta } from '../../../api/meta';
import { useUnits } from '../../../api/people';
import type { IncidentPage } from '../../../api/incident-types';
import { Skeleton } from '../../../ui/Skeleton';
import { CommandForm } from '../forms/CommandForm';
import { prefillOf } from '../forms/prefill';
import { possibleNow } from './acts';

interface OpenFormProps {
  readonly incident: IncidentPage;
  readonly command: string;
  readonly onClose: () => void;
}

/**
 * The form that was asked for. When the act becomes impossible while somebody writes, the form stays with what was
 * typed, and says so. An act that was impossible from the start (an old link) has no form.
 */
export function OpenForm({ incident, command, onClose }: OpenFormProps) {
  const current = possibleNow(incident, command);
  const [opened] = useState(current);
  const usual = useUsualUnit(incident);
  const allowed = current ?? opened;
  if (allowed === null) return null;
  // A form takes what is known when it opens, so it opens when the usual unit is known.
  if (usual === undefined) return <Skeleton rows={4} />;
  return (
    <CommandForm
      incident={incident}
      allowed={allowed}
      isGone={current === null}
      prefill={prefillOf(command, { incident, usualUnitId: usual })}
      onClose={onClose}
    />
  );
}

/** The unit that usually answers for this category; null when there is none, undefined while it is not known. */
function useUsualUnit({ category }: IncidentPage): string | null | undefined {
  const meta = useMeta();
  const { data: units, error } = useUnits();
  if (error) return null;
  if (!meta || !units) return undefined;
  const owner = meta.categories.find(({ code }) => code === category)?.ownerUnit;
  return units.find(({ code }) => code === owner)?.id ?? null;
}
