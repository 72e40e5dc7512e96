import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { IfGiven, WordsView } from '#platform';

const PICTURE_LOCALES = ['zh', 'en'] as const;

export class WorkflowQuery {
  /** An earlier version that some subjects still keep. Left out: the one that new subjects get. */
  @IfGiven()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version?: number;

  /** The language of the picture. Left out: yours. */
  @ApiProperty({ enum: PICTURE_LOCALES, required: false })
  @IfGiven()
  @IsIn(PICTURE_LOCALES)
  locale?: (typeof PICTURE_LOCALES)[number];
}

export class WorkflowSummary {
  name: string;

  title: WordsView;

  /** Rises by one with every changed definition. */
  version: number;
}

export class WorkflowList {
  items: WorkflowSummary[];

  /** Null on the last page. */
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class WorkflowState {
  name: string;

  label: WordsView;

  /** Nothing more is to be done in it. */
  final: boolean;
}

export class WorkflowCommand {
  name: string;

  label: WordsView;

  /** The states in which it can be given. */
  from: string[];
}

export class WorkflowView extends WorkflowSummary {
  /** The state in which a subject begins. */
  initial: string;

  states: WorkflowState[];

  commands: WorkflowCommand[];

  /** The names of the clocks that listen to it. */
  clocks: string[];

  /** The picture, as a Mermaid state diagram. */
  mermaid: string;

  /** The definition as it was read from `config/workflows/`. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  definition: Record<string, unknown>;
}

export class DefinitionProblem {
  /** Dotted; where it begins with `clocks`, the mistake is in `clocks.yaml`. Empty: the whole document. */
  path: string;

  message: string;
}

export class CheckResult {
  ok: boolean;

  problems: DefinitionProblem[];
}
