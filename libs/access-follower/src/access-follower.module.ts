import { Global, Module } from '@nestjs/common';
import { AccessFollower } from './access-follower.js';

/** In every service that takes keys; needs the event store. */
@Global()
@Module({ providers: [AccessFollower], exports: [AccessFollower] })
export class AccessFollowerModule {}
