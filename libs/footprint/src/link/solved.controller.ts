import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, pageOf, PageQuery, Role, Roles, UnitOfWork } from '@qingheng/platform';

class SolvedFootprintDto {
  @ApiProperty() organisation: string;
  @ApiProperty() product: string;
  @ApiProperty({ example: 'kg' }) unit: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description: 'By gas, for one unit' })
  gases: Record<string, string>;
  @ApiProperty({ format: 'uuid', description: 'The joint run that solved it' }) round: string;
  @ApiProperty({ format: 'date-time' }) solvedAt: Date;
}

class SolvedFootprintPageDto {
  @ApiProperty({ type: [SolvedFootprintDto] }) items: SolvedFootprintDto[];
  @ApiPropertyOptional() nextCursor?: string;
}

@ApiTags('supplier links')
@Controller('supplier-footprints')
export class SolvedController {
  constructor(private readonly work: UnitOfWork) {}

  @Get()
  @Roles(Role.Filer, Role.Reviewer, Role.MethodAdmin, Role.Regulator, Role.Auditor)
  @ApiOperation({ summary: 'Linked products as joint runs solved them last: one’s own, or all for those who oversee' })
  @ApiOkResponse({ type: SolvedFootprintPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<SolvedFootprintPageDto> {
    const [organisation = null, product = null] = query.after(/^[0-9a-f-]{36}$/, /^.{1,1000}$/);
    return this.work.run(actor, async (manager) => {
      const rows: (SolvedFootprintDto & { of: string })[] = await manager.query(
        `SELECT f.organisation_id AS of, o.name AS organisation, f.product, f.unit, f.gases, f.round_id AS round,
           f.solved_at AS "solvedAt" FROM supplier_footprint f JOIN organisation o ON o.id = f.organisation_id
         WHERE $1::uuid IS NULL OR (f.organisation_id, f.product) > ($1, $2) ORDER BY f.organisation_id, f.product LIMIT $3`,
        [organisation, product, query.limit + 1],
      );
      const page = pageOf(rows, query.limit, (row) => [row.of, row.product]);
      return { ...page, items: page.items.map(({ of: _, ...row }) => row) };
    });
  }
}
