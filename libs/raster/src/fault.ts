/** What is wrong with a raster: which file, what, and what to do about it. */
import { SheetFaults, type Text } from '@qingheng/sheet';

const say = (zh: string, en: string): Text => ({ zh, en });

/** `raster` is the factor's name, or the file's where no factor is known yet. */
export const refused = (
  code: string,
  raster: string,
  message: readonly [zh: string, en: string],
  remedy?: readonly [zh: string, en: string],
  place: { row?: string; column?: string } = {},
): SheetFaults =>
  new SheetFaults([
    {
      table: raster,
      ...place,
      code,
      message: say(`栅格 ${raster}：${message[0]}`, `raster ${raster}: ${message[1]}`),
      ...(remedy && { remedy: say(...remedy) }),
    },
  ]);

export const corrupted = (raster: string, zh: string, en: string): SheetFaults =>
  refused(
    'RASTER_CORRUPTED',
    raster,
    [`文件损坏：${zh}`, `the file is damaged: ${en}`],
    ['重新导出或重新传输该文件', 'export or transfer the file again'],
  );
