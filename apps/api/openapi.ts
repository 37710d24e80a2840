import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** `GET /api/openapi.json`, made from the same schemas that check the requests. */
export function serveOpenApi(app: NestFastifyApplication): void {
  const description = new DocumentBuilder()
    .setTitle('Answerable')
    .setDescription(
      'The desk where a government answers its people in public. Errors are RFC 9457 problem+json with a stable code.',
    )
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A channel key' })
    .addCookieAuth('answerable_session')
    .build();
  let document: string | undefined;
  app
    .getHttpAdapter()
    .getInstance()
    .get('/api/openapi.json', (_request, reply) => {
      document ??= JSON.stringify(SwaggerModule.createDocument(app, description));
      return reply.type('application/json').send(document);
    });
}
