import { checkExamples, type Sheet } from '@qingheng/sheet';
import { library, refusing, type Command } from '../command';

/** `official` and `secondary` sheets may issue when their examples hold; `provisional` ones may only be tried. */
function status(sheet: Sheet): string {
  if (sheet.examples.length === 0 || checkExamples(sheet).some((e) => !e.ok)) return 'examples fail';
  return sheet.source.confidence === 'provisional' ? 'provisional' : 'published';
}

export const command: Command = (args) =>
  refusing(() => {
    const sheets = library().list();
    const rows = sheets.map((s) => ({
      id: s.id,
      version: s.version,
      title: s.title,
      valid: s.valid,
      regions: s.regions,
      source: s.source,
      status: status(s),
    }));
    if (args.includes('--json')) return rows;
    return rows
      .map(
        (r) =>
          `${r.id}@${r.version}  ${r.valid.from} – ${r.valid.to ?? ''}  ${r.status}  ${r.title.zh} ${r.title.en}\n`,
      )
      .join('');
  });
