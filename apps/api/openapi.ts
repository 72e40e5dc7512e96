import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Definitions } from '#workflow';
import { withCommandPaths } from './command-paths.js';
import { withProblemResponses } from './problem-responses.js';

/** The OpenAPI document of the running program, and a page to try it out. */
export function describeApi(app: NestExpressApplication): OpenAPIObject {
  const options = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Mingbian 明辨')
    .setDescription('Public-opinion incidents: detect, report, judge, dispose, archive.')
    .setVersion('1')
    .addCookieAuth(
      'mingbian_session',
      { type: 'apiKey', in: 'cookie', name: 'mingbian_session' },
      'session',
    )
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'token')
    .build();
  const bare = withProblemResponses(SwaggerModule.createDocument(app, options));
  const definitions = app.get(Definitions);
  const document = withCommandPaths(bare, (type) => definitions.current(type).definition);
  SwaggerModule.setup('api/docs', app, document, { jsonDocumentUrl: 'api/openapi.json' });
  return document;
}
