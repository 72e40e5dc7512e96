import { Controller, Get, Query } from '@nestjs/common';
import { Requires } from '#identity';
import { PreviewRetention } from './preview-retention.js';
import { RetentionPreview, RetentionQuery } from './retention.dto.js';

@Controller('retention')
export class RetentionController {
  constructor(private readonly preview: PreviewRetention) {}

  /** A dry run: which wordings and files will have had their time, by now or by a later day. Takes nothing away. */
  @Get('preview')
  @Requires('retention.read')
  show(@Query() query: RetentionQuery): Promise<RetentionPreview> {
    return this.preview.run(query);
  }
}
