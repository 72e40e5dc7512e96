import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { Body, Controller, HttpCode, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { CurrentUser, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { UnreadableFile } from '#intake';
import { ProblemError, invalid } from '#platform';
import { AnswersFeedBody, AnswersForm, AnswersView } from './answers.dto.js';
import { ImportAnswers } from './import-answers.js';
import type { AnswersOutcome } from './import-answers.js';
import { ImportFeed } from './import-feed.js';

const MOST_BYTES = 20 * 1024 * 1024;
const SHOWN = 100;

interface Upload {
  readonly path: string;
  readonly size: number;
}

@Controller('clarifications/imports')
export class AnswersController {
  constructor(
    private readonly answers: ImportAnswers,
    private readonly feeds: ImportFeed,
  ) {}

  /** Takes answers that others gave, each with a link to its evidence, from a CSV, XLSX or NDJSON file. */
  @Post()
  @HttpCode(200)
  @Requires('clarification.enter')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' }, dryRun: { type: 'boolean' } },
    },
  })
  @UseInterceptors(
    FileInterceptor('file', {
      dest: tmpdir(),
      limits: { fileSize: MOST_BYTES, files: 1, fields: 1 },
    }),
  )
  async send(
    @CurrentUser() user: RequestActor,
    @Body() { dryRun = false }: AnswersForm,
    @UploadedFile() file: Upload | undefined,
  ): Promise<AnswersView> {
    try {
      if (file === undefined || file.size === 0) throw noFile();
      return present(await this.answers.run(file.path, user, dryRun), dryRun);
    } catch (error) {
      if (error instanceof UnreadableFile) throw unreadable(error);
      throw error;
    } finally {
      if (file !== undefined) await rm(file.path, { force: true });
    }
  }

  /** The same from a feed, with a verdict that a person gives for all of its entries. */
  @Post('feed')
  @HttpCode(200)
  @Requires('clarification.enter')
  async read(
    @CurrentUser() user: RequestActor,
    @Body() { url, verdict, issuedBy, dryRun = false }: AnswersFeedBody,
  ): Promise<AnswersView> {
    const feed = { url, verdict, issuedBy: issuedBy ?? null };
    return present(await this.feeds.run(feed, user, dryRun), dryRun);
  }
}

function present({ rejected, ...counts }: AnswersOutcome, dryRun: boolean): AnswersView {
  const rejectedRows = rejected
    .slice(0, SHOWN)
    .map(({ line, reasons }) => ({ line, reasons: [...reasons] }));
  return { dryRun, ...counts, rejected: rejected.length, rejectedRows };
}

const noFile = (): ProblemError =>
  invalid([
    {
      path: 'file',
      message: {
        zh: '请选择一个不是空的文件',
        en: 'Send one file that is not empty, as the field "file".',
      },
    },
  ]);

const unreadable = ({ message, words }: UnreadableFile): ProblemError =>
  new ProblemError(422, 'import.unreadable', message, {
    errors: [{ path: 'file', message: words }],
  });
