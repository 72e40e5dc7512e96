import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inSteps } from '../support/steps.js';
import { Seven } from '../support/seven.js';
import { Studio } from '../support/studio.js';

const CHANNEL = '清源县人民政府网站';
const ACTION = '到水厂核实';
const FACTORS = {
  likelihood: ['传播范围', '可信程度', '时机'],
  consequence: ['人身安全', '民生影响', '公共服务受扰', '公信力'],
};

/** What an incident is read by. */
const PARTS = ['', '/timeline', '/mentions', '/judgements', '/records', '/room', '/upward-reports'];

interface Life {
  readonly severity: string;
  readonly word: string;
  readonly title: string;
  /** Their product falls into the band of the severity (config/risk-matrix.yaml). */
  readonly likelihood: number;
  readonly consequence: number;
  /** Ⅰ and Ⅱ: a leader concurs, it is reported above, both reviews run at once, a press conference is settled. */
  readonly isGrave: boolean;
}

const LIVES: readonly Life[] = [
  {
    ...{ severity: 'I', word: 'Ⅰ级 特别重大', title: '网传城东自来水不能喝' },
    ...{ likelihood: 4, consequence: 4, isGrave: true },
  },
  {
    ...{ severity: 'II', word: 'Ⅱ级 重大', title: '网传县城要停水一周' },
    ...{ likelihood: 4, consequence: 3, isGrave: true },
  },
  {
    ...{ severity: 'III', word: 'Ⅲ级 较大', title: '网传河西小区排水管爆裂' },
    ...{ likelihood: 3, consequence: 3, isGrave: false },
  },
  {
    ...{ severity: 'IV', word: 'Ⅳ级 一般', title: '网传下月水费翻倍' },
    ...{ likelihood: 2, consequence: 2, isGrave: false },
  },
];

let studio: Studio;
let seven: Seven;

beforeAll(async () => {
  studio = await Studio.open();
  seven = await Seven.at(studio);
}, 60_000);

afterAll(() => studio.close());

describe.each(LIVES)(
  'an incident of severity $severity',
  ({ severity, word, title, likelihood, consequence, isGrave }) => {
    const step = inSteps();
    const answer = `关于“${title}”的情况说明`;
    const body = '经现场核查，水厂运行正常，出厂水水质合格。';
    const link = `https://www.qingyuan.example/notice/${severity}`;
    /** Where the incident and its answer are, once they are there. */
    let path = '';
    let textPath = '';

    step('is logged in haste and reported by the monitor', async () => {
      const page = seven.pageOf('monitor');
      await page.goto('/');
      await page.getByText('没有等您处理的事项').waitFor();
      await page.keyboard.press('n');
      const dialog = page.getByRole('dialog', { name: '快速登记' });
      await dialog.getByLabel('原文或所见').fill(`听说${title.slice(2)}，大家小心`);
      await dialog.getByLabel('一句话说法').fill(title);
      await dialog.getByRole('radio', { name: '谣言传言' }).check();
      await dialog.getByRole('radio', { name: '供水排水' }).check();
      await dialog.getByLabel('来源').fill('清源论坛');
      await dialog.getByRole('button', { name: '登记' }).click();
      await page.getByRole('link', { name: '查看事件' }).click();
      const screen = seven.incidentAt('monitor');
      await screen.waitForStage('已发现');
      path = new URL(page.url()).pathname;
      const form = await screen.choose('上报');
      await form.getByRole('radio', { name: word }).check();
      await screen.send('上报');
      await screen.waitForStage('已上报');
    });

    step('is offered to those who are waited for, and to no handler yet', async () => {
      await seven.seeOffered(path, '已上报', {
        ...{ monitor: [], officer: ['签收', '排除'], analyst: ['研判', '转观察'] },
        ...{ reviewer: [], leader: [], admin: [] },
      });
      await seven.seeNothing('handler', path, title);
    });

    step('is acknowledged by the officer', async () => {
      await seven.pressOnDesk('officer', `签收：${title}`);
      await seven.pageOf('officer').getByText('没有等您处理的事项').waitFor();
      await seven.goTo('officer', path);
      await seven.incidentAt('officer').waitForEntry('officer', '签收');
    });

    step('is judged by the analyst on the judgement desk', async () => {
      await seven.pressOnDesk('analyst', `研判：${title}`);
      const page = seven.pageOf('analyst');
      const form = page.getByRole('form', { name: '研判' });
      const score = async (factors: readonly string[], level: number): Promise<void> => {
        for (const factor of factors) {
          const levels = form.getByRole('group', { name: factor }).getByRole('radio');
          await levels.nth(level - 1).check();
        }
      };
      await score(FACTORS.likelihood, likelihood);
      await score(FACTORS.consequence, consequence);
      await form.getByText(`可能性 ${likelihood} × 后果 ${consequence} =`).waitFor();
      expect(await form.getByRole('radio', { name: word }).isChecked()).toBe(true);
      await form.getByRole('radio', { name: '转处置' }).check();
      await form.getByRole('button', { name: '研判', exact: true }).click();
      await page.waitForURL(`**${path}`);
      if (!isGrave) await seven.incidentAt('analyst').waitForStage('已研判');
    });

    if (isGrave) {
      step('waits for a leader, who concurs', async () => {
        await seven.seeOffered(path, '已上报', {
          analyst: ['研判', '转观察'],
          leader: ['同意', '不同意'],
        });
        await seven.seeNoPage('handler', path, title);
        await seven.pressOnDesk('leader', `同意：${title}`);
        const screen = seven.incidentAt('leader');
        await screen.form('同意').waitFor();
        await screen.send('同意');
        await screen.waitForStage('已研判');
      });

      step(
        'is reported above: drafted and sent by the leader, whom alone it waits for',
        async () => {
          const page = seven.pageOf('leader');
          await page.goto(path);
          await page.getByRole('button', { name: '起草初报' }).click();
          await page.waitForURL('**/upward/*');
          await page.getByRole('button', { name: '签发' }).waitFor();

          const officer = seven.pageOf('officer');
          await officer.goto(new URL(page.url()).pathname);
          await officer.getByText('草稿。核对后由领导签发。').waitFor();
          expect(await officer.getByRole('button', { name: '签发' }).count()).toBe(0);

          await page.getByRole('button', { name: '签发' }).click();
          const dialog = page.getByRole('dialog');
          await dialog.getByText('报市委网信办。签发后内容不能再改').waitFor();
          await dialog.getByRole('button', { name: '签发' }).click();
          await page.getByText('初报 · 待上级签收').waitFor();
        },
      );
    }

    step('is taken up by the handler, with a plan', async () => {
      await seven.seeOffered(path, '已研判', { leader: [], reviewer: [], admin: [] });
      await seven.pressOnDesk('handler', `启动处置：${title}`);
      const screen = seven.incidentAt('handler');
      const form = screen.form('启动处置');
      await form.getByLabel('措施', { exact: true }).fill(ACTION);
      await form.getByLabel('完成期限').fill('2099-01-01T12:00');
      await screen.send('启动处置');
      await screen.waitForStage('处置中');
    });

    step('has its action completed, with what shows it', async () => {
      const plan = seven.pageOf('handler').getByRole('region', { name: /^计划与措施/ });
      await plan.getByRole('button', { name: `完成：${ACTION}` }).click();
      const screen = seven.incidentAt('handler');
      const form = screen.form('完成措施');
      await form.getByLabel('结果').fill('水厂供水正常');
      await form.getByRole('button', { name: '再加一条依据' }).click();
      await form.getByLabel('依据内容').fill('水厂当日运行记录');
      await screen.send('完成措施');
      await plan.getByText('水厂当日运行记录').waitFor();
    });

    step('has a verdict, with evidence', async () => {
      const screen = seven.incidentAt('handler');
      const form = await screen.choose('填写核查结论');
      await form.getByRole('radio', { name: '不实', exact: true }).check();
      await form.getByLabel('依据内容').fill('出厂水检测报告第 12 号');
      await screen.send('填写核查结论');
      const claim = seven.pageOf('handler').getByRole('region', { name: '说法与核查' });
      await claim.getByText('出厂水检测报告第 12 号').first().waitFor();
    });

    step('is answered by the handler, who does not review what they wrote', async () => {
      const release = seven.releaseAt('handler');
      await release.draft({ title: answer, body, channel: CHANNEL });
      await release.submit();
      await release.waitForTag(isGrave ? '紧急联审' : '单位初审');
      textPath = new URL(seven.pageOf('handler').url()).pathname;
      expect(await release.judgement.count()).toBe(0);

      await seven.goTo('admin', textPath);
      await seven.releaseAt('admin').waitForTag(isGrave ? '紧急联审' : '单位初审');
      expect(await seven.releaseAt('admin').judgement.count()).toBe(0);
      expect(await seven.releaseAt('admin').acts.count()).toBe(0);
    });

    step('is nothing that a handler of another unit ever sees', async () => {
      await seven.seeNothing('outsider', path, title);
      const page = seven.pageOf('outsider');
      await page.goto('/reviews');
      await page.getByText('没有其他正在进行的稿件').waitFor();
      expect(await page.getByText(answer).count()).toBe(0);
      await seven.seeNoPage('outsider', textPath, answer);
      await page.goto('/upward');
      await page.getByText('还没有上报').waitFor();
      const parts = PARTS.map((part) => path + part);
      const all = [...parts, textPath.replace('reviews', 'releases')];
      await seven.beAnswered('handler', 200, all);
      await seven.beAnswered('outsider', 404, all);
    });

    if (isGrave) {
      step('is reviewed by the unit and a leader at once, in either order', async () => {
        for (const seat of ['reviewer', 'leader'] as const) {
          await seven.releaseAt(seat).openWaiting(answer);
          await seven.releaseAt(seat).judgement.waitFor();
        }
        await seven.releaseAt('leader').approve();
        await seven.releaseAt('reviewer').waitForTag('单位初审');
        await seven.releaseAt('reviewer').approve();
        await seven.releaseAt('reviewer').waitForTag('待发布');
      });
    } else {
      step('is reviewed by the unit, and then by a leader', async () => {
        await seven.goTo('leader', textPath);
        await seven.releaseAt('leader').waitForTag('单位初审');
        expect(await seven.releaseAt('leader').judgement.count()).toBe(0);
        await seven.releaseAt('reviewer').openWaiting(answer);
        await seven.releaseAt('reviewer').approve();
        await seven.releaseAt('reviewer').waitForTag('宣传复审');
        await seven.releaseAt('leader').openWaiting(answer);
        await seven.releaseAt('leader').approve();
        await seven.releaseAt('leader').waitForTag('待发布');
      });
    }

    step('is published, which meets the first response; its law is told', async () => {
      const release = seven.releaseAt('handler');
      await release.openWaiting(answer);
      await release.publish(CHANNEL, link);

      const page = seven.pageOf('analyst');
      await seven.goTo('analyst', path);
      const deadlines = page.getByRole('region', { name: '时限' });
      await deadlines.getByText(/^已结束 \d+ 项$/).click();
      const response = deadlines.getByRole('listitem').filter({ hasText: '首次回应' });
      await response.getByText('按时完成', { exact: true }).waitFor();
      await response.getByRole('button').hover();
      const told = response.getByRole('tooltip');
      await told.getByText(/国办发〔2016〕80号.*国办发〔2016〕61号/).waitFor();
      await told.getByText('法定时限，不可暂停').waitFor();
    });

    step('is read by anybody, without signing in', async () => {
      const { page } = await studio.window();
      await page.goto('/public/clarifications');
      await page.getByRole('link', { name: answer }).click();
      await page.waitForURL(/\/public\/clarifications\/[0-9a-f-]{36}$/);
      await page.getByRole('heading', { level: 1, name: answer }).waitFor();
      await page.getByText(body).first().waitFor();
      await page.getByText('出厂水检测报告第 12 号').waitFor();
      expect(await page.context().cookies()).toEqual([]);
      await page.context().close();
    });

    if (isGrave) {
      step('has its press conference settled by the leader', async () => {
        await seven.goTo('leader', path);
        const screen = seven.incidentAt('leader');
        await screen.next.getByText('其他操作').click();
        const form = await screen.choose('确认新闻发布会');
        await form.getByRole('radio', { name: '已召开' }).check();
        await screen.send('确认新闻发布会');
        await screen.waitForEntry('leader', '新闻发布会');
      });
    }

    step('is completed by the handler, who is not offered to archive it', async () => {
      await seven.goTo('handler', path);
      const screen = seven.incidentAt('handler');
      await screen.choose('办结处置');
      await screen.send('办结处置');
      await seven.seeOffered(path, '已处置', {
        ...{ monitor: [], officer: [], analyst: ['归档', '退回'], handler: [] },
        ...{ reviewer: [], leader: ['归档', '退回'], admin: [] },
      });
    });

    step('is archived by the analyst, and sealed', async () => {
      await seven.pressOnDesk('analyst', `归档：${title}`);
      const screen = seven.incidentAt('analyst');
      const form = screen.form('归档');
      await form.getByLabel('结案小结').fill('传言不实，当日查清');
      await form.getByLabel('经验教训').fill('检修计划应提前公布');
      await screen.send('归档');
      await screen.waitForStage('已归档');
      const closing = seven.pageOf('analyst').getByRole('region', { name: '结案' });
      await closing.getByText(/^[0-9a-f]{64}$/).waitFor();
      await seven.seeOffered(path, '已归档', {
        ...{ monitor: [], officer: [], analyst: [], handler: [] },
        ...{ reviewer: [], leader: ['重启'], admin: [] },
      });
      await seven.seeNoPage('outsider', path, title);
    });
  },
);

it('no window complained of anything but pages that are not theirs', () => {
  const complaints = studio.takeComplaints().filter((one) => !one.includes('status of 404'));
  expect(complaints).toEqual([]);
});
