import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, IdPipe, Role, Roles } from '@qingheng/platform';
import { Matches } from 'class-validator';
import { RestatementDto } from './restatement.dto';
import { RestatementService } from './restatement.service';

class RestatementQuery {
  @ApiProperty({ example: 'AR6' })
  @Matches(/^[A-Za-z0-9-]{1,40}$/)
  set: string;
}

@ApiTags('factors')
@Controller('filings')
export class RestatementController {
  constructor(private readonly restatements: RestatementService) {}

  @Get(':id/restatement')
  @Roles(Role.Filer, Role.Reviewer, Role.MethodAdmin, Role.Regulator, Role.Auditor)
  @ApiOperation({ summary: 'The figures of a filing by another GWP set; nothing is filed or stored' })
  @ApiOkResponse({ type: RestatementDto })
  one(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() { set }: RestatementQuery) {
    return this.restatements.of(actor, id, set);
  }
}
