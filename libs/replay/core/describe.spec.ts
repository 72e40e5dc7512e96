import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { describeTopic } from './describe.js';

it.each([
  ['#网传城东自来水被污染#', 'rumour', 'water'],
  ['县医院挂号排队三小时', 'hot-topic', 'health-care'],
  ['实验小学食堂饭菜不新鲜 家长投诉', 'complaint', 'school-food'],
  ['化工厂爆炸', 'emergency', 'accidents-and-disasters'],
  ['301路公交改线', 'hot-topic', 'public-transport'],
  ['小区物业费上涨', 'hot-topic', 'housing'],
  ['今天天气不错', 'hot-topic', 'other'],
])('%s looks like a %s about %s', (title, kind, category) => {
  expect(describeTopic(title)).toMatchObject({ kind, category });
});

it('names only categories that are configured', () => {
  const { categories } = parse(readFileSync('config/categories.yaml', 'utf8')) as {
    categories: { code: string }[];
  };
  const known = new Set(categories.map(({ code }) => code));
  const titles = [
    '食堂学校',
    '学校',
    '食品',
    '医院',
    '停水',
    '公交',
    '修路',
    '涨价',
    '污染',
    '爆炸',
    '警方',
    '物业',
    '景区',
    '其他',
  ];
  for (const title of titles) expect(known).toContain(describeTopic(title).category);
});
