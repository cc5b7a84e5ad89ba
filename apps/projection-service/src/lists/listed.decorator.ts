import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';

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
