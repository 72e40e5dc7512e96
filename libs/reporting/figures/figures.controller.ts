import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExtraModels } from '@nestjs/swagger';
import { EscalationPolicies } from '#escalation';
import { Requires } from '#identity';
import {
  Clock,
  ProblemError,
  invalid,
  isId,
  isStorableText,
  madeUpCursor,
  pageOf,
  readCursor,
} from '#platform';
import { figureOf } from '../core/index.js';
import type { Instant, Period } from '../core/index.js';
import type { Moment } from './frame.js';
import { recordsQuery } from './records-query.js';
import { FigureView, FiguresQuery, FiguresView, RecordPage, RecordsQuery } from './figures.dto.js';
import { ReadFigures } from './read-figures.js';
import type { Figure } from './read-figures.js';
import { ReadRecords } from './read-records.js';

const LONGEST_MS = 400 * 24 * 3_600_000;

@Controller('figures')
export class FiguresController {
  constructor(
    private readonly figures: ReadFigures,
    private readonly behind: ReadRecords,
    private readonly policies: EscalationPolicies,
    private readonly clock: Clock,
  ) {}

  /** The numbers of a period, each with those of the period before and of a year before. */
  @Get()
  @Requires('figure.read')
  @ApiExtraModels(FigureView)
  async read(@Query() query: FiguresQuery): Promise<FiguresView> {
    const { period, moment } = this.asked(query);
    const figures = await this.figures.run(period, moment);
    const span = { from: iso(period.from), to: iso(period.to), asOf: iso(moment.asOf) };
    const where = recordsQuery(period, moment);
    const entries = [...figures].map(([key, figure]) => [key, this.present(key, figure, where)]);
    return { ...span, figures: Object.fromEntries(entries) as Record<string, FigureView> };
  }

  /** What a figure counted, incidents or shifts, the newest first. 404 when there is no such figure. */
  @Get(':key/records')
  @Requires('figure.read')
  async records(@Param('key') key: string, @Query() query: RecordsQuery): Promise<RecordPage> {
    const ref = isStorableText(key) ? figureOf(key) : null;
    if (ref === null) throw new ProblemError(404, 'figure.unknown', `There is no figure ${key}`);
    const { period, moment } = this.asked(query);
    const [after = null] = readCursor(query.cursor, 1) ?? [];
    if (after !== null && !isId(after)) throw madeUpCursor();
    const part = { after, limit: query.limit + 1 };
    const found = await this.behind.run(ref, period, moment, part);
    const { items, nextCursor } = pageOf(found, query.limit, ({ id }) => [id]);
    return {
      items: items.map(({ detectedAt, ...item }) => ({
        ...item,
        detectedAt: detectedAt?.toISOString() ?? null,
      })),
      nextCursor,
    };
  }

  private asked({ from, to, asOf, unitId, incidentId }: FiguresQuery | RecordsQuery): {
    period: Period;
    moment: Moment;
  } {
    const now = this.clock.now();
    const period = { from: Date.parse(from), to: Date.parse(to) };
    const counted = asOf === undefined ? now : Date.parse(asOf);
    const errors = [
      ...(period.to > period.from ? [] : [{ path: 'to', message: 'to must be after from' }]),
      // One incident can go on for longer, and is soon counted.
      ...(period.to - period.from > LONGEST_MS && incidentId === undefined
        ? [{ path: 'to', message: 'to must be at most 400 days after from' }]
        : []),
      ...(counted > now ? [{ path: 'asOf', message: 'asOf must not be in the future' }] : []),
    ];
    if (errors.length > 0) throw invalid(errors);
    const zone = this.policies.calendar.timeZone;
    const of = { unitId: unitId ?? null, incidentId: incidentId ?? null };
    return { period, moment: { asOf: counted, zone, of } };
  }

  private present(
    key: string,
    { ref: { definition }, value, previous, yearBefore }: Figure,
    where: string,
  ): FigureView {
    const { unit, words, counts } = definition;
    const records = `/api/v1/figures/${encodeURIComponent(key)}/records?${where}`;
    return { value, unit, previous, yearBefore, words, counts, records };
  }
}

const iso = (at: Instant): string => new Date(at).toISOString();
