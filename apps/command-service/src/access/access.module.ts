import { Module } from '@nestjs/common';
import { AccessRights } from './access-rights.js';
import { KeysController } from './keys.controller.js';
import { VariableKeys } from './variable-keys.js';

/** Who may do what. */
@Module({
  controllers: [KeysController],
  providers: [AccessRights, VariableKeys],
})
export class AccessModule {}
