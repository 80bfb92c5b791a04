export { Logger } from 'nestjs-pino';
export { LoggingModule } from './logging.module';
