/** The part of PromQL that the rules use, and no more: all else is refused when it is read. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | Selector
  | { readonly kind: 'call'; readonly name: FunctionName; readonly args: readonly Expression[] }
  | {
      readonly kind: 'aggregate';
      readonly operator: Aggregation;
      /** The labels that stay; none: one number of all. */
      readonly by: readonly string[];
      readonly operand: Expression;
    }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    };

export type Selector = {
  readonly kind: 'selector';
  readonly metric: string;
  readonly matchers: readonly Matcher[];
  /** Null: the newest sample of each series. */
  readonly rangeMs: number | null;
};

export type Matcher = {
  readonly label: string;
  readonly operator: '=' | '!=' | '=~' | '!~';
  readonly value: string;
};

export const FUNCTIONS = ['rate', 'increase', 'histogram_quantile', 'time'] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

export const AGGREGATIONS = ['sum', 'max', 'min', 'avg', 'count'] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

export const ARITHMETIC = ['+', '-', '*', '/'] as const;
export const COMPARISONS = ['>', '<', '>=', '<=', '==', '!='] as const;
export const SET_OPERATORS = ['and', 'unless', 'or'] as const;
export const BINARY_OPERATORS = [...ARITHMETIC, ...COMPARISONS, ...SET_OPERATORS] as const;
export type BinaryOperator = (typeof BINARY_OPERATORS)[number];

/** Every selector in it. */
export function selectorsOf(expression: Expression): readonly Selector[] {
  switch (expression.kind) {
    case 'number':
      return [];
    case 'selector':
      return [expression];
    case 'call':
      return expression.args.flatMap(selectorsOf);
    case 'aggregate':
      return selectorsOf(expression.operand);
    case 'binary':
      return [...selectorsOf(expression.left), ...selectorsOf(expression.right)];
  }
}
