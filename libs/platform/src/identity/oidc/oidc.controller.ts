import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiFoundResponse, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import type { Request, Response } from 'express';
import { Public, requestIdOf } from '../../access';
import { Refusal } from '../../errors';
import { IdentitySettings } from '../identity.settings';
import { LoginService } from '../login/login.service';
import { cookieOf, sessionCookie, setSessionCookie } from '../login/session-cookie';
import { type CallbackQuery, OidcService, PENDING_SECONDS } from './oidc.service';

const COOKIE = 'qh_oidc';
const PATH = '/api/v1/auth/oidc';
const FEW = { default: { limit: 60, ttl: 60_000 } };

class OidcStateDto {
  @ApiProperty()
  enabled: boolean;
}

@ApiTags('auth')
@Controller('auth/oidc')
@Public()
@Throttle(FEW)
export class OidcController {
  constructor(
    private readonly oidc: OidcService,
    private readonly logins: LoginService,
    private readonly settings: IdentitySettings,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Whether people can sign in with an identity provider' })
  @ApiOkResponse({ type: OidcStateDto })
  state(): OidcStateDto {
    return { enabled: this.oidc.enabled };
  }

  @Get('start')
  @ApiOperation({ summary: 'Send the browser to the identity provider; ?returnTo= is where it ends up' })
  @ApiFoundResponse()
  async start(@Query('returnTo') returnTo: unknown, @Res() response: Response): Promise<void> {
    const { location, cookie } = await this.oidc.start(typeof returnTo === 'string' ? returnTo : '/');
    response.cookie(COOKIE, cookie, { ...this.options, maxAge: PENDING_SECONDS * 1000 });
    response.setHeader('Cache-Control', 'no-store').redirect(302, location);
  }

  @Get('callback')
  @ApiOperation({ summary: 'Where the identity provider sends the browser back to' })
  @ApiFoundResponse()
  async callback(@Query() query: object, @Req() request: Request, @Res() response: Response): Promise<void> {
    response.clearCookie(COOKIE, this.options).setHeader('Cache-Control', 'no-store');
    try {
      const { identity, returnTo } = await this.oidc.finish(query as CallbackQuery, cookieOf(request, COOKIE));
      const { token } = await this.logins.loginAs(identity, requestIdOf(request));
      const earlier = sessionCookie(request);
      if (earlier) await this.logins.logout(earlier);
      setSessionCookie(response, token, this.settings.publicUrl);
      response.redirect(303, this.settings.publicUrl + returnTo);
    } catch (error) {
      // A person is looking at this address: the console says what is wrong.
      if (!(error instanceof Refusal) || request.accepts(['json', 'html']) !== 'html') throw error;
      response.redirect(303, `${this.settings.publicUrl}/sign-in?problem=${error.code}`);
    }
  }

  private get options() {
    const secure = this.settings.publicUrl.startsWith('https:');
    return { httpOnly: true, sameSite: 'lax', secure, path: PATH } as const;
  }
}
