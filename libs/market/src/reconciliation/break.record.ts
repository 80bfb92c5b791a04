import type { ExplainDto, LinksDto } from './break.dto';

/** A difference under lock. */
export interface LockedBreak {
  id: string;
  day_id: string;
  date: string;
  kind: string;
  deal_id: string | null;
  registry: string[] | null;
  bank: string[] | null;
  difference: string | null;
  status: string;
  resolution: ExplainDto['resolution'] | null;
  links: LinksDto | null;
  adjustment: ExplainDto['adjustment'] | null;
  explained_by: string | null;
  round: number;
}
