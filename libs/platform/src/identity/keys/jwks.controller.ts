import { Controller, Get, Header } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../../access';
import { KeyStore } from './key-store';

@ApiTags('verification')
@Controller('.well-known')
@Public()
export class JwksController {
  constructor(private readonly keys: KeyStore) {}

  @Get('jwks.json')
  @Header('Cache-Control', 'public, max-age=300')
  @Header('Access-Control-Allow-Origin', '*')
  @ApiOperation({ summary: 'Public keys of everything the service signs' })
  jwks() {
    return this.keys.jwks();
  }
}
