import { applyDecorators, type StreamableFile, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import type { Export } from './exports.js';

/** What is needed of a Fastify reply. */
export type Reply = { header(name: string, value: string): unknown };

/** As of which position the file is, since it has no field to say so. */
export function answerWith(reply: Reply, { file, position }: Export): StreamableFile {
  reply.header('assay-position', position);
  return file;
}

/** A page of JSON, or the whole list as a file. */
export function Listed(page: Type): MethodDecorator {
  const text = { schema: { type: 'string' } } as const;
  return applyDecorators(
    ApiExtraModels(page),
    ApiOkResponse({
      description: 'A page, or an export, whose header Assay-Position says as of which position',
      content: {
        'application/json': { schema: { $ref: getSchemaPath(page) } },
        'text/csv': text,
        'application/jsonl': text,
      },
    }),
  );
}
