export const zh = {
  title: '创建首位管理员',
  lead: '这是一次性的链接，创建后即失效。',
  name: '姓名',
  username: '用户名',
  'username.hint': '登录时使用，小写字母、数字、点和短横线。',
  password: '密码',
  'password.hint': '至少 10 个字符。长句子比复杂的短密码更安全。',
  submit: '创建并登录',
  'missing.name': '请填写姓名',
  'missing.username': '请填写用户名',
  'missing.password': '密码至少 10 个字符',
  'noToken.title': '链接不完整',
  'noToken.body': '请从启动程序的终端里复制完整链接，其中含有 token。',
  'used.title': '链接已用过或已失效',
  'used.body': '若已有管理员，请直接登录；否则请重新启动程序，取得新的链接。',
  signIn: '去登录',
} as const;

export const en: Record<keyof typeof zh, string> = {
  title: 'Create the first administrator',
  lead: 'This link works once; it expires when you are done.',
  name: 'Name',
  username: 'User name',
  'username.hint': 'For signing in: lower-case letters, digits, dots and hyphens.',
  password: 'Password',
  'password.hint': 'At least 10 characters. A long sentence is safer than a short riddle.',
  submit: 'Create and sign in',
  'missing.name': 'Enter your name',
  'missing.username': 'Enter a user name',
  'missing.password': 'Use at least 10 characters',
  'noToken.title': 'The link is incomplete',
  'noToken.body':
    'Copy the whole link from the terminal that started the program; it holds a token.',
  'used.title': 'This link was used or has expired',
  'used.body':
    'If there is an administrator, sign in; otherwise restart the program for a new link.',
  signIn: 'Sign in',
};
