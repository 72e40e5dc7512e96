import type { Executed } from '../commands/execute-command.js';
import { AN_HOUR, TestOffice } from '#testing';
import type { TestUser } from '#testing';

type Body = Readonly<Record<string, unknown>>;

const JUDGEMENT = {
  likelihood: { spread: 2, believability: 2, timing: 2 },
  consequence: { safety: 1, livelihood: 2, disruption: 2, trust: 1 },
  severity: 'IV',
};

/** An office that brings incidents to their end. */
export class Closing {
  private constructor(
    readonly office: TestOffice,
    readonly monitor: TestUser,
    readonly officer: TestUser,
    readonly analyst: TestUser,
    readonly leader: TestUser,
    readonly handler: TestUser,
    readonly unitId: string,
  ) {}

  static async open(startsAt?: number): Promise<Closing> {
    const office = await TestOffice.open(startsAt === undefined ? {} : { startsAt });
    return new Closing(
      office,
      await office.hire('monitor', ['monitor']),
      await office.hire('officer', ['officer']),
      await office.hire('analyst', ['analyst']),
      await office.hire('leader', ['leader']),
      await office.hire('handler', ['handler'], 'water'),
      await office.unitId('water'),
    );
  }

  close(): Promise<void> {
    return this.office.close();
  }

  async reported(mention: { readonly text?: string } = {}): Promise<string> {
    const { office, monitor } = this;
    const { text = '听说明天全城停水' } = mention;
    const seenAt = office.clock.now() - AN_HOUR;
    const seen = { source: '本地论坛', url: 'https://forum.example/1', rank: 3, views: 1200 };
    const id = await office.log(monitor, { mentions: [{ ...seen, text, seenAt }] });
    await office.must(id, 'report', monitor, { severity: 'IV' });
    return id;
  }

  async disposed(mention: { readonly text?: string } = {}): Promise<string> {
    const id = await this.reported(mention);
    await this.disposeAgain(id);
    return id;
  }

  /** From reported to disposed. */
  async disposeAgain(id: string): Promise<void> {
    const { office, analyst, handler, unitId } = this;
    await office.must(id, 'judge', analyst, { ...JUDGEMENT, decision: 'dispose', unitId });
    const dueAt = new Date(office.clock.now() + 24 * AN_HOUR).toISOString();
    await office.must(id, 'start-disposal', handler, { actions: [{ title: '核实水质', dueAt }] });
    for (const actionId of await this.openActions(id))
      await office.must(id, 'complete-action', handler, { actionId, result: '水质合格' });
    await office.must(id, 'set-verdict', handler, {
      verdict: 'false',
      evidence: [{ text: '检测报告第 12 号' }],
    });
    await office.must(id, 'complete-disposal', handler, { responseNotNeeded: '传播范围很小' });
  }

  /** Given back while an action was open, judged anew and only watched since. */
  async observingWithOpenAction(): Promise<string> {
    const { office, analyst, unitId, handler } = this;
    const id = await this.reported();
    await office.must(id, 'judge', analyst, { ...JUDGEMENT, decision: 'dispose', unitId });
    await office.must(id, 'start-disposal', handler, {
      actions: [{ title: '核实', dueAt: new Date(office.clock.now() + AN_HOUR).toISOString() }],
    });
    // No act leads back from here, so the state is set as a past version of the workflow may have left it.
    await office.select("UPDATE subjects SET state = 'observing' WHERE id = $1", [id]);
    await office.select("UPDATE incidents SET state = 'observing' WHERE id = $1", [id]);
    return id;
  }

  async archived(mention: { readonly text?: string } = {}): Promise<string> {
    const id = await this.disposed(mention);
    await this.archive(id);
    return id;
  }

  async archive(id: string, given: Body = {}): Promise<void> {
    const body = { summary: '谣言，已澄清', lessons: '应及时公布检修信息', ...given };
    await this.office.must(id, 'archive', this.analyst, body);
  }

  tryArchive(id: string, given: Body = {}): Promise<Executed> {
    const body = { summary: '谣言，已澄清', lessons: '应及时公布检修信息', ...given };
    return this.office.command(id, 'archive', this.analyst, body);
  }

  async dismissed(): Promise<string> {
    const { office, monitor, officer } = this;
    const id = await office.log(monitor);
    await office.must(id, 'dismiss', officer, { reason: '误报' });
    return id;
  }

  async reopen(id: string): Promise<void> {
    await this.office.must(id, 'reopen', this.leader, { reason: '又有人说起' });
  }

  private async openActions(id: string): Promise<string[]> {
    const rows = await this.office.select<{ id: string }>(
      `SELECT a->>'id' AS id FROM subjects, jsonb_array_elements(facts->'actions') a
       WHERE subjects.id = $1 AND a->>'status' = 'open'`,
      [id],
    );
    return rows.map((row) => row.id);
  }
}
