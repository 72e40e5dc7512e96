export const zh = {
  'as.table': '看表格',
  'as.picture': '看图',
  drawing: '正在绘图',
  'table.of': '{{title}}（数据表）',
  row: '项目',
} as const;

export const en: Record<keyof typeof zh, string> = {
  'as.table': 'As a table',
  'as.picture': 'As a picture',
  drawing: 'Drawing',
  'table.of': '{{title}} (table)',
  row: 'Item',
};
