import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiProduces, ApiQuery } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Public } from '#identity';
import { Logger } from '#platform';
import { askOf, languageOf } from './negotiate.js';
import type { Ask } from './negotiate.js';
import { PublicClarificationPage, PublicClarificationView } from './public.dto.js';
import { PublicSite } from './public-site.js';
import { send } from './send.js';

/** At the root, where people find them, and below the prefix of the API, which programs know. */
const both = (path: string): string[] => [`public/${path}`, `api/v1/public/${path}`];

/** Outside the API's prefix, which stands in them where it is wanted. */
export const PUBLIC_PATHS = ['public', ...both('clarifications'), ...both('*path')];

const LANGUAGE = { name: 'lang', required: false, enum: ['zh', 'en'] };
const PAGES = 'text/html';

/** What everybody may read, without a session, a cookie or a script. */
@Controller()
export class PublicController {
  constructor(
    private readonly site: PublicSite,
    private readonly logger: Logger,
  ) {}

  /**
   * The public clarifications, the newest first: a page, or JSON for whoever accepts it before HTML. In the language of
   * `lang`, else of Accept-Language.
   */
  @Get(both('clarifications'))
  @Public()
  @ApiQuery(LANGUAGE)
  @ApiQuery({ name: 'cursor', required: false })
  @ApiProduces(PAGES, 'application/json')
  @ApiOkResponse({ type: PublicClarificationPage })
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.open(request, response);
  }

  /** The newest of them as RSS 2.0. */
  @Get(both('clarifications.rss'))
  @Public()
  @ApiQuery(LANGUAGE)
  @ApiProduces('application/rss+xml')
  @ApiOkResponse({ schema: { type: 'string' } })
  feed(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.open(request, response);
  }

  /** One of them: a page with schema.org ClaimReview in it, or JSON. 410 when it was taken down. */
  @Get(both('clarifications/:id'))
  @Public()
  @ApiQuery(LANGUAGE)
  @ApiProduces(PAGES, 'application/json')
  @ApiOkResponse({ type: PublicClarificationView })
  one(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.open(request, response);
  }

  /** Whatever else somebody looks for here: a page that leads back, and no way into the application. */
  @Get(['public', ...both('*path')])
  @Public()
  @ApiExcludeEndpoint()
  nothing(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.open(request, response);
  }

  private async open(request: Request, response: Response): Promise<void> {
    const { originalUrl: url, headers } = request;
    const acceptLanguage = headers['accept-language'];
    const ask = askOf({ url, accept: headers.accept, acceptLanguage });
    send(request, response, await this.answer(ask ?? nothingAt(languageOf(null, acceptLanguage))));
  }

  private async answer(ask: Ask) {
    try {
      return await this.site.answer(ask);
    } catch (error) {
      this.logger.error('public page failed', error);
      return this.site.trouble('failed', ask);
    }
  }
}

/** No clarification has an empty id. */
const nothingAt = (language: Ask['language']): Ask => ({
  ...{ format: 'html', language, id: '', cursor: null },
});
