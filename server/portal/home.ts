import type { FastifyInstance } from 'fastify';
import type { Page } from './frame.ts';

export function homeRoute(app: FastifyInstance, page: Page): void {
  app.get('/', { config: { policy: 'public' } }, (_request, reply) => page(reply, 'home'));
}
