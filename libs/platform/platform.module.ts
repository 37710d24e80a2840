import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { createDataSource } from '#database/data-source.js';
import { Clock } from './clock.js';
import { EventNudge } from './database/event-nudge.js';
import { HealthController } from './health/health.controller.js';
import { HealthService } from './health/health.service.js';
import { ProblemFilter } from './http/problem.filter.js';
import { validationPipe } from './http/validation.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { Metrics } from './metrics/metrics.js';
import type { Runtime } from './runtime.js';
import { RUNTIME } from './tokens.js';

/** What every process has. Imported once, by the root. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  static for(runtime: Runtime): DynamicModule {
    const dataSource = {
      provide: DataSource,
      useFactory: () => connect(runtime),
    };
    return {
      module: PlatformModule,
      providers: [
        { provide: RUNTIME, useValue: runtime },
        { provide: Clock, useValue: runtime.clock },
        dataSource,
        EventNudge,
        HealthService,
        Metrics,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: validationPipe },
      ],
      controllers: [HealthController, MetricsController],
      exports: [RUNTIME, Clock, DataSource, EventNudge, HealthService, Metrics],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.dataSource.destroy();
  }
}

function connect({ config, log }: Runtime): Promise<DataSource> {
  const dataSource = createDataSource({
    url: config.DATABASE_URL,
    poolSize: config.DATABASE_POOL,
    applicationName: `answerable-${String(log.bindings().process)}`,
  });
  return dataSource.initialize();
}
