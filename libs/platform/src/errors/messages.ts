/** The catalogue of what the service says: a code and its sentence in both languages, filled in at the edge. */
import type { Fault, Text } from '@qingheng/sheet';
import { Refusal, type Params } from './refusal';

export interface Message {
  status: number;
  zh: string;
  en: string;
  remedy?: Text;
}

/** The names in braces of a template, as a type: a refusal that forgets one does not compile. */
type Names<T extends string> = T extends `${string}{${infer N}}${infer Rest}` ? N | Names<Rest> : never;
type ParamNames<M extends Message> = Names<M['zh']> | Names<M['en']>;
type Arguments<M extends Message> = [ParamNames<M>] extends [never]
  ? [params?: Params, faults?: Fault[]]
  : [params: Record<ParamNames<M>, string | number> & Params, faults?: Fault[]];

const catalogue = new Map<string, Message>();

/**
 * Adds a room's messages and returns its typed way to refuse:
 * `const refuse = registerMessages({ TOO_LATE: { status: 409, zh: '…{day}', en: '… {day}' } }); throw refuse('TOO_LATE', { day })`.
 */
export function registerMessages<const C extends Record<string, Message>>(messages: C) {
  for (const [code, message] of Object.entries(messages)) {
    const known = catalogue.get(code);
    if (known && known.en !== message.en) throw new Error(`two rooms register the message ${code}`);
    catalogue.set(code, message);
  }
  return <K extends keyof C & string>(code: K, ...[params, faults]: Arguments<C[K]>): Refusal =>
    new Refusal((messages[code] as Message).status, code, params ?? {}, faults);
}

export const fill = (template: string, params: Params): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));

/** The sentence of a code in both languages; a code nobody registered says itself. */
export function sentence(code: string, params: Params = {}): Text {
  const message = catalogue.get(code);
  return message ? { zh: fill(message.zh, params), en: fill(message.en, params) } : { zh: code, en: code };
}

export const remedyOf = (code: string): Text | undefined => catalogue.get(code)?.remedy;

/** A fault of one field, with the sentence of its code. */
export function faultOf(code: string, place: Pick<Fault, 'table' | 'row' | 'column'>, params: Params = {}): Fault {
  const remedy = remedyOf(code);
  return { ...place, code, message: sentence(code, params), ...(remedy && { remedy }) };
}
