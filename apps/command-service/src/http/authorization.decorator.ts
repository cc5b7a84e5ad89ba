import { createParamDecorator } from '@nestjs/common';

/** The caller's key as it was sent, without a parameter of its own in the document. */
export const Authorization = createParamDecorator((_none: unknown, context): string => {
  const { headers } = context.switchToHttp().getRequest<{ headers: Record<string, string> }>();
  return headers['authorization'] ?? '';
});
