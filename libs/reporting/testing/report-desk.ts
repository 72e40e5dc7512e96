import { ROLES } from '#identity';
import type { Locale, RequestActor } from '#identity';
import { AN_HOUR, TestOffice } from '#testing';
import type { TestUser } from '#testing';
import { ActOnReport } from '../reports/act-on-report.js';
import type { Acted } from '../reports/act-on-report.js';
import { DraftReport } from '../reports/draft-report.js';
import type { Drafted, NewReport } from '../reports/draft-report.js';
import { ReportPresenter } from '../reports/present-report.js';
import type { BriefPageView } from '../reports/report.dto.js';

type Body = Readonly<Record<string, unknown>>;

/** The morning after the first quarter of 2026. */
const APRIL = Date.parse('2026-04-01T08:30:00+08:00');

/** An office in which reports are drafted, approved and issued. */
export class ReportDesk {
  private constructor(
    readonly office: TestOffice,
    readonly monitor: TestUser,
    readonly officer: TestUser,
    readonly analyst: TestUser,
    readonly leader: TestUser,
    /** A leader too, who may approve what the first one has submitted. */
    readonly deputy: TestUser,
    readonly handler: TestUser,
  ) {}

  static async open(
    options: { readonly startsAt?: number; readonly configDir?: string } = {},
  ): Promise<ReportDesk> {
    const office = await TestOffice.open({ startsAt: APRIL, ...options });
    return new ReportDesk(
      office,
      await office.hire('monitor', ['monitor']),
      await office.hire('officer', ['officer']),
      await office.hire('analyst', ['analyst']),
      await office.hire('leader', ['leader']),
      await office.hire('deputy', ['leader']),
      await office.hire('handler', ['handler'], 'water'),
    );
  }

  close(): Promise<void> {
    return this.office.close();
  }

  draft(given: Partial<NewReport> = {}, by = this.analyst): Promise<Drafted> {
    return this.office.app.get(DraftReport, { strict: false }).run(
      {
        ...{ type: 'quarterly', period: '2026Q1', from: null, to: null, asOf: null },
        ...{ language: 'zh', incidentId: null, unitId: null },
        ...given,
      },
      by,
    );
  }

  async drafted(given: Partial<NewReport> = {}, by = this.analyst): Promise<string> {
    const drafted = await this.draft(given, by);
    if (!drafted.ok) throw new Error(JSON.stringify(drafted));
    return drafted.id;
  }

  /** The codes of everything that is wrong with what was asked for, each with its field. */
  async problemsOf(given: Partial<NewReport>): Promise<string[]> {
    const drafted = await this.draft(given);
    if (!('problems' in drafted)) throw new Error(JSON.stringify(drafted));
    return drafted.problems.map(({ code, path }) => `${path}: ${code}`);
  }

  page(id: string, reader = this.analyst, locale: Locale = 'zh'): Promise<BriefPageView> {
    return this.office.app
      .get(ReportPresenter, { strict: false })
      .page(this.office.database.reader, id, asReader(reader, locale));
  }

  /** On the newest version. */
  async give(id: string, name: string, actor: TestUser, body: Body = {}): Promise<Acted> {
    return this.acts.give({
      ...{ reportId: id, name, actor, body },
      expectedVersion: await this.versionOf(id),
    });
  }

  async must(id: string, name: string, actor: TestUser, body: Body = {}): Promise<string> {
    const acted = await this.give(id, name, actor, body);
    if (acted?.ok !== true) throw new Error(`${name}: ${JSON.stringify(acted)}`);
    return acted.id;
  }

  /** The codes of the reasons for which it is refused. */
  async refused(id: string, name: string, actor: TestUser, body: Body = {}): Promise<string[]> {
    return codesOf(await this.give(id, name, actor, body));
  }

  async edit(
    id: string,
    section: string,
    text: string | null,
    actor = this.analyst,
  ): Promise<Acted> {
    const expectedVersion = await this.versionOf(id);
    return this.acts.edit({ reportId: id, section, text, actor, expectedVersion });
  }

  /** Submitted, approved and issued. */
  async issue(id: string): Promise<void> {
    await this.must(id, 'submit', this.analyst);
    await this.must(id, 'approve', this.leader);
    await this.must(id, 'issue', this.analyst);
  }

  /** Logs incidents at a moment, and goes back to where it was. */
  async logged(count: number): Promise<string[]> {
    const ids: string[] = [];
    for (let n = 0; n < count; n += 1) {
      ids.push(await this.office.log(this.monitor, { title: `网传城东停水（${String(n + 1)}）` }));
      await this.office.advance(AN_HOUR);
    }
    return ids;
  }

  async versionOf(id: string): Promise<number> {
    const [row] = await this.office.select<{ version: number }>(
      'SELECT version FROM reports WHERE id = $1',
      [id],
    );
    return row?.version ?? 1;
  }

  get acts(): ActOnReport {
    return this.office.app.get(ActOnReport, { strict: false });
  }
}

function codesOf(acted: Acted): string[] {
  if (acted === null || acted.ok) throw new Error('it was not refused');
  return 'reasons' in acted ? acted.reasons.map(({ code }) => code) : ['report.issued'];
}

export const asReader = (
  { id, name, roles, unitId }: TestUser,
  locale: Locale = 'zh',
): RequestActor => ({
  ...{ id, username: name, name, unitId, locale, permissions: [], via: 'session' },
  roles: ROLES.filter((role) => roles.includes(role)),
});
