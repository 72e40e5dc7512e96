export const zh = {
  title: '会商',
  open: '进行中',
  closed: '已结束',
  asked: '{{name}} {{at}} 发起',
  due: '请于 {{at}} 前答复',
  awaited: '还没有答复',
  late: '已过答复期限',
  given: '{{name}} {{at}}',
  summary: '小结：{{summary}}',
} as const;

export const en: Record<keyof typeof zh, string> = {
  title: 'Consultation',
  open: 'under way',
  closed: 'closed',
  asked: 'asked by {{name}}, {{at}}',
  due: 'answer by {{at}}',
  awaited: 'no view yet',
  late: 'past its time',
  given: '{{name}}, {{at}}',
  summary: 'Summary: {{summary}}',
};
