import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  AnyRole,
  CurrentActor,
  IdPipe,
  refuse as refuseAny,
  systemActor,
  UnitOfWork,
} from '@qingheng/platform';
import { RegistryRules } from '../registry/rules';
import { CarryOver } from './carry-over';

class CarryOverIssuedDto {
  @ApiProperty() number: string;
  @ApiProperty() tonnes: string;
}

class CarryOverLateDto {
  @ApiProperty() year: number;
  @ApiProperty() due: string;
  @ApiProperty({ description: 'surrendered by the deadline' }) inTime: string;
  @ApiProperty({ format: 'date' }) deadline: string;
}

class CarryOverLimitDto {
  @ApiProperty({ type: [Number] }) from: number[];
  @ApiProperty({ type: [Number] }) into: number[];
  @ApiProperty({ description: 'B, tonnes' }) base: string;
  @ApiProperty({ description: 'R' }) multiple: string;
  @ApiProperty() sold: string;
  @ApiProperty() bought: string;
  @ApiProperty({ description: 'floor(B + max(sold − bought, 0) × R)' }) formula: string;
  @ApiProperty() holding: string;
  @ApiProperty({ format: 'date' }) holdingOn: string;
  @ApiProperty({ type: CarryOverIssuedDto, nullable: true }) issued: CarryOverIssuedDto | null;
  @ApiProperty({ description: 'the least of them' }) limit: string;
  @ApiProperty() used: string;
  @ApiProperty({ format: 'date' }) applyUntil: string;
  @ApiProperty({ type: [CarryOverLateDto], description: 'years not settled in time: with one nothing is carried over' })
  late: CarryOverLateDto[];
  @ApiProperty() source: string;
  @ApiProperty({ enum: ['official', 'secondary', 'provisional'] }) confidence: 'official' | 'secondary' | 'provisional';
}

@ApiTags('registry')
@Controller('registry/carry-over')
export class CarryOverController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rules: RegistryRules,
    private readonly carryOver: CarryOver,
  ) {}

  @Get(':organisation')
  @AnyRole()
  @ApiOperation({ summary: 'How much an organisation may carry over, by which figures' })
  @ApiOkResponse({ type: [CarryOverLimitDto] })
  limits(
    @CurrentActor() actor: Actor,
    @Param('organisation', IdPipe) organisation: string,
  ): Promise<CarryOverLimitDto[]> {
    if (actor.scope !== 'all' && organisation !== actor.organisationId) throw refuseAny('NOT_FOUND');
    return this.work.run(systemActor, async (manager) => {
      const limits: CarryOverLimitDto[] = [];
      for (const one of this.rules.carryOvers) {
        const { rule, ...figures } = await this.carryOver.limit(manager, one, organisation);
        limits.push({
          ...{ from: rule.from, into: rule.into, base: rule.base, multiple: rule.multiple, ...figures },
          ...{ holdingOn: rule.holding_on, applyUntil: rule.apply_until },
          ...{ source: rule.source, confidence: rule.confidence },
        });
      }
      return limits;
    });
  }
}
