import { describe, expect, it } from '@jest/globals';
import { beyondBounds } from './bounds.js';

describe('what no plan may say', () => {
  it.each([
    '协调平台删帖',
    '删除原帖并致歉',
    '对涉事账号封号处理',
    '组织网评员跟帖',
    '公安机关查找首发网民',
    '尽快锁定发帖人',
    '约谈发布者',
    '发帖人溯源',
    'Ask the platform to delete the posts',
    'trace the poster',
    'Block accounts that repeat it',
  ])('is %j', (text) => {
    expect(beyondBounds(text)).not.toBeNull();
  });

  it.each([
    '核实网友反映的情况',
    '联系投诉人，上门回访',
    '公布检测报告',
    '对食材逐批溯源检测',
    '更正我方通报中的数字',
    '封闭施工路段，设置绕行标志',
    '依法移交公安机关（治安管理处罚法第二十九条）',
    '约谈涉事企业',
    'Reply to every poster in public',
    'Correct our own error and say so',
    'Block the road until it is repaired',
  ])('is not %j', (text) => {
    expect(beyondBounds(text)).toBeNull();
  });
});
