import { ActOnReport, DraftReport, ReportFiles, findReport } from '#reporting';
import type { ReportRow } from '#reporting';
import type { TestOffice, TestUser } from '#testing';
import type { Counted } from '../recount/recount-figures.js';

interface CountedBrief {
  readonly id: string;
  readonly asOf: number;
  readonly figures: Counted;
}

/** Two people at the end of a quarter, who make a brief of it. */
export class BriefDesk {
  private constructor(
    private readonly office: TestOffice,
    private readonly analyst: TestUser,
    private readonly leader: TestUser,
  ) {}

  static async open(office: TestOffice): Promise<BriefDesk> {
    return new BriefDesk(
      office,
      await office.hire('brief-analyst', ['analyst']),
      await office.hire('brief-leader', ['leader']),
    );
  }

  async draft(period: string, asOf: number): Promise<CountedBrief> {
    const drafted = await this.office.app.get(DraftReport, { strict: false }).run(
      {
        ...{ type: 'quarterly', period, from: null, to: null, asOf, language: 'zh' },
        ...{ incidentId: null, unitId: null },
      },
      this.analyst,
    );
    if (!drafted.ok) throw new Error(JSON.stringify(drafted));
    return this.counted(drafted.id);
  }

  /** As of now. */
  async redraft(id: string): Promise<CountedBrief> {
    await this.give(id, 'redraft', this.analyst);
    return this.counted(id);
  }

  /** How many numbers nothing supports when every section is typed again as it was drafted. */
  async retyped(id: string): Promise<number> {
    const { content } = await this.row(id);
    for (const { key, paragraphs } of content.sections) {
      const text = paragraphs
        .map((pieces) => pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)))
        .map((texts) => texts.join(''))
        .join('\n');
      if (text === '') continue;
      const { version } = await this.row(id);
      const edit = { reportId: id, section: key, text, actor: this.analyst };
      const edited = await this.acts.edit({ ...edit, expectedVersion: version });
      if (edited?.ok !== true) throw new Error(`${key}: ${JSON.stringify(edited)}`);
    }
    const [subject] = await this.office.select<{ n: number }>(
      "SELECT (facts->>'unsupported')::int AS n FROM subjects WHERE id = $1",
      [id],
    );
    return subject?.n ?? -1;
  }

  async issue(id: string): Promise<{ readonly docx: Buffer; readonly pdf: Buffer }> {
    await this.give(id, 'submit', this.analyst);
    await this.give(id, 'approve', this.leader);
    await this.give(id, 'issue', this.analyst);
    const files = this.office.app.get(ReportFiles, { strict: false });
    const { reader } = this.office.database;
    const row = await this.row(id);
    return {
      docx: (await files.make(reader, row, 'docx')).bytes,
      pdf: (await files.make(reader, row, 'pdf')).bytes,
    };
  }

  private async give(id: string, name: string, actor: TestUser): Promise<void> {
    const { version } = await this.row(id);
    const command = { reportId: id, name, actor, body: {}, expectedVersion: version };
    const acted = await this.acts.give(command);
    if (acted?.ok !== true) throw new Error(`${name}: ${JSON.stringify(acted)}`);
  }

  /** What is not zero, and what is a share or a time, as the recount gives them. */
  private async counted(id: string): Promise<CountedBrief> {
    const { content, asOf } = await this.row(id);
    const said = Object.entries(content.figures).flatMap(([key, { value, unit }]) => {
      const isNothing =
        value === null || (value === 0 && (unit === 'incidents' || unit === 'times'));
      return isNothing ? [] : [[key, value]];
    });
    return { id, asOf: asOf.getTime(), figures: Object.fromEntries(said) as Counted };
  }

  private async row(id: string): Promise<ReportRow> {
    const row = await findReport(this.office.database.reader, id);
    if (row === null) throw new Error(`there is no report ${id}`);
    return row;
  }

  private get acts(): ActOnReport {
    return this.office.app.get(ActOnReport, { strict: false });
  }
}
