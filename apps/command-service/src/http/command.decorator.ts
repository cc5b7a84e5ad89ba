import { applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ProblemResponse } from '#platform';

/** What every command's endpoint shares in the OpenAPI document. */
export function Command(): ClassDecorator {
  const refusals = { 400: 'Malformed', 401: 'No key', 403: 'Not your role', 503: 'Try again' };
  return applyDecorators(
    ApiTags('commands'),
    ApiBearerAuth(),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: 'Names the command. A repeat returns the first answer.',
      schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x20-\\x7e]*$' },
    }),
    ...Object.entries(refusals).map(([status, description]) =>
      ApiResponse({ status: Number(status), description, type: ProblemResponse }),
    ),
    ApiResponse({ status: 404, description: 'No such payment', type: ProblemResponse }),
    ApiResponse({ status: 409, description: 'At odds with its state', type: ProblemResponse }),
    ApiResponse({ status: 422, description: 'Breaks a rule', type: ProblemResponse }),
  );
}
