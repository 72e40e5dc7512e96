/** What one looks at, whom one asks and what one repairs, by category. */
export interface CategoryWords {
  readonly inspect: string;
  readonly record: string;
  readonly repair: string;
}

const OTHER: CategoryWords = {
  inspect: '到现场核实情况，并与反映事项逐项比对',
  record: '相关业务台账和办理记录',
  repair: '对发现的问题列出清单，限期整改',
};

const WORDS: Readonly<Record<string, CategoryWords>> = {
  schooling: {
    inspect: '到学校现场查看，与校方、家长代表分别座谈',
    record: '学校收费公示、招生公告和值班记录',
    repair: '责成学校整改，并向家长书面说明',
  },
  'school-food': {
    inspect: '到学校食堂查看后厨、留样和当日餐品，抽样送检',
    record: '食堂采购台账、留样记录和晨检记录',
    repair: '责成食堂整改，邀请家长代表参与验收',
  },
  'health-care': {
    inspect: '到医疗机构现场查看挂号、候诊和取药流程',
    record: '门诊排队系统数据和接诊登记',
    repair: '调整窗口和诊室排班，增设现场引导',
  },
  'public-transport': {
    inspect: '到线路和站点跟车查看，按高峰、平峰分别计时',
    record: '车辆调度数据和客流数据',
    repair: '优化班次与站点，更新站牌信息',
  },
  roads: {
    inspect: '到路段现场查看路面、围挡和夜间照明',
    record: '施工许可、工期公示和养护记录',
    repair: '修复路面并完善警示标志，公示剩余工期',
  },
  'food-and-medicine': {
    inspect: '到经营场所现场检查，抽取样品送检',
    record: '进货查验台账和检验报告',
    repair: '责令下架并追溯同批次产品，公布检验结果',
  },
  'prices-and-consumers': {
    inspect: '到经营场所核对明码标价和收费凭证',
    record: '价格公示、收费凭证和投诉登记',
    repair: '责令改正，督促经营者退还多收款项',
  },
  'public-order': {
    inspect: '到现场走访，调阅接处警记录',
    record: '接处警记录和巡逻记录',
    repair: '加密重点时段巡逻，补齐防护设施',
  },
  environment: {
    inspect: '到点位开展昼夜两个时段的监测',
    record: '在线监测数据和排污许可台账',
    repair: '责令落实降噪抑尘措施，并安排复测',
  },
  housing: {
    inspect: '到小区现场查看，听取业主和物业企业意见',
    record: '物业服务合同、收费公示和维修记录',
    repair: '督促物业企业按合同整改，公示整改进度',
  },
  'accidents-and-disasters': {
    inspect: '到现场查看险情，与应急值班记录核对',
    record: '应急值班日志和监测预警记录',
    repair: '落实警戒和巡查，备足应急物资',
  },
  water: {
    inspect: '到出厂水、管网末梢和用户龙头三处取样检测',
    record: '水质检测报告和管网检修记录',
    repair: '冲洗管网并更换老化管段，加密检测频次',
  },
  'tourism-and-culture': {
    inspect: '到景区和场馆现场查看售检票与开放情况',
    record: '票务系统数据和开放公告',
    repair: '调整预约和分流办法，更新现场公告',
  },
};

export const wordsOf = (category: string): CategoryWords => WORDS[category] ?? OTHER;

const LONGEST = 40;

/** A title as it stands inside a sentence. */
export function named(title: string): string {
  const chars = Array.from(title.replace(/#/g, '').trim());
  return `“${chars.length > LONGEST ? `${chars.slice(0, LONGEST).join('')}…` : chars.join('')}”`;
}
