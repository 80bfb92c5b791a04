import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, IdPipe, Role, Roles } from '@qingheng/platform';
import { NewSinkReversalDto, SinkRestorationDto, SinkReversalDecisionDto, SinkReversalDto } from './reversal.dto';
import { ReversalService } from './reversal.service';

@ApiTags('sinks')
@Controller('sink')
export class ReversalController {
  constructor(private readonly reversals: ReversalService) {}

  @Post('projects/:id/reversals')
  @Roles(Role.Filer)
  @ApiOperation({ summary: 'Report a loss; nothing is issued for the project until it is rejected or restored' })
  @ApiCreatedResponse({ type: SinkReversalDto })
  report(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() wish: NewSinkReversalDto,
  ): Promise<SinkReversalDto> {
    return this.reversals.report(actor, id, wish);
  }

  @Post('reversals/:id/decision')
  @Roles(Role.Regulator)
  @HttpCode(200)
  @ApiOperation({ summary: 'Confirm, which draws the buffer, or reject; another person than who reported' })
  @ApiOkResponse({ type: SinkReversalDto })
  decide(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { decision, reason }: SinkReversalDecisionDto,
  ): Promise<SinkReversalDto> {
    return decision === 'confirm'
      ? this.reversals.confirm(actor, id, reason)
      : this.reversals.reject(actor, id, reason);
  }

  @Post('reversals/:id/restoration')
  @Roles(Role.Regulator)
  @HttpCode(200)
  @ApiOperation({ summary: 'The stock stands again, as a later passed verification shows; issuance is open again' })
  @ApiOkResponse({ type: SinkReversalDto })
  restore(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { verification }: SinkRestorationDto,
  ): Promise<SinkReversalDto> {
    return this.reversals.restore(actor, id, verification);
  }
}
