import { Module } from '@nestjs/common';
import { AuthoriseController } from './authorise/authorise.controller.js';
import { AuthoriseHandler } from './authorise/authorise.handler.js';
import { BatchController } from './batch/batch.controller.js';
import { Batches } from './batch/batches.js';
import { CancelController } from './cancel/cancel.controller.js';
import { CancelHandler } from './cancel/cancel.handler.js';
import { CancelOrderController } from './cancel-order/cancel-order.controller.js';
import { CancelOrderHandler } from './cancel-order/cancel-order.handler.js';
import { OrderCancellations } from './cancel-order/order-cancellations.js';
import { CaptureController } from './capture/capture.controller.js';
import { CaptureHandler } from './capture/capture.handler.js';
import { PaymentController } from './http/payment.controller.js';
import { DeskModule } from './desk/desk.module.js';
import { ExceptionsModule } from './exceptions/exceptions.module.js';
import { IncrementController } from './increment/increment.controller.js';
import { IncrementHandler } from './increment/increment.handler.js';
import { Checkouts } from './initiate/checkouts.js';
import { PaymentInitiations } from './initiate/payment-initiations.js';
import { InitiateController } from './initiate/initiate.controller.js';
import { InitiateHandler } from './initiate/initiate.handler.js';
import { InitiatePaymentsHandler } from './initiate/initiate-payments.handler.js';
import { JourneyModule } from './journey/journey.module.js';
import { OrdersModule } from './orders/orders.module.js';
import { ReauthoriseController } from './reauthorise/reauthorise.controller.js';
import { ReauthoriseHandler } from './reauthorise/reauthorise.handler.js';
import { RefundController } from './refund/refund.controller.js';
import { RefundHandler } from './refund/refund.handler.js';
import { ReleaseController } from './release/release.controller.js';
import { ReleaseHandler } from './release/release.handler.js';
import { ResolveController } from './resolve/resolve.controller.js';
import { ResolveHandler } from './resolve/resolve.handler.js';
import { ReviewController } from './review/review.controller.js';
import { ReviewHandler } from './review/review.handler.js';
import { RoutingModule } from './routing-policy/routing.module.js';
import { VoidController } from './void/void.controller.js';
import { VoidHandler } from './void/void.handler.js';

/** The operations, each with its endpoint and its handler. */
@Module({
  imports: [JourneyModule, OrdersModule, RoutingModule, DeskModule, ExceptionsModule],
  controllers: [
    InitiateController,
    AuthoriseController,
    CaptureController,
    VoidController,
    ReleaseController,
    RefundController,
    IncrementController,
    ReauthoriseController,
    CancelController,
    CancelOrderController,
    ResolveController,
    ReviewController,
    BatchController,
    PaymentController,
  ],
  providers: [
    Checkouts,
    PaymentInitiations,
    InitiateHandler,
    InitiatePaymentsHandler,
    AuthoriseHandler,
    CaptureHandler,
    VoidHandler,
    ReleaseHandler,
    RefundHandler,
    IncrementHandler,
    ReauthoriseHandler,
    CancelHandler,
    OrderCancellations,
    CancelOrderHandler,
    ResolveHandler,
    ReviewHandler,
    Batches,
  ],
})
export class PaymentsModule {}
