import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { type Actor, CurrentActor, IdPipe, PageQuery, Role, Roles } from '@qingheng/platform';
import { CURSOR_ID, READERS } from './raster.controller';
import { NewRasterRunDto, RasterColumnsDto, RasterRunDto, RasterRunPageDto } from './raster.dto';
import { RasterRunService } from './raster-run.service';

@ApiTags('ecoproduct')
@Controller('ecoproduct/raster-runs')
export class RasterRunController {
  constructor(private readonly runs: RasterRunService) {}

  @Post()
  @Roles(Role.Filer)
  @HttpCode(202)
  @ApiOperation({
    summary: "A method's column over rasters, summed by zone; computed in parts by any number of workers",
  })
  @ApiAcceptedResponse({ type: RasterRunDto })
  start(@CurrentActor() actor: Actor, @Body() body: NewRasterRunDto) {
    return this.runs.start(actor, body);
  }

  @Get()
  @Roles(...READERS)
  @ApiOkResponse({ type: RasterRunPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery) {
    const [after] = query.after(CURSOR_ID);
    return this.runs.list(actor, { after, limit: query.limit });
  }

  @Get('columns')
  @Roles(...READERS)
  @ApiOperation({ summary: 'Columns of methods that can be computed by cell, with the factors they need' })
  @ApiOkResponse({ type: RasterColumnsDto })
  async columns(@CurrentActor() actor: Actor): Promise<RasterColumnsDto> {
    return { items: await this.runs.columns(actor) };
  }

  @Get(':id')
  @Roles(...READERS)
  @ApiOperation({ summary: 'How far a run is, and its sums' })
  @ApiOkResponse({ type: RasterRunDto })
  one(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.runs.one(actor, id);
  }

  @Post(':id/cancel')
  @Roles(Role.Filer)
  @HttpCode(204)
  @ApiNoContentResponse()
  cancel(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.runs.cancel(actor, id);
  }

  @Get(':id/picture')
  @Roles(...READERS)
  @ApiProduces('image/png')
  async picture(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<StreamableFile> {
    return new StreamableFile(await this.runs.file(actor, id, 'picture'), { type: 'image/png' });
  }

  @Get(':id/raster')
  @Roles(...READERS)
  @ApiProduces('image/tiff')
  async raster(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<StreamableFile> {
    const disposition = `attachment; filename="raster-run-${id}.tif"`;
    return new StreamableFile(await this.runs.file(actor, id, 'resultFile'), { type: 'image/tiff', disposition });
  }
}
