/** The factor library as people keep it: proposed, passed by a second person, published; nothing filed changes by itself. */
export { FactorModule } from './factor.module';
export { Factor1700000007000 } from './factor.migration';
export { type MovedFigure, writeFigures } from './shadow/figures';
