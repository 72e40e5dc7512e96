import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsUUID } from 'class-validator';
import { Transform } from 'class-transformer';
import { DeadlineView } from '#escalation';
import { IfGiven, Instant, PageQuery, Text, WordsView } from '#platform';
import { NamedView } from '../named.dto.js';
import { SectionKey } from '../section-key.js';
import { INSTRUCTION_FILTERS, INSTRUCTION_STATES } from './instruction.repository.js';
import type { InstructionFilter, InstructionState } from './instruction.repository.js';

export class InstructionBody {
  /** The section in whose margin it was written; left out: the report as a whole. */
  @IfGiven()
  @SectionKey()
  sectionKey?: string;

  /** The incident that it is about. */
  @IfGiven()
  @IsUUID()
  incidentId?: string;

  /** What is to be done. */
  @Text({ max: 2000 })
  text: string;

  /** Who is to do it. */
  @IsUUID()
  unitId: string;

  /** By when. It lies ahead. */
  @Instant()
  dueAt: string;
}

export class InstructionQuery extends PageQuery {
  /** `open`: given or done, and not over. With `open` and `given` the first due comes first, else the newest. */
  @IfGiven()
  @IsIn(INSTRUCTION_FILTERS)
  state?: InstructionFilter;

  @IfGiven()
  @IsUUID()
  unitId?: string;

  @IfGiven()
  @IsUUID()
  reportId?: string;

  /** Only those that I gave, or that my unit was given. */
  @IfGiven()
  @Transform(({ value }: { value: unknown }) =>
    value === 'true' ? true : value === 'false' ? false : value,
  )
  @IsBoolean()
  mine?: boolean;
}

export class NamedReport {
  @ApiProperty({ format: 'uuid' })
  id: string;
  title: string;
}

export class NamedIncident {
  @ApiProperty({ format: 'uuid' })
  id: string;
  number: string;
  title: string;
}

export class InstructionItem {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: INSTRUCTION_STATES, enumName: 'InstructionState' })
  state: InstructionState;

  version: number;
  text: string;
  unit: NamedView;
  givenBy: NamedView;

  @ApiProperty({ format: 'date-time' })
  dueAt: string;

  /** Null where the reader may not open it. */
  report: NamedReport | null;
  sectionKey: string | null;

  /** Null where it is about none, or about one that the reader may not know of. */
  incident: NamedIncident | null;

  /** What the unit reported last. */
  result: string | null;

  /** Why it was returned, put off or withdrawn, the last time. */
  reason: string | null;
  completedBy: NamedView | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  completedAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  closedAt: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  /** The term that runs; empty when none does. */
  deadlines: DeadlineView[];
}

export class InstructionList {
  items: InstructionItem[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class InstructionAllowed {
  command: string;
  label: WordsView;

  /** What is still missing whatever is typed; empty when nothing is. */
  needs: WordsView[];
}

export class InstructionEntry {
  @ApiProperty({ format: 'date-time' })
  at: string;

  /** What happened, as the record names it: `given`, `deadline-breached`, … */
  type: string;

  /** Null: the program itself. */
  by: NamedView | null;

  /** What was typed: the instruction, the result, the reason. */
  text: string | null;

  /** The due time that was set. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  dueAt: string | null;
}

export class InstructionView extends InstructionItem {
  /** The oldest first. */
  timeline: InstructionEntry[];
  allowed: InstructionAllowed[];
}
