import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { Logger, openApiTextOf, Refusals } from '#platform';
import { Config } from '../config.js';
import { serveFront } from './front.js';
import { PART_NAMES, PARTS, type PartName } from './parts.js';
import { passedOnRoutes, type ApiDocument } from './passed-on.js';

/** One address for callers: this service passes on what another one answers. */
@Module({})
export class FrontModule implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    private readonly config: Config,
    private readonly logger: Logger,
    private readonly refusals: Refusals,
  ) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    const parts = ofEachPart((part) => documentOf(part));
    serveFront(server, {
      routes: passedOnRoutes(documentOf('command-service'), parts),
      urls: ofEachPart((part) => this.config[PARTS[part]]),
      logger: this.logger,
      refusals: this.refusals,
    });
  }
}

function documentOf(service: string): ApiDocument {
  return JSON.parse(openApiTextOf(service)) as ApiDocument;
}

function ofEachPart<Value>(of: (part: PartName) => Value): Record<PartName, Value> {
  return Object.fromEntries(PART_NAMES.map((part) => [part, of(part)])) as Record<PartName, Value>;
}
