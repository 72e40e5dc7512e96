import type { Page } from 'playwright-core';
import { IncidentScreen } from './incident-screen.js';
import { hire, ROLES, signInAsBootstrap } from './people.js';
import type { RoleName } from './people.js';
import { ReleaseScreen } from './release-screen.js';
import type { Studio } from './studio.js';
import { until } from './until.js';

type Seat = RoleName | 'outsider';

/** Who speaks for the water office; the others sit at the duty office. */
const OF_WATER: ReadonlySet<RoleName> = new Set(['handler', 'reviewer']);

/** What each role is never offered on an incident, at first sight or folded away (config/workflows/incident.yaml, `who`). */
const NEVER: Readonly<Record<RoleName, readonly string[]>> = {
  monitor: ['签收', '排除', '研判', '同意', '启动处置', '办结处置', '归档', '重启', '督办'],
  officer: ['研判', '同意', '启动处置', '办结处置', '归档', '重启', '督办'],
  analyst: ['签收', '同意', '启动处置', '办结处置', '重启', '督办', '确认新闻发布会'],
  handler: ['研判', '同意', '归档', '重启', '督办', '确认新闻发布会'],
  reviewer: ['上报', '签收', '研判', '同意', '启动处置', '办结处置', '归档', '重启', '督办'],
  leader: ['研判', '启动处置', '办结处置'],
  admin: ['上报', '签收', '研判', '同意', '启动处置', '办结处置', '归档', '重启', '督办'],
};

/** Seven people with seven roles, each at a browser of their own; and a handler of a unit that has no part in it. */
export class Seven {
  private constructor(private readonly pages: ReadonlyMap<Seat, Page>) {}

  static async at(studio: Studio): Promise<Seven> {
    const { url } = studio;
    const admin = await signInAsBootstrap(url);
    const pages = new Map<Seat, Page>([['admin', (await studio.windowOf(admin)).page]]);
    for (const role of ROLES.filter((one) => one !== 'admin')) {
      const unit = OF_WATER.has(role) ? 'water' : 'cyberspace';
      const person = await hire(url, admin, { username: role, roles: [role], unit });
      pages.set(role, (await studio.windowOf(person)).page);
    }
    const nurse = await hire(url, admin, {
      ...{ username: 'nurse', roles: ['handler'], unit: 'health' },
    });
    return new Seven(pages.set('outsider', (await studio.windowOf(nurse)).page));
  }

  pageOf(seat: Seat): Page {
    const page = this.pages.get(seat);
    if (page === undefined) throw new Error(`nobody sits at ${seat}`);
    return page;
  }

  incidentAt(seat: Seat): IncidentScreen {
    return new IncidentScreen(this.pageOf(seat));
  }

  releaseAt(seat: Seat): ReleaseScreen {
    return new ReleaseScreen(this.pageOf(seat));
  }

  /** What is on the desk of somebody: pressed there, it leads to where it is done. */
  async pressOnDesk(seat: Seat, act: string): Promise<void> {
    const page = this.pageOf(seat);
    await page.goto('/');
    await page.getByRole('button', { name: act }).click();
  }

  /** Opens a page, for whom it is not open already: an open one follows by itself. */
  async goTo(seat: Seat, path: string): Promise<void> {
    const page = this.pageOf(seat);
    if (new URL(page.url()).pathname !== path) await page.goto(path);
  }

  /** Waits until everybody named sees the incident in this state, and is offered exactly these acts at first sight. */
  async seeOffered(
    path: string,
    state: string,
    offers: Readonly<Partial<Record<RoleName, readonly string[]>>>,
  ): Promise<void> {
    const all = Object.entries(offers) as [RoleName, readonly string[]][];
    await Promise.all(all.map(([role, acts]) => this.seeActs(role, path, state, acts)));
  }

  private async seeActs(
    role: RoleName,
    path: string,
    state: string,
    acts: readonly string[],
  ): Promise<void> {
    await this.goTo(role, path);
    const screen = this.incidentAt(role);
    await screen.waitForStage(state);
    let offered: readonly string[] = [];
    const isSo = async (): Promise<boolean> => {
      offered = await screen.offered();
      return offered.join() === acts.join();
    };
    const orSay = (): string => `offered: ${offered.join(', ')}`;
    await until(`the ${role} is offered exactly: ${acts.join(', ')}`, isSo, { orSay });
    const all = await screen.offeredInAll();
    const wrong = all.filter((act) => NEVER[role].includes(act));
    if (wrong.length > 0) throw new Error(`the ${role} is offered ${wrong.join(', ')}`);
  }

  /** The incident waits for them nowhere, is in no list of theirs, and its page is not there for them. */
  async seeNothing(seat: Seat, path: string, title: string): Promise<void> {
    const page = this.pageOf(seat);
    await page.goto('/');
    await page.getByText('没有等您处理的事项').waitFor();
    await page.goto('/incidents?state=open');
    await page.getByText('没有在办的事件').waitFor();
    await this.seeNoPage(seat, path, title);
  }

  async seeNoPage(seat: Seat, path: string, words: string): Promise<void> {
    const page = this.pageOf(seat);
    await page.goto(path);
    await page.getByRole('alert').getByText('找不到').waitFor();
    if ((await page.getByText(words).count()) > 0) throw new Error(`the ${seat} sees ${words}`);
  }

  /** Each of these is answered with this status when their browser asks past the screens. Paths are below /api/v1. */
  async beAnswered(seat: Seat, status: number, paths: readonly string[]): Promise<void> {
    const { request } = this.pageOf(seat).context();
    const answers = await Promise.all(
      paths.map(async (path) => `${path}: ${(await request.get(`/api/v1${path}`)).status()}`),
    );
    const others = answers.filter((one) => !one.endsWith(`: ${status}`));
    if (others.length > 0) throw new Error(`the ${seat} is answered ${others.join(', ')}`);
  }
}
