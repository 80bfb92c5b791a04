export { Refusal, type Params } from './refusal';
export { faultOf, registerMessages, sentence, type Message } from './messages';
export { refuse } from './platform.messages';
export { languageOf, type Language } from './language';
export { toRefusal } from './to-refusal';
export { ProblemFilter, problemOf, type Problem } from './problem.filter';
export { validationPipe } from './validation.pipe';
export { IdPipe } from './id.pipe';
