import type { ArgumentMetadata, PipeTransform, ValidationPipe } from '@nestjs/common';
import { compileAcceptBody, type AcceptBody } from './accept-body.js';

/** Nest's ValidationPipe with a short way for valid bodies, which are nearly all. */
export class BodyPipe implements PipeTransform {
  readonly #compiled = new Map<unknown, AcceptBody | null>();

  constructor(private readonly validation: ValidationPipe) {}

  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    if (metadata.type === 'body' && metadata.metatype) {
      const accepted = this.#acceptOf(metadata.metatype)?.(value);
      if (accepted) return accepted;
    }
    return this.validation.transform(value, metadata);
  }

  #acceptOf(metatype: unknown): AcceptBody | null {
    let compiled = this.#compiled.get(metatype);
    if (compiled === undefined) {
      compiled = compileAcceptBody(metatype as new () => object);
      this.#compiled.set(metatype, compiled);
    }
    return compiled;
  }
}
