import { Global, Module } from '@nestjs/common';
import { AccessFollower } from './access-follower.js';
import { AccessLogWriter } from './access-log-writer.js';

/** In every service that takes keys; needs the event store. */
@Global()
@Module({ providers: [AccessFollower, AccessLogWriter], exports: [AccessFollower] })
export class AccessFollowerModule {}
