import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import { type Actor, AnyRole, CurrentActor, PlatformConfig, Public, Role, Roles } from '@qingheng/platform';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { toString as qrCode } from 'qrcode';
import { LabelDto, LabelPageDto, LabelQuery, PublicLabelDto } from './label.dto';
import { LabelService } from './label.service';

class WithdrawDto {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  reason: string;
}

@ApiTags('labels')
@Controller('labels')
export class LabelController {
  constructor(
    private readonly labels: LabelService,
    private readonly config: PlatformConfig,
  ) {}

  @Get()
  @AnyRole()
  @ApiOperation({ summary: 'Labels, newest first' })
  @ApiOkResponse({ type: LabelPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: LabelQuery): Promise<LabelPageDto> {
    const [after] = query.after(/^CF[\d-]+$/);
    return this.labels.list(actor, { limit: query.limit, after, q: query.q, status: query.status });
  }

  @Get(':number')
  @Public()
  @Header('Access-Control-Allow-Origin', '*')
  @ApiOperation({ summary: 'A label with its signature (JWS, ES256; keys at /.well-known/jwks.json)' })
  @ApiOkResponse({ type: PublicLabelDto })
  one(@CurrentActor() actor: Actor, @Param('number') number: string): Promise<PublicLabelDto> {
    return this.labels.read(actor, number);
  }

  @Get(':number/qr.svg')
  @Public()
  @Header('Content-Type', 'image/svg+xml')
  @Header('Cache-Control', 'public, max-age=86400')
  @ApiOperation({ summary: 'QR code of the public page' })
  @ApiProduces('image/svg+xml')
  async qr(@CurrentActor() actor: Actor, @Param('number') number: string): Promise<string> {
    const label = await this.labels.find(actor, number);
    return qrCode(`${this.config.publicUrl}/label/${label.number}`, {
      type: 'svg',
      margin: 1,
      errorCorrectionLevel: 'M',
    });
  }

  @Post(':number/withdraw')
  @Roles(Role.Reviewer, Role.MethodAdmin, Role.Regulator)
  @HttpCode(200)
  @ApiOperation({ summary: 'Withdraw a label; its page says so at once' })
  @ApiOkResponse({ type: LabelDto })
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('number') number: string,
    @Body() { reason }: WithdrawDto,
  ): Promise<LabelDto> {
    return this.labels.withdraw(actor, number, reason);
  }
}
