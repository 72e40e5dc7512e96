import { Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { Public } from '#identity';
import { AckLinkView, AcknowledgedView } from './ack.dto.js';
import { AckLinks } from './ack-links.js';

/** The links in messages. Their secret is the key: no sign-in, and one lookup each, so that guessing costs nothing. */
@Controller('ack')
export class AckController {
  constructor(private readonly links: AckLinks) {}

  /** What this link would acknowledge, and in whose name. Nothing happens. */
  @Get(':token')
  @Public()
  @Header('Cache-Control', 'no-store')
  read(@Param('token') token: string): Promise<AckLinkView> {
    return this.links.read(token);
  }

  /** Acknowledge. Once. */
  @Post(':token')
  @HttpCode(200)
  @Public()
  use(@Param('token') token: string): Promise<AcknowledgedView> {
    return this.links.use(token);
  }
}
