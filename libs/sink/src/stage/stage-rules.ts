/** Stages as config/sink/registry.yaml names them. */
import type { Confidence } from '../uncertainty/discount';

export type StageTaker = 'owner' | 'registrar';

export interface StageRule {
  stage: string;
  /** Of the registry's public pages. */
  tab?: number;
  by: StageTaker[];
  from: string[];
  /** Has a time of publicity. */
  public?: boolean;
  /** The registry gives a number. */
  numbered?: boolean;
}

export interface RegistryRules {
  source: string;
  confidence: Confidence;
  project: StageRule[];
  reductions: StageRule[];
  required: string[];
}
