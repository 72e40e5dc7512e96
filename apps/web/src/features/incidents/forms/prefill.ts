import type { IncidentPage } from '../../../api/incident-types';
import type { Values } from './values';

interface Known {
  readonly incident: IncidentPage;
  /** The unit that usually answers for this category. */
  readonly usualUnitId: string | null;
}

/** What is known before anybody types. Nothing here is a judgement: those are for people to make. */
export function prefillOf(command: string, { incident, usualUnitId }: Known): Values {
  const unitId = incident.unit?.id ?? usualUnitId ?? '';
  switch (command) {
    case 'report':
      return { severity: incident.severity === 'unrated' ? '' : incident.severity };
    case 'start-disposal':
      return { actions: [{ key: 'first', cells: { unitId } }] };
    case 'set-verdict':
      return { evidence: [{ key: 'first', cells: {} }] };
    default:
      return {};
  }
}
