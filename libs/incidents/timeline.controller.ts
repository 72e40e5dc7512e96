import { Controller, Get, Param, Query } from '@nestjs/common';
import { Directory, Requires } from '#identity';
import { Database, IdPipe, notFound, readTimeline } from '#platform';
import { LessThan } from 'typeorm';
import { MentionEntity } from './mention.entity.js';
import { MentionList, MentionQuery, TimelineList } from './timeline.dto.js';

const MENTION_LIMIT = 100;

/** What happened to an incident and what was seen of it. */
@Controller('incidents/:id')
export class TimelineController {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
  ) {}

  /** Everything that happened, oldest first, with the hash that binds each entry to the one before. */
  @Get('timeline')
  @Requires('incident.read')
  async timeline(@Param('id', IdPipe) id: string): Promise<TimelineList> {
    const tx = this.database.reader;
    const entries = await readTimeline(tx, id);
    if (entries.length === 0) throw notFound('This incident');
    const people = await this.directory.names(tx, [
      ...new Set(entries.flatMap((entry) => peopleIn(entry.actor.id, entry.data))),
    ]);
    return {
      items: entries.map(({ seq, at, actor, type, data, prevHash, hash }) => ({
        seq,
        at: new Date(at).toISOString(),
        actor: {
          kind: actor.kind,
          id: actor.id,
          name: actor.id === null ? null : (people.get(actor.id) ?? null),
        },
        type,
        data,
        prevHash,
        hash,
      })),
      names: Object.fromEntries(people),
    };
  }

  @Get('mentions')
  @Requires('mention.read')
  async mentions(
    @Param('id', IdPipe) id: string,
    @Query() query: MentionQuery,
  ): Promise<MentionList> {
    const limit = query.limit ?? MENTION_LIMIT;
    const rows = await this.database.reader.getRepository(MentionEntity).find({
      where: { incidentId: id, ...(query.cursor !== undefined && { id: LessThan(query.cursor) }) },
      order: { id: 'DESC' },
      take: limit + 1,
    });
    const page = rows.slice(0, limit);
    return {
      items: page.map((row) => ({
        id: row.id,
        source: row.source,
        url: row.url,
        text: row.text,
        wordingRemovedAt: row.wordingRemovedAt?.toISOString() ?? null,
        seenAt: row.seenAt.toISOString(),
        rank: row.rank,
        views: row.views === null ? null : Number(row.views),
      })),
      nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    };
  }
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Ids in an entry that may be people; those that are not are simply not found. */
function peopleIn(actorId: string | null, data: unknown): string[] {
  const found = actorId === null ? [] : [actorId];
  const visit = (value: unknown): void => {
    if (typeof value === 'string') {
      if (ID.test(value)) found.push(value);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  visit(data);
  return found;
}
