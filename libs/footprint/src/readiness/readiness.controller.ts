import { Body, Controller, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { type Actor, AnyRole, CurrentActor, IdPipe, Role, Roles, TextDto } from '@qingheng/platform';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { type Readiness, ReadinessService } from './readiness.service';

export class ReadinessDto {
  @ApiProperty() code: string;
  @ApiProperty({ enum: ['computed', 'declared'] }) kind: 'computed' | 'declared';
  @ApiProperty({ type: TextDto }) title: TextDto;
  @ApiProperty() met: boolean;
  @ApiPropertyOptional({ type: TextDto, description: 'what is in the way, or how it was met' }) detail?: TextDto;
  @ApiPropertyOptional() document?: string;
  @ApiProperty({ enum: ['official', 'secondary', 'provisional'] }) confidence: 'official' | 'secondary' | 'provisional';
  @ApiProperty() source: string;
}

class DeclarationDto {
  @ApiProperty({ example: '碳足迹管理手册 QM-12，2025-01 起运行' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  document: string;
}

@ApiTags('labels')
@Controller('filings/:id/readiness')
export class ReadinessController {
  constructor(private readonly readiness: ReadinessService) {}

  @Get()
  @AnyRole()
  @ApiOperation({ summary: 'What a label for this filing needs, and what is there' })
  @ApiOkResponse({ type: [ReadinessDto] })
  list(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<Readiness[]> {
    return this.readiness.of(actor, id);
  }

  @Put(':item')
  @Roles(Role.Filer)
  @HttpCode(200)
  @ApiOperation({ summary: 'State that an item is there, and by which document' })
  @ApiOkResponse({ type: [ReadinessDto] })
  async declare(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('item') item: string,
    @Body() { document }: DeclarationDto,
  ): Promise<Readiness[]> {
    await this.readiness.declare(actor, id, item, document);
    return this.readiness.of(actor, id);
  }
}
