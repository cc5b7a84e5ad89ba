import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { Problem } from '../problem/problem.js';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Takes a UUID from an address, in lower case. */
@Injectable()
export class UuidPipe implements PipeTransform<unknown, string> {
  /** @throws Problem `request-invalid` that names the parameter. */
  transform(value: unknown, { data = 'id' }: ArgumentMetadata): string {
    if (typeof value === 'string' && UUID.test(value)) return value.toLowerCase();
    const message = 'must be a UUID, as an earlier answer gave it';
    throw new Problem('request-invalid', undefined, [{ field: data, message }]);
  }
}
