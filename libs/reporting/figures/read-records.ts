import { Injectable } from '@nestjs/common';
import { readIncidents } from '#incidents';
import { sql } from '#platform';
import type { Tx } from '#platform';
import { SubjectDoors } from '#workflow';
import type { FigureRef, Period } from '../core/index.js';
import { idsCounted } from './figure-sql.js';
import type { Moment } from './frame.js';
import { idsNoted } from './noted.js';
import { ReadFigures } from './read-figures.js';

/** Something that a figure counted. What only incidents have is null of a shift. */
export interface FigureRecord {
  readonly is: 'incident' | 'shift';
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string | null;
  readonly severity: string | null;
  readonly verdict: string | null;
  readonly detectedAt: Date | null;
}

interface Part {
  readonly after: string | null;
  readonly limit: number;
}

/** Whoever reads a figure can follow it to what is behind it. */
@Injectable()
export class ReadRecords {
  constructor(
    private readonly figures: ReadFigures,
    private readonly doors: SubjectDoors,
  ) {}

  /** What a figure counted, once each, the newest first. */
  run(ref: FigureRef, period: Period, moment: Moment, part: Part): Promise<FigureRecord[]> {
    const { definition, member } = ref;
    const { counted } = definition;
    return this.figures.within(moment, async (tx, frame) => {
      if (counted.of === 'noted') {
        // Of a unit or an incident there is no such figure.
        if (!frame.isWhole) return [];
        const ids = await idsNoted(tx, counted, period, moment.asOf, part);
        return counted.on === 'shift' ? this.shifts(tx, ids) : incidents(tx, ids);
      }
      const { from, to } = period;
      const given = [new Date(from), new Date(to), member, part.after, part.limit];
      const rows = await sql<{ incident_id: string }>(tx, idsCounted(counted, member), [
        ...frame.parameters,
        ...given,
      ]);
      return incidents(
        tx,
        rows.map(({ incident_id }) => incident_id),
      );
    });
  }

  private async shifts(tx: Tx, ids: readonly string[]): Promise<FigureRecord[]> {
    const refs = ids.map((subjectId) => ({ subjectType: 'shift', subjectId }));
    const names = await this.doors.namesOf(tx, refs);
    return ids.flatMap((id): FigureRecord[] => {
      const name = names.get(id);
      if (name === undefined) return [];
      const onlyOfIncidents = { state: null, severity: null, verdict: null, detectedAt: null };
      return [{ is: 'shift', id, ...name, ...onlyOfIncidents }];
    });
  }
}

const incidents = async (tx: Tx, ids: readonly string[]): Promise<FigureRecord[]> =>
  (await readIncidents(tx, ids)).map(
    ({ id, number, title, state, severity, verdict, detectedAt }) => ({
      ...{ is: 'incident', id, number, title, state, severity, verdict, detectedAt },
    }),
  );
