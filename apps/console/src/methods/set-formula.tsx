import katex from 'katex';
import 'katex/dist/katex.min.css';

/** Its own chunk: the setter of formulas and its fonts are needed on method pages only. */
export default function SetFormula({ tex, plain }: { tex: string; plain: string }) {
  const html = katex.renderToString(tex, {
    throwOnError: false,
    strict: false,
    trust: false,
    output: 'html',
    displayMode: true,
  });
  return (
    <div
      className="formula-set"
      tabIndex={0}
      role="img"
      aria-label={plain}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
