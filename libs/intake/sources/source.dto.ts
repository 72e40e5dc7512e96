import { IsBoolean, IsIn, IsInt, IsUrl, MaxLength, Min } from 'class-validator';
import { IfGiven, Text } from '#platform';
import { LIMITS } from '../core/index.js';
import { SOURCE_KINDS } from './source.js';
import type { SourceKind } from './source.js';

export class CreateSourceBody {
  @Text({ max: LIMITS.outlet })
  name: string;

  @IsIn(SOURCE_KINDS)
  kind: SourceKind;

  /** Where it can be looked at. */
  @IfGiven()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  @MaxLength(LIMITS.url)
  url?: string;
}

export class ChangeSourceBody {
  /** The version that was seen; a stale one is refused. */
  @IsInt()
  @Min(1)
  expectedVersion: number;

  @IfGiven()
  @Text({ max: LIMITS.outlet })
  name?: string;

  @IfGiven()
  @IsIn(SOURCE_KINDS)
  kind?: SourceKind;

  @IfGiven()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  @MaxLength(LIMITS.url)
  url?: string;

  /** Nothing is taken in from a source that is not in use. */
  @IfGiven()
  @IsBoolean()
  active?: boolean;
}

/** Which column of a file holds what. */
export class MappingView {
  text?: string;
  seenAt?: string;
  source?: string;
  url?: string;
  rank?: string;
  views?: string;
  externalId?: string;
}

export class SourceView {
  id: string;
  name: string;
  kind: SourceKind;
  url: string | null;
  /** As its last file was read. */
  mapping: MappingView;
  active: boolean;
  version: number;
  createdAt: string;
  changedAt: string;
}

export class SourceList {
  items: SourceView[];
  nextCursor: string | null;
}
