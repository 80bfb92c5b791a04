import { Body, Controller, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import type { Request, Response } from 'express';
import type { Actor } from '../../access';
import { ALL_ROLES, AnyRole, CurrentActor, Public, requestIdOf, requireCsrfHeader, Role } from '../../access';
import { refuse as refuseAny } from '../../errors';
import { ORGANISATION_KINDS, type OrganisationKind } from '../entities';
import { IdentitySettings } from '../identity.settings';
import { MAX_PASSWORD } from '../people/passwords';
import { LoginService } from './login.service';
import { clearSessionCookie, sessionCookie, setSessionCookie } from './session-cookie';

class LoginBody {
  @ApiProperty({ example: 'filer@huolin' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  username: string;

  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_PASSWORD)
  password: string;
}

class PasswordBody {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_PASSWORD)
  current: string;

  @ApiProperty()
  @IsString()
  @MaxLength(MAX_PASSWORD)
  password: string;
}

class OrganisationDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: ORGANISATION_KINDS })
  kind: OrganisationKind;
}

class ProfileDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  username: string;

  @ApiProperty({ enum: ALL_ROLES, isArray: true })
  roles: Role[];

  @ApiProperty({ type: OrganisationDto })
  organisation: OrganisationDto;
}

class MeDto {
  @ApiProperty({ type: ProfileDto })
  user: ProfileDto;
}

/** Guessing is slowed per account and address besides; this keeps one address from keeping argon2 busy. */
const FEW = { default: { limit: 60, ttl: 60_000 } };

@ApiTags('auth')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly logins: LoginService,
    private readonly settings: IdentitySettings,
  ) {}

  @Post('login')
  @Public()
  @Throttle(FEW)
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign in; sets the session cookie' })
  @ApiOkResponse({ type: MeDto })
  async login(
    @Body() { username, password }: LoginBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MeDto> {
    // Signing a stranger's browser in as oneself is an attack as well.
    requireCsrfHeader(request);
    const { token, user } = await this.logins.login(username, password, request.ip ?? '', requestIdOf(request));
    const earlier = sessionCookie(request);
    if (earlier) await this.logins.logout(earlier);
    setSessionCookie(response, token, this.settings.publicUrl);
    return { user };
  }

  @Post('logout')
  @Public()
  @HttpCode(204)
  @ApiNoContentResponse()
  async logout(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    requireCsrfHeader(request);
    const token = sessionCookie(request);
    if (token) await this.logins.logout(token);
    clearSessionCookie(response, this.settings.publicUrl);
  }

  @Get('me')
  @AnyRole()
  @ApiOkResponse({ type: MeDto })
  async me(@CurrentActor() actor: Actor): Promise<MeDto> {
    const user = await this.logins.profile(actor);
    if (!user) throw refuseAny('NOT_FOUND'); // a machine is nobody
    return { user };
  }

  @Put('password')
  @AnyRole()
  @Throttle(FEW)
  @HttpCode(204)
  @ApiOperation({ summary: 'Change the own password; ends every session' })
  @ApiNoContentResponse()
  async password(
    @CurrentActor() actor: Actor,
    @Body() body: PasswordBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.logins.changePassword(actor, body.current, body.password, request.ip ?? '');
    clearSessionCookie(response, this.settings.publicUrl);
  }
}
