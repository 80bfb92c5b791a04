import { type DynamicModule, Global, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PlatformConfig } from '../config';
import { type DatabaseOptions, makeDataSource } from './data-source';
import { UnitOfWork } from './unit-of-work';

@Injectable()
class Closing implements OnApplicationShutdown {
  constructor(private readonly source: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}

@Global()
@Module({})
export class DatabaseModule {
  static for(entities: NonNullable<DatabaseOptions['entities']>): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        {
          provide: DataSource,
          inject: [PlatformConfig],
          useFactory: (config: PlatformConfig) => makeDataSource(config.databaseUrl, { entities }).initialize(),
        },
        UnitOfWork,
        Closing,
      ],
      exports: [DataSource, UnitOfWork],
    };
  }
}
