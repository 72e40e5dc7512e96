import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';

/** How the sections of reports are called in code; whether the report has this one is for its rules to say. */
const SECTION_KEY = /^[a-z][A-Za-z-]{0,39}$/;

export const SectionKey = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: String, pattern: SECTION_KEY.source }),
    Matches(SECTION_KEY, {
      message: '$property must be the key of a section, such as situation',
      context: { zh: '应为章节的代码，如 situation' },
    }),
  );
