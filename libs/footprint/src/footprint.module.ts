import { Module } from '@nestjs/common';
import { DoubleUseGuard } from './guard/double-use.guard';
import { LabelController } from './label/label.controller';
import { LabelService } from './label/label.service';

/** Product carbon footprints: what their approved results become, and how the public verifies it. */
@Module({ controllers: [LabelController], providers: [LabelService, DoubleUseGuard] })
export class FootprintModule {}
