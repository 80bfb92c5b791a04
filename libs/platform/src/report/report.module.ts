import { Global, Module } from '@nestjs/common';
import { PdfPrinter } from './pdf-printer';

@Global()
@Module({ providers: [PdfPrinter], exports: [PdfPrinter] })
export class ReportModule {}
