import type { IncidentKind } from './values.js';

/** What a monitor writes down on opening an incident for a topic. */
export interface Description {
  readonly title: string;
  readonly claim: string;
  readonly kind: IncidentKind;
  readonly category: string;
}

/** In order: the first that fits. Words of headlines, not of judgements; an analyst judges later. */
const KINDS: readonly (readonly [IncidentKind, RegExp])[] = [
  ['rumour', /网传|谣言|辟谣|传闻|不实|造谣|真相|假的|系AI/],
  [
    'emergency',
    /爆炸|火灾|起火|地震|洪水|泥石流|坍塌|坠|溺|伤亡|身亡|遇难|中毒|事故|袭击|暴雨|台风|预警|停电|停水/,
  ],
  ['complaint', /投诉|吐槽|维权|举报|退款|退票|被收|乱收费|拒绝|道歉|曝光|不合格|质疑|扰民|被骗/],
];

const CATEGORIES: readonly (readonly [string, RegExp])[] = [
  ['school-food', /(?:学校|小学|中学|校园|幼儿园|学生).*(?:食堂|餐|菜|饭)|校园餐|预制菜进校园/],
  [
    'schooling',
    /学校|大学|高考|中考|考研|老师|教师|学生|幼儿园|小学|中学|校园|期末|开学|家长|招生/,
  ],
  ['food-and-medicine', /食品|食物|药品|保健品|添加剂|过期|外卖|餐厅|奶茶|预制菜|保质期/],
  ['health-care', /医院|医生|疫苗|流感|病毒|药|患者|手术|癌|就诊|挂号|健康/],
  ['water', /自来水|水质|停水|供水|饮用水|排水|内涝/],
  ['public-transport', /高铁|地铁|公交|航班|机场|火车|铁路|春运|网约车|车票|飞机|出租车/],
  ['roads', /高速|堵车|修路|路灯|道路|大桥|隧道|停车|司机|交通/],
  ['prices-and-consumers', /价格|涨价|消费|商家|超市|假货|直播|黄金|品牌|退款|维权|会员/],
  ['environment', /污染|噪音|排放|垃圾|空气|雾霾|臭味|生态/],
  [
    'accidents-and-disasters',
    /爆炸|火灾|起火|地震|洪水|泥石流|坍塌|暴雨|台风|预警|事故|救援|寒潮|暴雪/,
  ],
  ['public-order', /警方|公安|警察|失踪|诈骗|嫌疑人|被抓|刑拘|拐卖|袭击|遇难|身亡/],
  ['housing', /楼盘|小区|物业|房价|房东|租房|业主|公积金/],
  ['tourism-and-culture', /景区|博物馆|演唱会|电影|旅游|门票|春晚|游客|非遗|文旅/],
];

const OTHERWISE = 'other';

/** A first description from the words of the title alone. */
export function describeTopic(title: string): Description {
  const words = title.replace(/#/g, '').trim();
  const kind = KINDS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'hot-topic';
  const category = CATEGORIES.find(([, pattern]) => pattern.test(words))?.[0] ?? OTHERWISE;
  return { title: words, claim: `网上出现话题“${words}”。`, kind, category };
}
