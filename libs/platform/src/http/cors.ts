import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import { originsOf, type CorsSettings } from '../validation/origin-list.validator.js';

const ALLOWED = [
  'Authorization',
  'Content-Type',
  'Idempotency-Key',
  'If-None-Match',
  'Request-Id',
  'Traceparent',
  'X-Correlation-Id',
];
const EXPOSED = [
  'ETag',
  'Idempotent-Replayed',
  'Location',
  'RateLimit',
  'RateLimit-Policy',
  'Request-Id',
  'Retry-After',
];

/** Lets the pages of the given origins call; with none given the instance stays as it is. */
export async function allowOrigins(
  instance: FastifyInstance,
  { CORS_ORIGINS, CORS_CREDENTIALS }: CorsSettings,
): Promise<void> {
  const origins = originsOf(CORS_ORIGINS);
  if (origins.length === 0) return;
  await instance.register(cors, {
    origin: origins.includes('*') ? '*' : origins,
    credentials: CORS_CREDENTIALS === 'yes',
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: ALLOWED,
    exposedHeaders: EXPOSED,
    maxAge: 600,
    strictPreflight: true,
  });
}
