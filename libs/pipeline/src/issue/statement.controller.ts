import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, AnyRole, CurrentActor, PageQuery } from '@qingheng/platform';
import { StatementService } from './statement.service';
import { StatementDto, StatementPageDto } from './statement.dto';

@ApiTags('statements')
@Controller('statements')
@AnyRole()
export class StatementController {
  constructor(private readonly statements: StatementService) {}

  @Get()
  @ApiOperation({ summary: 'Issued statements of account, newest first' })
  @ApiOkResponse({ type: StatementPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery) {
    const [after] = query.after(/^ST[\d-]+$/);
    return this.statements.list(actor, { limit: query.limit, after });
  }

  @Get(':number')
  @ApiOperation({ summary: 'A statement with its signature (JWS, ES256; keys at /.well-known/jwks.json)' })
  @ApiOkResponse({ type: StatementDto })
  one(@CurrentActor() actor: Actor, @Param('number') number: string) {
    return this.statements.one(actor, number);
  }
}
