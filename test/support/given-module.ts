import { Module, type DynamicModule, type ValueProvider } from '@nestjs/common';

@Module({})
class GivenModule {}

/** A module that provides what a test gives, in the place of one that opens and connects it. */
export function given(...providers: ValueProvider[]): DynamicModule {
  const tokens = providers.map(({ provide }) => provide);
  return { module: GivenModule, global: true, providers, exports: tokens };
}
