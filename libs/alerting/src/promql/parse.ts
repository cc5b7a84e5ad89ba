import { parser } from '@prometheus-io/lezer-promql';
import {
  AGGREGATIONS,
  BINARY_OPERATORS,
  FUNCTIONS,
  type Expression,
  type FunctionName,
  type Matcher,
  type Selector,
} from './expression.js';

type Node = ReturnType<typeof parser.parse>['topNode'];

/** An expression that Prometheus may know, and this does not evaluate. */
export class UnsupportedExpression extends Error {
  override readonly name = 'UnsupportedExpression';
}

/**
 * Reads an expression by Prometheus' own grammar.
 *
 * @throws UnsupportedExpression for a mistake, and for what the evaluator does not know.
 */
export function parsePromql(text: string): Expression {
  const tree = parser.parse(text);
  tree.iterate({
    enter: ({ type, from }) => {
      if (type.isError) throw unsupported(text, from, 'a mistake');
    },
  });
  const [root] = childrenOf(tree.topNode);
  if (!root) throw new UnsupportedExpression('the expression is empty');
  return new Reader(text).read(root);
}

class Reader {
  constructor(private readonly text: string) {}

  read(node: Node): Expression {
    switch (node.name) {
      case 'NumberDurationLiteral':
        return { kind: 'number', value: this.#number(node) };
      case 'ParenExpr':
        return this.read(this.#only(node));
      case 'VectorSelector':
        return this.#selector(node, null);
      case 'MatrixSelector':
        return this.#matrix(node);
      case 'FunctionCall':
        return this.#call(node);
      case 'AggregateExpr':
        return this.#aggregate(node);
      case 'BinaryExpr':
        return this.#binary(node);
      default:
        throw this.#refusal(node);
    }
  }

  #number(node: Node): number {
    const value = Number(this.#textOf(node));
    if (Number.isNaN(value)) throw this.#refusal(node);
    return value;
  }

  #selector(node: Node, rangeMs: number | null): Selector {
    const name = node.getChild('Identifier');
    if (!name) throw this.#refusal(node);
    const matchers = node.getChild('LabelMatchers');
    return {
      kind: 'selector',
      metric: this.#textOf(name),
      matchers: matchers ? childrenOf(matchers).map((each) => this.#matcher(each)) : [],
      rangeMs,
    };
  }

  #matcher(node: Node): Matcher {
    const [label, operator, value] = childrenOf(node);
    if (node.name !== 'UnquotedLabelMatcher' || !label || !operator || !value) {
      throw this.#refusal(node);
    }
    return {
      label: this.#textOf(label),
      operator: this.#textOf(operator) as Matcher['operator'],
      value: JSON.parse(this.#textOf(value).replace(/^'(.*)'$/, '"$1"')) as string,
    };
  }

  #matrix(node: Node): Selector {
    const [selector, range] = childrenOf(node);
    if (selector?.name !== 'VectorSelector' || !range) throw this.#refusal(node);
    return this.#selector(selector, durationMs(this.#textOf(range)));
  }

  #call(node: Node): Expression {
    const [identifier, body] = childrenOf(node);
    const name = FUNCTIONS.find((each) => identifier && each === this.#textOf(identifier));
    if (!name || !body) throw this.#refusal(node);
    const args = childrenOf(body).map((each) => this.read(each));
    if (!TAKES[name](args)) throw this.#refusal(node);
    return { kind: 'call', name, args };
  }

  #aggregate(node: Node): Expression {
    const word = node.getChild('AggregateOp');
    const body = node.getChild('FunctionCallBody');
    const operator = AGGREGATIONS.find((each) => word && each === this.#textOf(word));
    if (!operator || !body) throw this.#refusal(node);
    const modifier = node.getChild('AggregateModifier');
    const labels = modifier?.getChild('GroupingLabels');
    if (modifier && !modifier.getChild('By')) throw this.#refusal(modifier);
    const by = labels ? childrenOf(labels).map((each) => this.#textOf(each)) : [];
    return { kind: 'aggregate', operator, by, operand: this.read(this.#only(body)) };
  }

  #binary(node: Node): Expression {
    const children = childrenOf(node);
    const [left, word, right] = children;
    if (children.length !== 3 || !left || !word || !right) throw this.#refusal(node);
    const operator = BINARY_OPERATORS.find((each) => each === this.#textOf(word));
    if (!operator) throw this.#refusal(node);
    return { kind: 'binary', operator, left: this.read(left), right: this.read(right) };
  }

  #only(node: Node): Node {
    const [child, ...others] = childrenOf(node);
    if (!child || others.length > 0) throw this.#refusal(node);
    return child;
  }

  #textOf({ from, to }: Node): string {
    return this.text.slice(from, to);
  }

  #refusal(node: Node): UnsupportedExpression {
    return unsupported(this.text, node.from, `"${this.#textOf(node).slice(0, 60)}"`);
  }
}

/** Whether a function can be asked with these arguments. */
const TAKES: Readonly<Record<FunctionName, (args: readonly Expression[]) => boolean>> = {
  rate: isRange,
  increase: isRange,
  histogram_quantile: ([share, vector]) => share?.kind === 'number' && vector !== undefined,
  time: (args) => args.length === 0,
};

function isRange([first]: readonly Expression[]): boolean {
  return first?.kind === 'selector' && first.rangeMs !== null;
}

function unsupported(text: string, at: number, what: string): UnsupportedExpression {
  const message = `${what} at character ${at} is not evaluated here: ${text}`;
  return new UnsupportedExpression(message);
}

function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

const UNITS_MS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** As in `5m` or `1h30m`. @throws UnsupportedExpression for anything else. */
export function durationMs(text: string): number {
  if (!/^(\d+(ms|[smhd]))+$/.test(text)) {
    throw new UnsupportedExpression(`"${text}" is not a duration, as in 5m or 1h30m`);
  }
  const parts = [...text.matchAll(/(\d+)(ms|[smhd])/g)];
  return parts.reduce(
    (sum, [, count, unit = '']) => sum + Number(count) * (UNITS_MS[unit] ?? 0),
    0,
  );
}
