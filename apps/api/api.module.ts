import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { IdempotencyInterceptor } from '#platform';
import { apiControllers, apiProviders } from './controllers.js';

/** The HTTP doors that belong to no single lib. The product's own modules bring the others. */
@Module({
  controllers: apiControllers,
  providers: [...apiProviders, { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor }],
})
export class ApiModule {
  static with(product: DynamicModule): DynamicModule {
    return { module: ApiModule, imports: [product] };
  }
}
