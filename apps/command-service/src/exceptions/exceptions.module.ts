import { Module } from '@nestjs/common';
import { ExceptionDesk } from './exception-desk.js';
import { ExceptionStreams } from './exception-streams.js';
import { ExceptionsController } from './exceptions.controller.js';
import { KnownExceptions } from './known-exceptions.js';

/** What people make of what the books do not agree on. */
@Module({
  controllers: [ExceptionsController],
  providers: [ExceptionDesk, ExceptionStreams, KnownExceptions],
})
export class ExceptionsModule {}
