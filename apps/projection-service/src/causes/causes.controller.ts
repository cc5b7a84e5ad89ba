import { Controller, Get, Param, Query as Queried, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, getSchemaPath } from '@nestjs/swagger';
import { Problem, Roles, UuidPipe } from '#platform';
import { Query } from '../views/query.decorator.js';
import { CausesQuery } from './causes.request.js';
import { CausesResponse } from './causes.response.js';
import { dotOf } from './dot.js';
import { PaymentKnowledge } from './known-of-payment.js';
import { paymentGraph } from './payment-graph.js';
import { svgOf } from './svg.js';

type Reply = { type(mediaType: string): unknown };

const TEXT = { schema: { type: 'string' } } as const;

/** What led to what, from the command to the settlement line. */
@Query('history')
@Controller('v1/payments')
export class CausesController {
  constructor(private readonly knowledge: PaymentKnowledge) {}

  @Get(':paymentId/causes')
  @Roles('analyst', 'auditor', 'operator')
  @ApiOperation({ summary: 'What led to what in a payment, as a graph' })
  @ApiExtraModels(CausesResponse)
  @ApiOkResponse({
    description: 'The graph; as a text for Graphviz or a picture where `format` says so',
    content: {
      'application/json': { schema: { $ref: getSchemaPath(CausesResponse) } },
      'text/vnd.graphviz': TEXT,
      'image/svg+xml': TEXT,
    },
  })
  async causes(
    @Param('paymentId', UuidPipe) paymentId: string,
    @Queried() query: CausesQuery,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<CausesResponse | string> {
    const known = await this.knowledge.of(paymentId, query);
    if (!known) throw new Problem('not-found', `no payment ${paymentId}`);
    const graph = paymentGraph(known);
    const { format } = query;
    if (format === 'json') {
      const { missing, complete } = known;
      const { nodes, edges } = graph;
      return { paymentId, nodes: [...nodes], edges: [...edges], missing: [...missing], complete };
    }
    reply.type(`${format === 'dot' ? 'text/vnd.graphviz' : 'image/svg+xml'}; charset=utf-8`);
    return format === 'dot' ? dotOf(graph) : svgOf(graph);
  }
}
