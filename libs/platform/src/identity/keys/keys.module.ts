import { Global, Module } from '@nestjs/common';
import { PlatformConfig } from '../../config';
import { IdentitySettings } from '../identity.settings';
import { KeyStore } from './key-store';

/** The keys the service signs with, for whoever signs without serving people: the worker. */
@Global()
@Module({
  providers: [{ provide: IdentitySettings, useExisting: PlatformConfig }, KeyStore],
  exports: [IdentitySettings, KeyStore],
})
export class KeysModule {}
