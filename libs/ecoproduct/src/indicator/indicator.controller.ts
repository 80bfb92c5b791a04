import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { type Actor, AnyRole, CurrentActor, Role, Roles } from '@qingheng/platform';
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

class StandingDto {
  @ApiProperty({ example: 2027 }) year: number;
  @ApiProperty({ description: 'Decimal' }) value: string;
  @ApiProperty({ enum: ['met', 'on_track', 'behind', 'no_data'] }) status: 'met' | 'on_track' | 'behind' | 'no_data';
  @ApiPropertyOptional({ description: 'What the trend of the last five years gives' }) projected?: string;
  @ApiProperty({ enum: ['falling_short', 'moving_away', 'stale'], isArray: true }) warnings: (
    'falling_short' | 'moving_away' | 'stale'
  )[];
}

class WordsDto {
  @ApiProperty() zh: string;
  @ApiProperty() en: string;
}

class IndicatorDto {
  @ApiProperty() code: string;
  @ApiProperty() zh: string;
  @ApiProperty() en: string;
  @ApiProperty() unit: string;
  @ApiProperty({ enum: ['more', 'less'] }) better: 'more' | 'less';
  @ApiPropertyOptional() strict?: boolean;
  @ApiPropertyOptional({ type: WordsDto }) note?: WordsDto;
  @ApiProperty({ type: [BarrierObservationDto] }) observations: BarrierObservationDto[];
  @ApiProperty({ type: [StandingDto] }) targets: StandingDto[];
}

class TargetSourceDto {
  @ApiProperty() title: string;
  @ApiProperty() document: string;
  @ApiProperty() url: string;
  @ApiProperty({ enum: ['official', 'secondary', 'provisional'] }) confidence: 'official' | 'secondary' | 'provisional';
}

class IndicatorsDto {
  @ApiProperty({ type: TargetSourceDto }) source: TargetSourceDto;
  @ApiProperty({ type: [IndicatorDto] }) items: IndicatorDto[];
}

@ApiTags('ecoproducts')
@Controller('ecoproduct/indicators')
export class IndicatorController {
  constructor(private readonly indicators: IndicatorService) {}

  @Get()
  @AnyRole()
  @ApiOperation({ summary: 'Targets of the plan, what was observed, where each stands' })
  @ApiOkResponse({ type: IndicatorsDto })
  list(@CurrentActor() actor: Actor): Promise<IndicatorsDto> {
    return this.indicators.list(actor);
  }

  @Post(':code/observations')
  @Roles(Role.Regulator, Role.MethodAdmin)
  @ApiOperation({ summary: 'A published figure with its source' })
  @ApiCreatedResponse({ type: IndicatorDto })
  observe(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() body: BarrierObservationBody,
  ): Promise<IndicatorDto> {
    return this.indicators.observe(actor, code, body);
  }
}
