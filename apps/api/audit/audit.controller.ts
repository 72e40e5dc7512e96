import { Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { EscalationPolicies } from '#escalation';
import { Directory, Requires } from '#identity';
import {
  Database,
  auditKey,
  pageOf,
  readAuditCursor,
  SETTINGS,
  searchTimeline,
  verifyRecords,
} from '#platform';
import type { Settings, TimelineEntry } from '#platform';
import { recordChecks } from '#product';
import { SubjectDoors } from '#workflow';
import { AuditEntry, AuditList, AuditQuery, VerificationView } from './audit.dto.js';
import { clockIn } from './clock-in.js';

@Controller('audit')
export class AuditController {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly doors: SubjectDoors,
    private readonly policies: EscalationPolicies,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Everything that was done, by whom and to what, the newest first. */
  @Get()
  @Requires('audit.read')
  async list(@Query() query: AuditQuery): Promise<AuditList> {
    const tx = this.database.reader;
    const rows = await searchTimeline(tx, {
      subjectId: query.subject,
      actorId: query.actor,
      from: dateOf(query.from),
      to: dateOf(query.to),
      after: readAuditCursor(query.cursor),
      limit: query.limit,
    });
    const page = pageOf(rows, query.limit, auditKey);
    const actors = new Set(page.items.flatMap(({ actor }) => actor.id ?? []));
    const people = await this.directory.names(tx, [...actors]);
    const subjects = await this.doors.namesOf(tx, page.items);
    const items = page.items.map((entry): AuditEntry => {
      const { number = null, title = null } = subjects.get(entry.subjectId) ?? {};
      const clock = clockIn(entry.data);
      return {
        ...present(entry, people),
        subject: { type: entry.subjectType, id: entry.subjectId, number, title },
        clock: clock === null ? null : this.policies.titleOf(clock),
      };
    });
    return { ...page, items };
  }

  /**
   * Recompute every hash of every timeline, and of the records, texts and files that it holds. Names the first entry
   * that is not as it was written.
   */
  @Post('verify')
  @HttpCode(200)
  @Requires('audit.verify')
  verify(): Promise<VerificationView> {
    return this.database.snapshot((tx) => verifyRecords(tx, recordChecks, this.settings));
  }
}

const dateOf = (text: string | undefined): Date | undefined =>
  text === undefined ? undefined : new Date(text);

const present = (
  entry: TimelineEntry,
  names: ReadonlyMap<string, string>,
): Omit<AuditEntry, 'subject' | 'clock'> => ({
  seq: entry.seq,
  at: new Date(entry.at).toISOString(),
  actor: {
    ...entry.actor,
    name: entry.actor.id === null ? null : (names.get(entry.actor.id) ?? null),
  },
  type: entry.type,
  data: { ...entry.data },
  prevHash: entry.prevHash,
  hash: entry.hash,
});
