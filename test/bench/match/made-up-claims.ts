import { Random } from '../../support/random.js';

/** Pieces of which claims are made. What is said about a town is said of many; names and places are rare. */
const WHAT =
  '自来水厂 化工厂 小学食堂 中心医院 老旧小区 加油站 公交公司 菜市场 高速公路 大桥 隧道 养老院 幼儿园 污水处理厂 垃圾焚烧厂 变电站 燃气管道 供热公司 体育馆 图书馆 驾校 物流园 水库 煤矿 冷库 超市 酒店 网吧 诊所 银行'.split(
    ' ',
  );
const HAPPENS =
  '被污染 发生爆炸 使用过期原料 突然关闭 收取高额费用 大面积停电 出现裂缝 传染病扩散 拖欠工资 伪造检测报告 半夜偷排 强制搬迁 提前放假 限量供应 涨价一倍 停止营业 封闭施工 集体辞职 起火 坍塌 漏水 误诊 断供 罚款 挪用经费 不让进门 暗中拍卖 改为收费 推迟开学 取消补贴'.split(
    ' ',
  );
const ENDS =
  '全县停水三天 附近居民连夜撤离 多名学生住院 官方尚未回应 大家赶紧囤货 请相互转告 视频已被删除 明天起实行 持续一个月 家长聚集要说法 车辆一律绕行 门口排起长队 工作人员称不知情 价格还要再涨 已有人被带走'.split(
    ' ',
  );
const CHATTER =
  '听说 刚刚 真的假的 朋友圈都在传 有人知道吗 我姐就住那边 太吓人了 转发提醒 不知道是不是谣言 求证 群里看到的 网友爆料 快看 这也太离谱了 希望不是真的 坐等通报'.split(
    ' ',
  );
/** 2,000 characters in a row of the Unicode table: names that nobody has. */
const FIRST_HAN = 0x5000;
const HAN = 2_000;
const SUFFIXES = ['县', '区', '镇', '村', '路', '街道'];

export interface MadeUpClaim {
  readonly text: string;
  readonly place: string;
}

export class ClaimMaker {
  private readonly random: Random;

  constructor(seed: number) {
    this.random = new Random(seed);
  }

  claim(): MadeUpClaim {
    const place = this.name() + this.random.one(SUFFIXES);
    const amount = String(this.random.whole(2, 900));
    const text = `${place}${this.name()}${this.random.one(WHAT)}${this.random.one(HAPPENS)}，${amount}人受影响，${this.random.one(ENDS)}`;
    return { text, place };
  }

  /** The same claim as somebody else would post it: something left out, something put in, talk around it. */
  repeat({ text }: MadeUpClaim, sentences: number): string {
    const cut = this.random.whole(0, text.length - 6);
    const kept = text.slice(0, cut) + text.slice(cut + 2);
    const talk = Array.from({ length: sentences }, () => this.random.one(CHATTER));
    const at = this.random.whole(0, talk.length);
    return [...talk.slice(0, at), kept, ...talk.slice(at)].join('，');
  }

  private name(): string {
    return this.han() + this.han();
  }

  /** Some characters are much more frequent than others. */
  private han(): string {
    const share = this.random.next();
    return String.fromCharCode(FIRST_HAN + Math.floor(HAN * share * share));
  }
}
