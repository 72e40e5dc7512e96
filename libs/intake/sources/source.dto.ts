import { IsBoolean, IsIn, IsInt, IsUrl, Max, MaxLength, Min } from 'class-validator';
import { IfGiven, Text, WordsView } from '#platform';
import { LIMITS, RHYTHM, RULE_LIMITS } from '../core/index.js';
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

  /** How often a feed is read. */
  @IfGiven()
  @IsInt()
  @Min(RHYTHM.least)
  @Max(RHYTHM.most)
  everyMinutes?: number;

  /** What of it is taken in: `停水 and (小区 or 学校) not 广告`. Empty: everything. */
  @IfGiven()
  @Text({ min: 0, max: RULE_LIMITS.length })
  keywordRule?: string;
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

  @IfGiven()
  @IsInt()
  @Min(RHYTHM.least)
  @Max(RHYTHM.most)
  everyMinutes?: number;

  @IfGiven()
  @Text({ min: 0, max: RULE_LIMITS.length })
  keywordRule?: string;

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

/** How it goes with a source that is read, or to which a program sends. */
export class ReadingView {
  /** Null when the program does not read it. */
  nextReadAt: string | null;
  isBeingRead: boolean;
  lastReadAt: string | null;
  /** When it could be read last. */
  lastGoodAt: string | null;
  /** How often in a row it could not be read. */
  failures: number;
  /** Why not, the last time. */
  problem: WordsView | null;
  /** Sightings that came from it. */
  takenIn: number;
  /** What its keyword rule left out. */
  leftOut: number;
}

export class SourceView {
  id: string;
  name: string;
  kind: SourceKind;
  url: string | null;
  /** As its last file was read. */
  mapping: MappingView;
  active: boolean;
  everyMinutes: number | null;
  keywordRule: string | null;
  /** When its token was made; null when it has none. */
  tokenMadeAt: string | null;
  /** Null when the program neither reads it nor is sent anything by its token. */
  reading: ReadingView | null;
  version: number;
  createdAt: string;
  changedAt: string;
}

export class SourceList {
  items: SourceView[];
  nextCursor: string | null;
}

export class SourceToken {
  /** The only time that it is told. */
  token: string;
}
