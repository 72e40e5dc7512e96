import { EnterClarification } from '#knowledge';
import { AN_HOUR, A_MINUTE } from '#testing';
import type { TestOffice, TestUser } from '#testing';
import type { Random } from '../support/random.js';
import { asRequest } from './as-request.js';
import { DutyTurns } from './duty-turns.js';

const DAY = 24 * AN_HOUR;

type People = Readonly<
  Record<'monitor' | 'officer' | 'analyst' | 'judge' | 'leader' | 'handler', TestUser>
>;

/** An office in which people do whatever comes to their minds; what the rules refuse does not happen. */
export class RandomOffice {
  private readonly ids: string[] = [];
  private answer: string | undefined;

  private constructor(
    private readonly office: TestOffice,
    private readonly random: Random,
    private readonly people: People,
    private readonly unitId: string,
    private readonly rota: DutyTurns,
  ) {}

  static async hire(office: TestOffice, random: Random): Promise<RandomOffice> {
    const people = {
      monitor: await office.hire('monitor', ['monitor']),
      officer: await office.hire('officer', ['officer']),
      analyst: await office.hire('analyst', ['analyst']),
      judge: await office.hire('judge', ['analyst']),
      leader: await office.hire('leader', ['leader']),
      handler: await office.hire('handler', ['handler'], 'water'),
    };
    const rota = await DutyTurns.plan(office, people.leader, people.officer);
    return new RandomOffice(office, random, people, await office.unitId('water'), rota);
  }

  /** One act of somebody, and some time. Most acts move an incident on, so that lives come to their end. */
  async act(): Promise<void> {
    const { office, random, people } = this;
    if (this.ids.length < 4 || random.chance(0.12)) {
      const kind = random.one(['rumour', 'hot-topic', 'complaint', 'emergency']);
      const place = random.one(['城东', '城西', null]);
      const category = random.one(['water', 'roads']);
      const given = { kind, place, category } as Parameters<TestOffice['log']>[1];
      this.ids.push(await office.log(people.monitor, given));
    } else {
      await this.command(random.one(this.ids));
    }
    if (random.chance(0.5)) await this.rota.signIn(office.clock.now());
    if (random.chance(0.05)) await this.answeredBefore(random.one(this.ids));
    const waits = [A_MINUTE, 7 * A_MINUTE, 40 * A_MINUTE, 3 * AN_HOUR, DAY];
    await office.advance(Math.ceil(random.one(waits) * random.next()));
  }

  /** Somebody finds that an incident is a claim which was answered once. One merged into another claims nothing itself. */
  private async answeredBefore(incidentId: string): Promise<void> {
    if ((await this.standing(incidentId)).state === 'merged') return;
    const enter = this.office.app.get(EnterClarification, { strict: false });
    const user = asRequest(this.people.analyst);
    this.answer ??= await enter.enter(
      {
        ...{ claim: '城东停水三天', verdict: 'false', answer: '没有停水', issuedBy: '水务局' },
        ...{ evidence: [{ text: '检测报告' }], publishedAt: new Date(0).toISOString() },
      },
      user,
    );
    await enter.matched(this.answer, incidentId, user);
  }

  private async command(id: string): Promise<void> {
    const [name, actor, body] = await this.next(id);
    await this.office.command(id, name, actor, body);
  }

  private async standing(id: string): Promise<{ state: string; facts: Record<string, unknown> }> {
    const [subject] = await this.office.select<{ state: string; facts: Record<string, unknown> }>(
      'SELECT state, facts FROM subjects WHERE id = $1',
      [id],
    );
    if (subject === undefined) throw new Error(`${id} is nowhere`);
    return subject;
  }

  private async next(id: string): Promise<[string, TestUser, Record<string, unknown>]> {
    const { people, random } = this;
    if (random.chance(0.35)) return this.aside();
    const { state, facts } = await this.standing(id);
    switch (state) {
      case 'detected':
        return ['report', people.officer, { severity: random.one(['II', 'IV', 'unrated']) }];
      case 'reported':
        if (typeof facts['proposedBy'] === 'string') return ['concur', people.leader, {}];
        return random.chance(0.3)
          ? ['acknowledge', people.officer, {}]
          : ['judge', people.analyst, this.judgement()];
      case 'observing':
        return random.chance(0.5)
          ? ['judge', people.analyst, this.judgement()]
          : ['archive', people.judge, { summary: '已平息', lessons: '无' }];
      case 'judged':
        return [
          'start-disposal',
          people.handler,
          { actions: [{ title: '核实', dueAt: this.soon() }] },
        ];
      case 'disposing':
        return this.towardsTheEnd(facts);
      case 'disposed':
        return ['archive', people.judge, { summary: '已澄清', lessons: '早公布' }];
      case 'archived':
        return random.chance(0.2)
          ? ['reopen', people.leader, { reason: '又有新情况' }]
          : this.aside();
      default:
        return this.aside();
    }
  }

  private towardsTheEnd(
    facts: Readonly<Record<string, unknown>>,
  ): [string, TestUser, Record<string, unknown>] {
    const { people } = this;
    const actions = facts['actions'] as { id: string; status: string }[] | undefined;
    const open = actions?.find(({ status }) => status === 'open');
    if (open !== undefined)
      return ['complete-action', people.handler, { actionId: open.id, result: '合格' }];
    if (facts['verdict'] === 'unverified')
      return ['set-verdict', people.analyst, { verdict: 'false', evidence: [{ text: '报告' }] }];
    return ['complete-disposal', people.handler, { responseNotNeeded: '范围很小' }];
  }

  private aside(): [string, TestUser, Record<string, unknown>] {
    const { people, random } = this;
    const clock = random.one(['judge', 'dispose', 'acknowledge', 'archive']);
    const acts: [string, TestUser, Record<string, unknown>][] = [
      ['regrade', people.analyst, { severity: random.one(['III', 'IV']), reason: '情况变化' }],
      ['pause-clock', people.leader, { clock, reason: '等检测', resumeBy: this.soon() }],
      ['resume-clock', people.leader, { clock }],
      [
        'return',
        random.one([people.officer, people.analyst, people.handler]),
        { reason: '不清楚' },
      ],
      ['hand-back', people.handler, { reason: '不归我们' }],
      ['observe', people.analyst, { until: this.soon() }],
      ['dismiss', people.officer, { reason: '无实据' }],
      ['merge', people.officer, { intoId: random.one(this.ids) }],
      ['unmerge', people.officer, {}],
      ['reopen', people.leader, { reason: '又有新情况' }],
      ['supervise', people.leader, { reason: '群众关注', every: 'PT12H' }],
      ['record-upward-report', people.leader, { type: 'initial', text: '已上报' }],
      ['settle-press-conference', people.leader, { outcome: 'waived', reason: '不必' }],
      [
        'reclassify',
        people.analyst,
        { kind: random.one(['rumour', 'complaint']), reason: '改性质' },
      ],
      ['add-action', people.handler, { title: '抢修', dueAt: this.soon() }],
      ['note', people.officer, { text: '看过' }],
      ['decline-proposal', people.leader, { reason: '再议' }],
    ];
    return random.one(acts);
  }

  private judgement(): Record<string, unknown> {
    const score = this.random.whole(1, 4);
    return {
      likelihood: { spread: score, believability: score, timing: score },
      consequence: { safety: score, livelihood: score, disruption: 1, trust: 1 },
      severity: this.random.one(['I', 'II', 'III', 'IV']),
      ...{ decision: this.random.one(['dispose', 'dispose', 'observe']), reason: '另有考虑' },
      unitId: this.unitId,
    };
  }

  private soon(): string {
    return new Date(this.office.clock.now() + this.random.whole(1, 60) * AN_HOUR).toISOString();
  }
}
