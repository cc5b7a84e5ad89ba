import { signatureOf } from '../samples/series.js';
import { ARITHMETIC, COMPARISONS, type BinaryOperator } from './expression.js';
import type { Element, Value } from './vector.js';

type Arithmetic = (typeof ARITHMETIC)[number];
type Comparison = (typeof COMPARISONS)[number];

/** Joins two values as Prometheus does without modifiers: elements meet by all of their labels. */
export function combine(operator: BinaryOperator, left: Value, right: Value): Value {
  if (isArithmetic(operator)) return calculate(CALCULATE[operator], left, right);
  if (isComparison(operator)) return filter(COMPARE[operator], left, right);
  return combineSets(operator, vectorOf(left), vectorOf(right));
}

function calculate(compute: (a: number, b: number) => number, left: Value, right: Value): Value {
  if (typeof left === 'number' && typeof right === 'number') return compute(left, right);
  return pairs(left, right).map(({ labels, a, b }) => ({ labels, value: compute(a, b) }));
}

/** Keeps the elements of which it holds, with the number of the side that is a vector. */
function filter(holds: (a: number, b: number) => boolean, left: Value, right: Value): Value {
  return pairs(left, right).flatMap(({ labels, a, b }) => {
    return holds(a, b) ? [{ labels, value: typeof left === 'number' ? b : a }] : [];
  });
}

type Pair = { readonly labels: Element['labels']; readonly a: number; readonly b: number };

function pairs(left: Value, right: Value): Pair[] {
  if (typeof right === 'number') {
    return vectorOf(left).map(({ labels, value }) => ({ labels, a: value, b: right }));
  }
  if (typeof left === 'number') {
    return right.map(({ labels, value }) => ({ labels, a: left, b: value }));
  }
  const others = new Map(right.map(({ labels, value }) => [signatureOf(labels), value]));
  return left.flatMap(({ labels, value }) => {
    const other = others.get(signatureOf(labels));
    return other === undefined ? [] : [{ labels, a: value, b: other }];
  });
}

function combineSets(
  operator: BinaryOperator,
  left: readonly Element[],
  right: readonly Element[],
): Element[] {
  const onRight = new Set(right.map(({ labels }) => signatureOf(labels)));
  if (operator === 'and') return left.filter(({ labels }) => onRight.has(signatureOf(labels)));
  if (operator === 'unless') return left.filter(({ labels }) => !onRight.has(signatureOf(labels)));
  const onLeft = new Set(left.map(({ labels }) => signatureOf(labels)));
  return [...left, ...right.filter(({ labels }) => !onLeft.has(signatureOf(labels)))];
}

const CALCULATE: Readonly<Record<Arithmetic, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
};

const COMPARE: Readonly<Record<Comparison, (a: number, b: number) => boolean>> = {
  '>': (a, b) => a > b,
  '<': (a, b) => a < b,
  '>=': (a, b) => a >= b,
  '<=': (a, b) => a <= b,
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
};

function isArithmetic(operator: BinaryOperator): operator is Arithmetic {
  return ARITHMETIC.some((each) => each === operator);
}

function isComparison(operator: BinaryOperator): operator is Comparison {
  return COMPARISONS.some((each) => each === operator);
}

function vectorOf(value: Value): readonly Element[] {
  return typeof value === 'number' ? [{ labels: {}, value }] : value;
}
