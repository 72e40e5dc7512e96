import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { Body, Controller, HttpCode, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { Requires } from '#identity';
import { Database, ProblemError } from '#platform';
import { UnreadableFile } from '../files/table.js';
import { Redactor } from '../redactor.js';
import { presentFile } from './accept-file.js';
import type { Upload } from './accept-file.js';
import { PreviewForm, FilePreviewView } from './import.dto.js';
import { mappingRemembered } from './import.repository.js';
import { previewFile } from './preview-file.js';

/** Of a text file its beginning is enough; a workbook has to be there as a whole. */
const MOST_BYTES = 64 * 1024 * 1024;

@Controller('imports/preview')
export class PreviewController {
  constructor(
    private readonly database: Database,
    private readonly redactor: Redactor,
  ) {}

  /** What is in a file: its columns, what each is taken for, and its first rows. Nothing is kept. */
  @Post()
  @HttpCode(200)
  @Requires('inbox.add')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        file: { type: 'string', format: 'binary' },
        source: { type: 'string', minLength: 1, maxLength: 100 },
      },
    },
  })
  @UseInterceptors(
    FileInterceptor('file', {
      dest: tmpdir(),
      limits: { fileSize: MOST_BYTES, files: 1, fields: 1 },
    }),
  )
  async look(
    @Body() { source }: PreviewForm,
    @UploadedFile() file: Upload | undefined,
  ): Promise<FilePreviewView> {
    try {
      const { path } = presentFile(file);
      const name = source === undefined ? null : this.redactor.clean(source);
      const remembered = name === null ? null : await mappingRemembered(this.database.reader, name);
      return await previewFile(path, remembered ?? {}, this.redactor.clean);
    } catch (error) {
      if (error instanceof UnreadableFile) throw unreadable(error);
      throw error;
    } finally {
      if (file !== undefined) await rm(file.path, { force: true });
    }
  }
}

const unreadable = ({ message, words }: UnreadableFile): ProblemError =>
  new ProblemError(422, 'import.unreadable', message, {
    errors: [{ path: 'file', message: words }],
  });
