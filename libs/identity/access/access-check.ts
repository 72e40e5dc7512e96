import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { accessProblems, declaredRoutes } from './routes.js';

/** Nothing is open by accident: a route without a declared permission stops the boot. */
@Injectable()
export class AccessCheck implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onApplicationBootstrap(): void {
    const problems = accessProblems(declaredRoutes(this.discovery, this.scanner));
    if (problems.length > 0) {
      throw new Error(`Routes must declare who may call them:\n${problems.join('\n')}`);
    }
  }
}
