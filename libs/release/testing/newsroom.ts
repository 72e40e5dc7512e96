import { newId, sql } from '#platform';
import { AN_HOUR, TestOffice } from '#testing';
import type { TestUser } from '#testing';
import { DraftRelease } from '../commands/draft-release.js';
import type { Drafted, NewRelease } from '../commands/draft-release.js';
import { GiveReleaseCommand } from '../commands/give-command.js';
import type { GivenAnswer } from '../commands/give-command.js';
import { CHECKS } from '../core/index.js';

type Body = Readonly<Record<string, unknown>>;

export const ALL_CHECKS = { checks: [...CHECKS] };

/** An office in which texts are written, reviewed and published. */
export class Newsroom {
  private constructor(
    readonly office: TestOffice,
    readonly monitor: TestUser,
    readonly analyst: TestUser,
    /** Of the unit concerned. */
    readonly drafter: TestUser,
    readonly unitReviewer: TestUser,
    /** Of the unit that publishes. */
    readonly editor: TestUser,
    readonly leader: TestUser,
    readonly channelId: string,
  ) {}

  static async open(): Promise<Newsroom> {
    const office = await TestOffice.open();
    const [channel] = await office.select<{ id: string }>(
      'SELECT id FROM channels WHERE retired_at IS NULL ORDER BY id LIMIT 1',
    );
    if (channel === undefined) throw new Error('the shipped registers have no channel');
    return new Newsroom(
      office,
      await office.hire('monitor', ['monitor']),
      await office.hire('analyst', ['analyst']),
      await office.hire('drafter', ['handler'], 'water'),
      await office.hire('unit-reviewer', ['reviewer'], 'water'),
      await office.hire('editor', ['reviewer'], 'cyberspace'),
      await office.hire('leader', ['leader']),
      channel.id,
    );
  }

  close(): Promise<void> {
    return this.office.close();
  }

  /** A rumour that was found to be false, in the hands of the drafter's unit. */
  async incident(severity: 'II' | 'IV' = 'IV'): Promise<string> {
    const { office, monitor, analyst, drafter } = this;
    const id = await office.log(monitor);
    await office.must(id, 'report', monitor, { severity });
    const high = severity === 'II';
    await office.must(id, 'judge', analyst, {
      likelihood: { spread: high ? 4 : 2, believability: high ? 4 : 2, timing: high ? 4 : 2 },
      consequence: { safety: high ? 3 : 1, livelihood: high ? 3 : 2, disruption: 2, trust: 1 },
      severity,
      decision: 'dispose',
      unitId: drafter.unitId,
    });
    if (high) await office.must(id, 'concur', this.leader);
    await this.find(id, 'false');
    return id;
  }

  /** Sets the verdict, with evidence. */
  find(incidentId: string, verdict: string): Promise<void> {
    const evidence = [{ text: '检测报告第 12 号' }];
    const reason = '检测结果';
    return this.office.must(incidentId, 'set-verdict', this.analyst, { verdict, evidence, reason });
  }

  draft(given: Partial<NewRelease> = {}, by = this.drafter): Promise<Drafted> {
    return this.office.app.get(DraftRelease, { strict: false }).run(
      {
        incidentId: null,
        title: '关于城东水质的说明',
        body: '经检测，城东水厂出厂水各项指标合格。',
        channelIds: [this.channelId],
        publishAt: null,
        evidenceIds: null,
        ...given,
      },
      by,
    );
  }

  async drafted(given: Partial<NewRelease> = {}, by = this.drafter): Promise<string> {
    const drafted = await this.draft(given, by);
    if (!drafted.ok) throw new Error(JSON.stringify(drafted.reasons));
    return drafted.id;
  }

  give(releaseId: string, name: string, actor: TestUser, body: Body = {}): Promise<GivenAnswer> {
    return this.office.app
      .get(GiveReleaseCommand, { strict: false })
      .run({ releaseId, name, actor, expectedVersion: null, body });
  }

  async must(releaseId: string, name: string, actor: TestUser, body: Body = {}): Promise<void> {
    const given = await this.give(releaseId, name, actor, body);
    if (given?.ok !== true) throw new Error(`${name}: ${JSON.stringify(given)}`);
  }

  /** The codes of the reasons for which it is refused. */
  async refused(
    releaseId: string,
    name: string,
    actor: TestUser,
    body: Body = {},
  ): Promise<string[]> {
    const given = await this.give(releaseId, name, actor, body);
    if (given === null || given.ok) throw new Error(`${name} was not refused`);
    return given.reasons.map(({ code }) => code);
  }

  links(url = 'https://www.qingyuan.example/notice/1'): Body {
    return { links: [{ channelId: this.channelId, url }] };
  }

  async approved(incidentId: string | null = null): Promise<string> {
    const id = await this.drafted({ incidentId });
    await this.throughReview(id);
    return id;
  }

  /** Both reviews, one after the other. */
  async throughReview(id: string): Promise<void> {
    await this.must(id, 'submit', this.drafter);
    await this.approve(id);
  }

  async approve(id: string): Promise<void> {
    await this.must(id, 'approve', this.unitReviewer, ALL_CHECKS);
    await this.must(id, 'approve', this.editor, ALL_CHECKS);
  }

  async published(incidentId: string | null = null): Promise<string> {
    const id = await this.approved(incidentId);
    await this.must(id, 'publish', this.editor, this.links());
    return id;
  }

  async stateOf(id: string): Promise<string | undefined> {
    const [row] = await this.office.select<{ state: string }>(
      'SELECT state FROM releases WHERE id = $1',
      [id],
    );
    return row?.state;
  }

  history(id: string): Promise<string[]> {
    return this.office.history(id);
  }

  /** Another channel, which may be retired. */
  async channel(retired: boolean): Promise<string> {
    const id = newId();
    await this.office.database.transaction((tx) =>
      sql(
        tx,
        `INSERT INTO channels SELECT (jsonb_populate_record(c, jsonb_build_object('id', $1::text, 'name', $2::text))).*
         FROM channels c LIMIT 1`,
        [id, `渠道 ${id.slice(-4)}`],
      ),
    );
    if (retired)
      await this.office.database.transaction((tx) =>
        sql(tx, 'UPDATE channels SET retired_at = $2 WHERE id = $1', [
          id,
          new Date(this.office.clock.now() - AN_HOUR),
        ]),
      );
    return id;
  }
}
