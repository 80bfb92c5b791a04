import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '@qingheng/platform';

const text = { type: 'string' };

/** The extension by which our footprints name their label (PACT Data Model Extensions 2.0). */
const LABEL_EXTENSION = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Carbon footprint label 产品碳足迹标识',
  type: 'object',
  required: ['labelNumber', 'sheetHash', 'resultHash', 'signature'],
  properties: {
    labelNumber: { ...text, pattern: '^CF\\d{4}-\\d{6,9}-\\d{2}$', description: 'Public page: /label/{labelNumber}' },
    sheetHash: { ...text, description: 'SHA-256 of the method sheet' },
    resultHash: { ...text, description: 'SHA-256 of the result it was issued from' },
    signature: { ...text, description: 'Compact JWS (ES256) over the label; keys at /.well-known/jwks.json' },
  },
};

@ApiTags('pact')
@Controller('pact/schemas')
export class PactSchemaController {
  @Get('label-1.0.0.json')
  @Public()
  @Header('Cache-Control', 'public, max-age=86400')
  @ApiOperation({ summary: 'Schema of the label extension' })
  @ApiOkResponse({ schema: { type: 'object' } })
  label(): object {
    return LABEL_EXTENSION;
  }
}
