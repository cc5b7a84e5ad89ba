import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { Logger, Refusals } from '#platform';
import { Config } from '../config.js';
import { serveConsole } from './serve-console.js';

/** The desk of people, at the one address: its files, and who is signed in. */
@Module({})
export class ConsoleModule implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    private readonly config: Config,
    private readonly logger: Logger,
    private readonly refusals: Refusals,
  ) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    const { logger, refusals } = this;
    serveConsole(server, { folder: this.config.CONSOLE_DIR, logger, refusals });
  }
}
