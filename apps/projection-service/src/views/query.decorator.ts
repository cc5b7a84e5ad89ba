import { applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ProblemResponse } from '#platform';

/** What every query's endpoint shares in the OpenAPI document. */
export function Query(tag: string): ClassDecorator {
  const refusals = {
    400: 'Malformed',
    401: 'No key',
    403: 'Not your role',
    404: 'Nothing there',
    503: 'The view is behind minPosition, or the database is away',
  };
  return applyDecorators(
    ApiTags(tag),
    ApiBearerAuth(),
    ...Object.entries(refusals).map(([status, description]) =>
      ApiResponse({ status: Number(status), description, type: ProblemResponse }),
    ),
  );
}
