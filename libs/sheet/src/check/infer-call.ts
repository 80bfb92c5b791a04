/** Types and units of scalar functions. */
import type { Node } from '../ast';
import { conversionFactor, describeUnit, isPure, PURE, type Unit } from '../units/unit';
import { number, TEXT, TRUTH, wholeLiteral } from './node-types';
import type { Scope } from './scope';
import type { NodeType } from './types';

/** What a function asks of the inference it is part of. */
interface Inferring {
  readonly types: Map<Node, NodeType>;
  fail(code: string, zh: string, en: string, remedy?: [string, string]): NodeType;
  infer(node: Node, scope: Scope): NodeType;
  unit(written: string): Unit;
  number(node: Node, scope: Scope): NodeType;
  truth(node: Node, scope: Scope): void;
  same(a: NodeType, b: NodeType, what: string): Unit | undefined;
  raised(base: Node, exponent: Node, scope: Scope): NodeType;
  either(nodes: Node[], scope: Scope, what: string): NodeType;
  sure(node: Node, type: NodeType): NodeType;
  merge(a: NodeType, b: NodeType, what: string): NodeType;
}

export function inferCall(at: Inferring, node: Node & { kind: 'call' }, scope: Scope): NodeType {
  const { args, name } = node;
  switch (name) {
    case 'if': {
      at.truth(args[0]!, scope);
      return at.either(args.slice(1), scope, 'if');
    }
    case 'min':
    case 'max': {
      const types = args.map((arg) => at.number(arg, scope));
      return types.reduce((a, b) => number(at.same(a, b, name), a.double || b.double));
    }
    case 'coalesce': {
      const first = at.infer(args[0]!, scope);
      const second = at.sure(args[1]!, at.infer(args[1]!, scope));
      return at.merge({ ...first, maybe: false }, second, 'coalesce');
    }
    case 'given':
      at.infer(args[0]!, scope);
      if (args[0]!.kind !== 'name') at.fail('TYPE_MISMATCH', 'given() 只接受列名', 'given() takes a column');
      return TRUTH;
    case 'round': {
      const type = at.number(args[0]!, scope);
      at.infer(args[1]!, scope);
      const digits = wholeLiteral(args[1]!);
      if (digits === undefined || digits < 0 || digits > 18)
        at.fail('ROUND_DIGITS', 'round 的位数须为 0 到 18 的整数', 'round takes a whole number of digits from 0 to 18');
      return { ...type, double: false };
    }
    case 'floor':
    case 'ceil':
      return { ...at.number(args[0]!, scope), double: false };
    case 'abs':
      return at.number(args[0]!, scope);
    case 'exp':
    case 'ln':
    case 'sqrt':
    case 'student_t': {
      for (const { unit } of args.map((arg) => at.number(arg, scope))) {
        if (unit && !isPure(unit))
          at.fail(
            'UNIT_MISMATCH',
            `${name} 的参数须为纯数，却是 ${describeUnit(unit)}`,
            `${name} takes a pure number, not ${describeUnit(unit)}`,
          );
      }
      return number(PURE, true);
    }
    case 'pow':
      return at.raised(args[0]!, args[1]!, scope);
    case 'convert': {
      const type = at.number(args[0]!, scope);
      const target = args[1]!;
      at.types.set(target, TEXT);
      if (target.kind !== 'text')
        return at.fail(
          'TYPE_MISMATCH',
          'convert 的第二个参数是带引号的单位',
          'the second argument of convert is a quoted unit',
        );
      const to = at.unit(target.value);
      if (type.unit && !conversionFactor(type.unit, to)) {
        at.fail(
          'UNIT_MISMATCH',
          `不能把 ${describeUnit(type.unit)} 换算为 ${target.value}`,
          `${describeUnit(type.unit)} cannot be converted to ${target.value}`,
        );
      }
      return number(to, type.double);
    }
  }
}
