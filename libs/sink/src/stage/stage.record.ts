/** Stages as they are read. */
export interface StageView {
  stage: string;
  publicFrom: string | null;
  publicTo: string | null;
  registryNumber: string | null;
  tonnes: string | null;
  note: string | null;
  takenBy: { id: string; name: string };
  takenAt: string;
}

/** Stages in the order in which they were taken, as JSON in a query over `p` (project) or `m` (period). */
export const STAGES = (where: string): string => `coalesce((SELECT json_agg(json_build_object('stage', g.stage,
    'publicFrom', g.public_from, 'publicTo', g.public_to, 'registryNumber', g.registry_number, 'tonnes', g.tonnes::text,
    'note', g.note, 'takenBy', g.taken_by, 'takenAt', g.taken_at) ORDER BY g.id) FROM sink_stage g WHERE ${where}), '[]')`;
