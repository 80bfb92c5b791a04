/** Start-up fails on a route that says neither who may use it nor that everyone may. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { PUBLIC, ROLES } from './access.decorators';

type Handler = (...args: unknown[]) => unknown;

@Injectable()
export class RouteCheck implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const open = this.discovery.getControllers().flatMap(({ metatype, instance }) => {
      if (!metatype) return [];
      const prototype = (instance ? Object.getPrototypeOf(instance) : metatype.prototype) as Record<string, Handler>;
      return this.scanner
        .getAllMethodNames(prototype)
        .filter((name) => Reflect.hasMetadata(PATH_METADATA, prototype[name]!))
        .filter((name) => !says(prototype[name]!) && !says(metatype as Handler))
        .map((name) => `${metatype.name}.${name}`);
    });
    if (open.length) throw new Error(`these routes need @Public() or @Roles(…): ${open.join(', ')}`);
  }
}

const says = (target: Handler): boolean =>
  Reflect.getMetadata(PUBLIC, target) === true || (Reflect.getMetadata(ROLES, target) ?? []).length > 0;
