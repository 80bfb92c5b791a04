import { Body, Controller, Header, Headers, HttpCode, Post, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import type { Response } from 'express';
import { Public } from '../../access';
import { AccessTokens, TOKEN_SECONDS } from './access-tokens';

interface OAuthError {
  error: string;
}

/** For the documentation. What is sent is read by hand: RFC 6749 has faults of its own and ignores what it does not know. */
class TokenRequest {
  @ApiProperty({ example: 'client_credentials' })
  grant_type: string;

  @ApiPropertyOptional({ description: 'Unless sent by HTTP Basic' })
  client_id?: string;

  @ApiPropertyOptional({ description: 'Unless sent by HTTP Basic' })
  client_secret?: string;
}

class TokenDto {
  @ApiProperty()
  access_token: string;

  @ApiProperty({ example: 'Bearer' })
  token_type: string;

  @ApiProperty({ description: 'Seconds' })
  expires_in: number;
}

@ApiTags('auth')
@Controller('oauth')
export class TokenController {
  constructor(private readonly tokens: AccessTokens) {}

  @Post('token')
  @Public()
  @Throttle({ default: { limit: 60, ttl: 60_000 } })
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiBody({ type: TokenRequest })
  @ApiOperation({ summary: 'Access token of a machine (client credentials, RFC 6749 §4.4)' })
  @ApiOkResponse({ type: TokenDto })
  async token(
    @Body() body: Record<string, unknown> | undefined,
    @Res({ passthrough: true }) response: Response,
    @Headers('authorization') authorization?: string,
  ): Promise<TokenDto | OAuthError> {
    // OAuth has error bodies of its own (RFC 6749 §5.2).
    const refused = (status: number, error: string): OAuthError => {
      response.status(status);
      return { error };
    };
    const { grant_type, client_id = '', client_secret = '' } = body ?? {};
    // A parameter sent twice arrives as a list.
    const texts = [grant_type, client_id, client_secret].every((value) => typeof value === 'string');
    if (!texts) return refused(400, 'invalid_request');
    if (grant_type !== 'client_credentials') return refused(400, 'unsupported_grant_type');
    const [id, secret] = basicCredentials(authorization) ?? [String(client_id), String(client_secret)];
    const token = await this.tokens.issue(id, secret);
    if (!token) {
      if (authorization) response.setHeader('WWW-Authenticate', 'Basic realm="qingheng"');
      return refused(401, 'invalid_client');
    }
    return { access_token: token, token_type: 'Bearer', expires_in: TOKEN_SECONDS };
  }
}

/** Of a header `Authorization: Basic …`. */
export function basicCredentials(header: string | undefined): [string, string] | undefined {
  const encoded = /^Basic ([\w+/=]+)$/i.exec(header ?? '')?.[1];
  if (!encoded) return undefined;
  const [id = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return [plain(id), plain(rest.join(':'))];
}

function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
