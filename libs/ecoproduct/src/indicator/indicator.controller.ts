import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { type Actor, AnyRole, CurrentActor, Role, Roles, TextDto } from '@qingheng/platform';
import { IsInt, IsNotEmpty, IsOptional, IsString, IsUrl, Matches, Max, MaxLength, Min } from 'class-validator';
import { IndicatorService } from './indicator.service';

class BarrierObservationBody {
  @ApiProperty({ example: 2025 })
  @IsInt()
  @Min(1950)
  @Max(2100)
  year: number;

  @ApiProperty({ example: '45.1', description: 'Decimal, in the unit of the indicator' })
  @Matches(/^-?\d{1,14}(\.\d{1,6})?$/)
  value: string;

  @ApiProperty({ description: 'Publication it was read in' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  source: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true })
  @MaxLength(500)
  url?: string;
}

class BarrierObservationDto {
  @ApiProperty() year: number;
  @ApiProperty() value: string;
  @ApiProperty() unit: string;
  @ApiProperty() source: string;
  @ApiProperty({ nullable: true, type: String }) url: string | null;
  @ApiProperty() by: string;
  @ApiProperty({ format: 'date-time' }) at: string;
}

class BarrierStandingDto {
  @ApiProperty({ example: 2027 }) year: number;
  @ApiProperty({ description: 'Decimal' }) value: string;
  @ApiProperty({ enum: ['met', 'on_track', 'behind', 'no_data'] }) status: 'met' | 'on_track' | 'behind' | 'no_data';
  @ApiPropertyOptional({ description: 'What the trend of the last five years gives' }) projected?: string;
  @ApiProperty({ enum: ['falling_short', 'moving_away', 'stale'], isArray: true }) warnings: (
    'falling_short' | 'moving_away' | 'stale'
  )[];
}

class BarrierIndicatorDto {
  @ApiProperty() code: string;
  @ApiProperty() zh: string;
  @ApiProperty() en: string;
  @ApiProperty() unit: string;
  @ApiProperty({ enum: ['more', 'less'] }) better: 'more' | 'less';
  @ApiPropertyOptional() strict?: boolean;
  @ApiPropertyOptional({ type: TextDto }) note?: TextDto;
  @ApiProperty({ type: [BarrierObservationDto] }) observations: BarrierObservationDto[];
  @ApiProperty({ type: [BarrierStandingDto] }) targets: BarrierStandingDto[];
}

class BarrierTargetSourceDto {
  @ApiProperty() title: string;
  @ApiProperty() document: string;
  @ApiProperty() url: string;
  @ApiProperty({ enum: ['official', 'secondary', 'provisional'] }) confidence: 'official' | 'secondary' | 'provisional';
}

class BarrierIndicatorsDto {
  @ApiProperty({ type: BarrierTargetSourceDto }) source: BarrierTargetSourceDto;
  @ApiProperty({ type: [BarrierIndicatorDto] }) items: BarrierIndicatorDto[];
}

@ApiTags('ecoproducts')
@Controller('ecoproduct/indicators')
export class IndicatorController {
  constructor(private readonly indicators: IndicatorService) {}

  @Get()
  @AnyRole()
  @ApiOperation({ summary: 'Targets of the plan, what was observed, where each stands' })
  @ApiOkResponse({ type: BarrierIndicatorsDto })
  list(@CurrentActor() actor: Actor): Promise<BarrierIndicatorsDto> {
    return this.indicators.list(actor);
  }

  @Post(':code/observations')
  @Roles(Role.Regulator, Role.MethodAdmin)
  @ApiOperation({ summary: 'A published figure with its source' })
  @ApiCreatedResponse({ type: BarrierIndicatorDto })
  observe(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() body: BarrierObservationBody,
  ): Promise<BarrierIndicatorDto> {
    return this.indicators.observe(actor, code, body);
  }
}
