import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { Public } from '#identity';
import { AnswerReceivedBody, AnsweredView, ReceivedView } from './received.dto.js';
import { ReceivedLinks } from './received-links.js';

/** The links in the e-mails of upward reports. Their secret is the key: no sign-in. */
@Controller('received')
export class ReceivedController {
  constructor(private readonly links: ReceivedLinks) {}

  /** The report behind the link. Nothing happens. */
  @Get(':token')
  @Public()
  @Header('Cache-Control', 'no-store')
  read(@Param('token') token: string): Promise<ReceivedView> {
    return this.links.read(token);
  }

  /** Acknowledge it, or return it with a question. Once. */
  @Post(':token')
  @HttpCode(200)
  @Public()
  use(
    @Param('token') token: string,
    @Body() { question }: AnswerReceivedBody,
  ): Promise<AnsweredView> {
    return this.links.use(token, question ?? null);
  }
}
