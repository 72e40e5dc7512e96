/** What a message of class-validator speaks of: its last number (`p256dh must be … than 40`), or what follows the colon. */
const numberIn = (english: string): number => Number(/-?[\d.]+(?=\D*$)/.exec(english)?.[0]);
const listIn = (english: string): string => english.slice(english.lastIndexOf(': ') + 2);

/** In Chinese, by the names that class-validator gives to its constraints. Beside a field, so without its name. */
const CHINESE: Readonly<Record<string, (english: string) => string>> = {
  isDefined: () => '必填',
  isString: () => '应为文字',
  isStorableText: () => '不能只有空白，也不能含有无法保存的字符',
  minLength: (english) => `至少 ${numberIn(english)} 个字符`,
  maxLength: (english) => `最多 ${numberIn(english)} 个字符`,
  matches: () => '格式不对',
  isUrl: () => '应为网址',
  isUuid: () => '应为编号（UUID）',
  isIso8601: () => '应为确有的日期和时间',
  isIn: (english) => `应为下列之一：${listIn(english)}`,
  isBoolean: () => '应为是或否（true、false）',
  isInt: () => '应为整数',
  isNumber: () => '应为数字',
  min: (english) => `不能小于 ${numberIn(english)}`,
  max: (english) => `不能大于 ${numberIn(english)}`,
  isArray: () => '应为列表',
  arrayMinSize: (english) => `至少 ${numberIn(english)} 项`,
  arrayMaxSize: (english) => `最多 ${numberIn(english)} 项`,
  arrayUnique: () => '不能有重复',
  isObject: () => '应为一组字段',
  nestedValidation: () => '应为一组字段',
  whitelistValidation: () => '没有这个字段',
  unknownValue: () => '无法读懂',
};

export const knownConstraints = (): readonly string[] => Object.keys(CHINESE);

/** A broken rule in both languages. Where a rule has a message of its own, it says the Chinese one, too. */
export const fieldMessage = (
  constraint: string,
  english: string,
  ownChinese: string | undefined,
): { readonly zh: string; readonly en: string } => ({
  zh: ownChinese ?? CHINESE[constraint]?.(english) ?? english,
  en: english,
});
