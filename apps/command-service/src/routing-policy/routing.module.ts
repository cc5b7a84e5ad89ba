import { Module } from '@nestjs/common';
import { RoutingInForce } from '../routing/routing-in-force.js';
import { RoutingPolicies } from './routing-policies.js';
import { RoutingPolicyController } from './routing-policy.controller.js';

/** Which provider payments go to. */
@Module({
  controllers: [RoutingPolicyController],
  providers: [RoutingInForce, RoutingPolicies],
  exports: [RoutingInForce],
})
export class RoutingModule {}
