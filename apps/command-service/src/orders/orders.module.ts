import { Module } from '@nestjs/common';
import { OrderIndex } from './order-index.js';

@Module({ providers: [OrderIndex], exports: [OrderIndex] })
export class OrdersModule {}
