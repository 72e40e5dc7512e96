import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { IsIn, IsInt, Max, MaxLength, Min, MinLength, validateSync } from 'class-validator';
import { fieldMessage, knownConstraints } from './field-messages.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** They decide whether the others are asked, or are made of others. */
const NO_CONSTRAINTS = ['IsOptional', 'ValidateIf', 'ValidateBy', 'ValidateNested'];

/** Every decorator of class-validator that the product uses. */
const used = new Set(
  ['libs', 'apps/api']
    .flatMap((folder) =>
      readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
        .map((file) => readFileSync(`${ROOT}${folder}/${file}`, 'utf8')),
    )
    .flatMap((text) => [...text.matchAll(/import \{([^}]+)\} from 'class-validator'/g)])
    .flatMap(([, names = '']) => names.split(',').map((name) => name.trim()))
    .filter((name) => /^[A-Z]/.test(name) && !NO_CONSTRAINTS.includes(name)),
);

class Body {
  @IsIn(['zh', 'en'])
  p256dh = 'fr';

  @MinLength(10)
  @MaxLength(2)
  text = 'abc';

  @IsInt()
  @Min(-1)
  @Max(-2.5)
  count = -1.5;
}

describe('what is wrong with a field', () => {
  it('can be said in Chinese, whichever rule it breaks', () => {
    expect(used.size).toBeGreaterThan(10);
    const known = knownConstraints().map((name) => name.toLowerCase());
    expect([...used].filter((name) => !known.includes(name.toLowerCase()))).toEqual([]);
  });

  it('is said with the same figures in both languages', () => {
    const said = validateSync(new Body()).flatMap(({ constraints = {} }) =>
      Object.entries(constraints).map(([name, english]) => fieldMessage(name, english, undefined)),
    );
    expect(said.map(({ zh }) => zh).toSorted()).toEqual(
      [
        '不能大于 -2.5',
        '不能小于 -1',
        '应为下列之一：zh, en',
        '应为整数',
        '最多 2 个字符',
        '至少 10 个字符',
      ].toSorted(),
    );
  });

  it('is said in the words of the rule, where it has its own', () => {
    expect(fieldMessage('matches', 'must be a month', '应为月份')).toEqual({
      zh: '应为月份',
      en: 'must be a month',
    });
  });
});
