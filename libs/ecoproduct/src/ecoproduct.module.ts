import { type DynamicModule, Module } from '@nestjs/common';

/** Ecological products: what there is, what it is worth, what it is used for, and whether the barrier holds. */
@Module({})
export class EcoproductModule {
  static serving(): DynamicModule {
    return { module: EcoproductModule, controllers: [], providers: [] };
  }

  /** What runs in the background. */
  static working(): DynamicModule {
    return { module: EcoproductModule, providers: [] };
  }
}
