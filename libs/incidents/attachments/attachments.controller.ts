import {
  Controller,
  Get,
  Param,
  Post,
  Res,
  StreamableFile,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentUser, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { Database, IdPipe, notFound } from '#platform';
import { actorOf, refusalProblem } from '#workflow';
import { IncidentPageView } from '../page/incident-page.dto.js';
import { maySee } from '../sight/sight.js';
import { PagePresenter } from '../page/present-page.js';
import { AttachFile } from './attach-file.js';
import type { Upload } from './attach-file.js';
import { AttachmentEntity } from './attachment.entity.js';
import { FileStore } from './file-store.js';

const MAX_BYTES = 20 * 1024 * 1024;

@Controller()
export class AttachmentsController {
  constructor(
    private readonly attach: AttachFile,
    private readonly store: FileStore,
    private readonly database: Database,
    private readonly pages: PagePresenter,
  ) {}

  /** Adds one file (at most 20 MiB). The same content is stored once. */
  @Post('incidents/:id/attachments')
  @Requires('attachment.add')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  @UseInterceptors(
    FileInterceptor('file', { limits: { fileSize: MAX_BYTES, files: 1, fields: 0 } }),
  )
  async add(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) incidentId: string,
    @UploadedFile() file: Upload | undefined,
  ): Promise<IncidentPageView> {
    const executed = await this.attach.run(incidentId, actorOf(user), file);
    if (executed === null) throw notFound('This incident');
    if (!executed.ok) throw refusalProblem(executed, user.locale);
    return this.pages.present(this.database.reader, incidentId, actorOf(user), user.locale);
  }

  /** The file itself, to save: a browser never shows it as a page of ours. */
  @Get('attachments/:id')
  @Requires('incident.read')
  async download(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const file = await this.database.reader.getRepository(AttachmentEntity).findOneBy({ id });
    if (file === null || !(await maySee(this.database.reader, file.incidentId, user)))
      throw notFound('This attachment');
    response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
    return new StreamableFile(this.store.read(file.sha256), {
      type: file.mediaType,
      length: file.bytes,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    });
  }
}
