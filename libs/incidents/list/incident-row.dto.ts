import { ApiProperty } from '@nestjs/swagger';
import { type DeadlineView } from '#escalation';
import { KINDS, SEVERITIES, STATES, VERDICTS } from '../words.js';
import type { IncidentState, Kind, Severity, Verdict } from '../words.js';

export class UnitRef {
  id: string;
  name: string;
}

export class PersonRef {
  id: string;
  name: string;
}

export class MentionStats {
  count: number;
  firstSeenAt: string | null;
  lastSeenAt: string | null;
  /** The best place on any list; 1 is the top. */
  peakRank: number | null;
  peakViews: number | null;
}

/** An incident as lists show it. */
export class IncidentRow {
  id: string;
  /** `YQ-2026-000123`, gapless per year. */
  number: string;
  title: string;
  claim: string;

  @ApiProperty({ enum: KINDS, enumName: 'Kind' })
  kind: Kind;

  category: string;
  place: string | null;

  @ApiProperty({ enum: STATES, enumName: 'IncidentState' })
  state: IncidentState;

  @ApiProperty({ enum: SEVERITIES, enumName: 'Severity' })
  severity: Severity;

  @ApiProperty({ enum: VERDICTS, enumName: 'Verdict' })
  verdict: Verdict;

  unit: UnitRef | null;
  assignee: PersonRef | null;
  /** Since when a leader supervises it; null: none does. */
  supervisedAt: string | null;
  version: number;
  detectedAt: string;
  updatedAt: string;
  closedAt: string | null;
  mentions: MentionStats;
  /** Those that run, the next due first. */
  deadlines: DeadlineView[];

  /** Entries of the timeline that are new to this person; 0 for what they do not watch, and for what is closed. */
  unread: number;
}

export class IncidentList {
  items: IncidentRow[];
  nextCursor: string | null;
}
