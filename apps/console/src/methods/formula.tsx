import { lazy, Suspense } from 'react';
import { texOf } from './tex';
import './methods.css';

const SetFormula = lazy(() => import('./set-formula'));

interface Props {
  formula: string;
  titleOf: (name: string) => string;
}

/** The formula as set, with the written form that the sheet holds beneath it. */
export function Formula({ formula, titleOf }: Props) {
  const tex = texOf(formula, titleOf);
  const plain = <code className="formula-plain">{formula}</code>;
  if (!tex) return plain;
  return (
    <div className="formula">
      <Suspense fallback={plain}>
        <SetFormula tex={tex} plain={formula} />
      </Suspense>
      {plain}
    </div>
  );
}
