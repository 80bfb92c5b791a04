import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, IdPipe, PageQuery, Refusal, Role, Roles } from '@qingheng/platform';
import type { Request } from 'express';
import { DrawnZonesDto, RasterDto, RasterPageDto, RasterUploadQuery } from './raster.dto';
import { RasterService } from './raster.service';

export const READERS = [Role.Filer, Role.Reviewer, Role.MethodAdmin, Role.Regulator, Role.Auditor] as const;
export const CURSOR_ID = /^[0-9a-f-]{36}$/;
const TYPES = ['image/tiff', 'application/octet-stream'];

@ApiTags('ecoproduct')
@Controller('ecoproduct/rasters')
export class RasterController {
  constructor(private readonly rasters: RasterService) {}

  @Post()
  @Roles(Role.Filer)
  @HttpCode(201)
  @ApiOperation({
    summary: 'A GeoTIFF of one band, the body of the request; nodata, place and projection must be in its header',
  })
  @ApiConsumes('image/tiff')
  @ApiCreatedResponse({ type: RasterDto })
  upload(@CurrentActor() actor: Actor, @Query() query: RasterUploadQuery, @Req() request: Request) {
    if (!request.is(TYPES)) throw new Refusal(415, 'UNSUPPORTED_MEDIA_TYPE');
    return this.rasters.upload(actor, query, request);
  }

  @Post('zones')
  @Roles(Role.Filer)
  @ApiOperation({ summary: 'A zone raster from polygons; zones that overlap are refused' })
  @ApiCreatedResponse({ type: RasterDto })
  draw(@CurrentActor() actor: Actor, @Body() body: DrawnZonesDto) {
    return this.rasters.draw(actor, body);
  }

  @Get()
  @Roles(...READERS)
  @ApiOkResponse({ type: RasterPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery) {
    const [after] = query.after(CURSOR_ID);
    return this.rasters.list(actor, { after, limit: query.limit });
  }

  @Get(':id')
  @Roles(...READERS)
  @ApiOkResponse({ type: RasterDto })
  one(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.rasters.one(actor, id);
  }
}
