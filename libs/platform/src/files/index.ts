import { Global, Module } from '@nestjs/common';
import { PlatformConfig } from '../config';
import { FileStore } from './file-store';
import { LocalFileStore } from './local-file-store';
import { S3FileStore } from './s3/s3-file-store';

@Global()
@Module({
  providers: [
    {
      provide: FileStore,
      inject: [PlatformConfig],
      useFactory: (config: PlatformConfig): FileStore =>
        config.files ? new S3FileStore(config.files, config) : new LocalFileStore(config),
    },
  ],
  exports: [FileStore],
})
export class FilesModule {}
export { FILE_KINDS, type FileKind } from './file-kind';
export { FileStore, type PutOptions, type StoredFile } from './file-store';
