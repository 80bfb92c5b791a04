import type { Finding } from '../model';
import { FOOTPRINT } from './fields';
import { checkRules } from './rules';
import { ShapeCheck } from './shape';

/** Every finding about a footprint, in or out; an empty list is a clean one. Extra properties are lawful. */
export function lintFootprint(footprint: unknown): Finding[] {
  const check = new ShapeCheck();
  check.value(footprint, FOOTPRINT, '');
  if (typeof footprint === 'object' && footprint !== null && !Array.isArray(footprint))
    checkRules(check, footprint as Record<string, unknown>);
  return check.findings;
}

export const errorsOf = (findings: Finding[]): Finding[] => findings.filter(({ severity }) => severity === 'error');
