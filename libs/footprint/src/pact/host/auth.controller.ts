import { Body, Controller, Get, Header, Headers, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiConsumes, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import { basicCredentials, Public } from '@qingheng/platform';
import type { Request, Response } from 'express';
import { PactTokens, TOKEN_SECONDS } from './pact-tokens';
import { baseOf } from './page-link';

class PactTokenDto {
  @ApiProperty()
  access_token: string;

  @ApiProperty({ example: 'Bearer' })
  token_type: string;

  @ApiProperty({ description: 'Seconds' })
  expires_in: number;
}

class DiscoveryDto {
  @ApiProperty()
  issuer: string;

  @ApiProperty()
  token_endpoint: string;

  @ApiProperty()
  jwks_uri: string;

  @ApiProperty({ type: [String] })
  grant_types_supported: string[];

  @ApiProperty({ type: [String] })
  token_endpoint_auth_methods_supported: string[];

  @ApiProperty({ type: [String] })
  response_types_supported: string[];

  @ApiProperty({ type: [String] })
  scopes_supported: string[];
}

@ApiTags('pact')
@Controller('pact')
export class PactAuthController {
  constructor(private readonly tokens: PactTokens) {}

  @Post('auth/token')
  @Public()
  @Throttle({ default: { limit: 120, ttl: 60_000 } })
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiOperation({ summary: 'PACT: access token (client credentials, RFC 6749 §4.4; faults as in §5.2)' })
  @ApiOkResponse({ type: PactTokenDto })
  async token(
    @Body() body: Record<string, unknown> | undefined,
    @Res({ passthrough: true }) response: Response,
    @Headers('authorization') authorization?: string,
  ): Promise<PactTokenDto | { error: string; error_description: string }> {
    const refused = (status: number, error: string, error_description: string) => {
      response.status(status);
      return { error, error_description };
    };
    if (body?.grant_type !== 'client_credentials')
      return refused(400, 'unsupported_grant_type', 'grant_type must be client_credentials');
    const form = [body.client_id, body.client_secret];
    const inForm = form.every((value) => typeof value === 'string') ? (form as [string, string]) : undefined;
    const [id, secret] = basicCredentials(authorization) ?? inForm ?? ['', ''];
    const token = await this.tokens.issue(id, secret);
    if (token) return { access_token: token, token_type: 'Bearer', expires_in: TOKEN_SECONDS };
    if (authorization) response.setHeader('WWW-Authenticate', 'Basic realm="pact"');
    return refused(401, 'invalid_client', 'Client id or secret are wrong');
  }

  @Get('.well-known/openid-configuration')
  @Public()
  @ApiOperation({ summary: 'PACT: where tokens are had (OpenID Connect Discovery 1.0)' })
  @ApiOkResponse({ type: DiscoveryDto })
  discovery(@Req() request: Request): DiscoveryDto {
    const origin = baseOf(request);
    return {
      issuer: `${origin}/pact`,
      token_endpoint: `${origin}/pact/auth/token`,
      jwks_uri: `${origin}/.well-known/jwks.json`,
      grant_types_supported: ['client_credentials'],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      response_types_supported: ['token'],
      scopes_supported: ['footprint:list', 'footprint:read'],
    };
  }
}
