import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, AnyRole, CurrentActor } from '@qingheng/platform';
import { PledgePageDto, PledgeQuery } from './pledge.dto';
import { Pledges } from './pledges';

@ApiTags('registry')
@Controller('registry/pledges')
export class PledgeController {
  constructor(private readonly pledges: Pledges) {}

  @Get()
  @AnyRole()
  @ApiOperation({ summary: 'Pledges, newest first: to whom, what they are worth, what is lent on them' })
  @ApiOkResponse({ type: PledgePageDto })
  list(@CurrentActor() actor: Actor, @Query() query: PledgeQuery): Promise<PledgePageDto> {
    const [after] = query.after(/^\d{1,18}$/);
    return this.pledges.list(actor, { limit: query.limit, after, open: query.open === 'true' });
  }
}
