export { PlatformConfig } from './platform-config';
export { ConfigModule } from './config.module';
