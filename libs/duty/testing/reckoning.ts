import type {
  Instant,
  IsHoliday,
  Leave,
  Override,
  Plan,
  Position,
  RulesVersion,
} from '../core/schedule.js';
import type { Case } from './desk.js';
import { climbsOf, courseOf } from './expected-ladders.js';
import type { Climb, ClockRule, Course, LadderRule } from './expected-ladders.js';
import { slowOnDuty } from './slow-on-duty.js';

/** Who stands in where the rota has nobody, and who is in the unit: by id. */
type Staff = Readonly<Record<Position | 'unit', readonly string[]>>;

/**
 * A duty office worked out a second time: from what people did, as the test remembers it, and from the configuration
 * files.
 */
export class Reckoning {
  readonly plan: { versions: RulesVersion[]; overrides: Override[]; leaves: Leave[] } & Plan = {
    ...{ versions: [], overrides: [], leaves: [] },
  };
  /** Ladders of the duty office itself: nobody signed in, nobody answered. */
  readonly dutyClimbs: Climb[] = [];

  constructor(
    private readonly staff: Staff,
    private readonly isHoliday: IsHoliday,
    private readonly clocks: Readonly<Record<string, ClockRule>>,
    private readonly ladders: Readonly<Record<string, LadderRule>>,
    private readonly cases: readonly Case[],
  ) {}

  /** Who is told when somebody on duty is to be told. */
  onDutyAt(position: Position, at: Instant): readonly string[] {
    const holder = slowOnDuty(this.plan, position, at, this.isHoliday);
    if (holder) return [holder.userId];
    // duty.yaml lets nobody stand in for a deputy.
    return position === 'deputy' ? [] : this.staff[position];
  }

  /** Every ladder that ought to have climbed. */
  climbs(): Climb[] {
    const ofIncidents = Object.fromEntries(
      Object.entries(this.clocks).filter(([, { subject }]) => subject === 'incident'),
    );
    return [...this.cases.flatMap((one) => climbsOf(one, ofIncidents)), ...this.dutyClimbs];
  }

  courseOf(climb: Climb): Course {
    const rule = this.ladders[climb.ladder];
    if (rule === undefined) throw new Error(`no ladder is called ${climb.ladder}`);
    const owned = this.cases.find(({ id }) => id === climb.subjectId)?.ownedFrom ?? Infinity;
    return courseOf(climb, rule, (target, at) => this.reach(target, at, owned <= at));
  }

  /** The ladders that have told a position of themselves by an instant, and climb on. */
  climbingAt(at: Instant, position: Position): Climb[] {
    return this.climbs().filter((climb) => {
      if (climb.startedAt > at || climb.endedAt <= at) return false;
      const { steps, held, exhaustedAt } = this.courseOf(climb);
      const isHeld = held.from <= at && at < held.to;
      const told = steps.filter((step) => step.at <= at);
      const isTold = told.some(({ targets }) => targets.includes(`on-duty:${position}`));
      return isTold && !isHeld && exhaustedAt > at;
    });
  }

  private reach(target: string, at: Instant, isOwned: boolean): readonly string[] {
    switch (target) {
      case 'on-duty:officer':
        return this.onDutyAt('officer', at);
      case 'on-duty:deputy':
        return this.onDutyAt('deputy', at);
      case 'on-duty:leader':
        return this.onDutyAt('leader', at);
      case 'role:leader':
        return this.staff.leader;
      case 'unit:all':
        return isOwned ? this.staff.unit : [];
      default:
        throw new Error(`nobody has said who ${target} is`);
    }
  }
}
