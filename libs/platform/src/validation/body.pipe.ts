import type { ArgumentMetadata, PipeTransform, ValidationPipe } from '@nestjs/common';
import { compileAcceptBody, type AcceptBody } from './accept-body.js';
import { withoutNulls } from './without-nulls.js';

/**
 * Nest's ValidationPipe with a short way for valid bodies, which are nearly all. An optional field
 * that is null is as if it were left out.
 */
export class BodyPipe implements PipeTransform {
  readonly #compiled = new Map<unknown, AcceptBody | null>();

  constructor(private readonly validation: ValidationPipe) {}

  async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type !== 'body' || !metadata.metatype) {
      return this.validation.transform(value, metadata);
    }
    const accepted = this.accept(value, metadata.metatype as new () => object);
    if (accepted) return accepted;
    return withoutNulls(await this.validation.transform(value, metadata));
  }

  /** The instance of a body that is certainly valid, at once; undefined: let `transform` look. */
  accept<Body extends object>(value: unknown, metatype: new () => Body): Body | undefined {
    return this.#acceptOf(metatype)?.(value) as Body | undefined;
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
