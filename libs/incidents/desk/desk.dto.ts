import { type DeadlineView } from '#escalation';
import { type IncidentRow } from '../list/incident-row.dto.js';

export class DeskEscalation {
  id: string;
  clock: string;
  /** The last step taken; 0 before the first. */
  step: number;
  round: number;
  startedAt: string;
  nextStepAt: string | null;
}

/** One line of the desk. */
export class DeskItem {
  incident: IncidentRow;
  /** A ladder that climbs and that this person can stop. */
  escalation: DeskEscalation | null;
  /** The deadline that presses most. */
  deadline: DeadlineView | null;
  /** The command that this person is waited for. */
  act: string | null;
}

export class DutyPerson {
  id: string;
  name: string;
  phone: string | null;
}

export class DutyPosition {
  /** officer, deputy or leader. */
  position: string;
  users: DutyPerson[];
}

export class DeskSummary {
  /** Incidents that are not closed. */
  open: number;
  /** Of these, those with a deadline that is past. */
  late: number;
  /** Of these, those with a deadline that has warned and is not past. */
  soon: number;
}

export class DeskView {
  now: DeskItem[];
  mine: DeskItem[];
  watching: DeskItem[];
  summary: DeskSummary;
  onDuty: DutyPosition[];
  serverTime: string;
}
