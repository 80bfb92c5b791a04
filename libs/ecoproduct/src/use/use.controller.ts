import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, AnyRole, CurrentActor, IdPipe, Role, Roles } from '@qingheng/platform';
import { EcoUseDto, EcoUsePageDto, EcoUseQuery, NewUseBody, PaidBody, QualityBody, ReleaseUseBody } from './use.dto';
import { UseService } from './use.service';

const UUID = /^[0-9a-f-]{36}$/;

@ApiTags('ecoproducts')
@Controller('ecoproduct/uses')
export class UseController {
  constructor(private readonly uses: UseService) {}

  @Post()
  @Roles(Role.Filer, Role.FinanceClerk)
  @ApiOperation({
    summary:
      'Buy, compensate, pledge or claim for damage on an issued account; what is used already is refused with its first use',
  })
  @ApiCreatedResponse({ type: EcoUseDto })
  create(@CurrentActor() actor: Actor, @Body() body: NewUseBody): Promise<EcoUseDto> {
    return this.uses.create(actor, body);
  }

  @Get()
  @AnyRole()
  @ApiOkResponse({ type: EcoUsePageDto })
  list(@CurrentActor() actor: Actor, @Query() query: EcoUseQuery): Promise<EcoUsePageDto> {
    const [after] = query.after(UUID);
    return this.uses.list(actor, { kind: query.kind, after, limit: query.limit });
  }

  @Get(':id')
  @AnyRole()
  @ApiOkResponse({ type: EcoUseDto })
  one(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<EcoUseDto> {
    return this.uses.one(actor, id);
  }

  @Post(':id/quality')
  @Roles(Role.Filer, Role.FinanceClerk, Role.FinanceApprover)
  @HttpCode(200)
  @ApiOperation({ summary: 'The quality check on which later instalments wait' })
  @ApiOkResponse({ type: EcoUseDto })
  quality(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: QualityBody,
  ): Promise<EcoUseDto> {
    return this.uses.quality(actor, id, body);
  }

  @Post(':id/instalments/:n/payment')
  @Roles(Role.FinanceApprover)
  @HttpCode(200)
  @ApiOperation({ summary: 'An instalment was paid; by another person than who made the use' })
  @ApiOkResponse({ type: EcoUseDto })
  pay(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('n', ParseIntPipe) n: number,
    @Body() body: PaidBody,
  ): Promise<EcoUseDto> {
    return this.uses.pay(actor, id, n, body);
  }

  @Post(':id/release')
  @Roles(Role.FinanceApprover)
  @HttpCode(200)
  @ApiOperation({ summary: 'End the use, by another person; what it used is free again' })
  @ApiOkResponse({ type: EcoUseDto })
  release(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: ReleaseUseBody,
  ): Promise<EcoUseDto> {
    return this.uses.release(actor, id, reason);
  }
}
