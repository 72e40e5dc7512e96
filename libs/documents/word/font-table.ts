/**
 * Fonts of the standard with what stands in for them where they are missing: the names that Windows gives them, and 宋体
 * for the title, which Windows has not. Charset 86 is GB 2312, so that any other choice is a Chinese face too.
 */
const STAND_INS = {
  仿宋: { other: 'FangSong', family: 'modern' },
  黑体: { other: 'SimHei', family: 'modern' },
  楷体: { other: 'KaiTi', family: 'modern' },
  宋体: { other: 'SimSun', family: 'auto' },
  方正小标宋简体: { other: 'SimSun', family: 'auto' },
} as const;

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

export const FONT_TABLE =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  `<w:fonts xmlns:w="${NAMESPACE}">${Object.entries(STAND_INS)
    .map(
      ([name, { other, family }]) =>
        `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/>` +
        `<w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
    )
    .join('')}</w:fonts>`;
