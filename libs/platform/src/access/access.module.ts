import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access.guard';
import { RouteCheck } from './route-check';

/** The guard before every route. Needs an `Authenticator`, which the identity module offers everywhere. */
@Module({ imports: [DiscoveryModule], providers: [{ provide: APP_GUARD, useClass: AccessGuard }, RouteCheck] })
export class AccessModule {}
