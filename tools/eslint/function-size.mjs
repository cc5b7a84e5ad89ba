import { builtinRules } from 'eslint/use-at-your-own-risk';

const sizeRule = builtinRules.get('max-lines-per-function');

/** Functions that only group tests; each test in them is measured on its own. */
const GROUPS = /^describe(\.|$)/;

/**
 * ESLint's max-lines-per-function, except for the functions that group tests: those given to
 * `describe`, and those that hold a `describe` (contract suites).
 */
export default {
  meta: sizeRule.meta,
  create(context) {
    const report = (problem) => {
      if (!groupsTests(problem.node, context.sourceCode)) context.report(problem);
    };
    return sizeRule.create(Object.create(context, { report: { value: report } }));
  },
};

function groupsTests(node, sourceCode) {
  const { parent } = node;
  if (isGroupCall(parent, sourceCode)) return true;
  // Of a method the rule reports the definition, whose value is the function.
  const body = node.body ?? node.value?.body;
  const statements = body?.type === 'BlockStatement' ? body.body : [];
  return statements.some(
    ({ type, expression }) => type === 'ExpressionStatement' && isGroupCall(expression, sourceCode),
  );
}

function isGroupCall(node, sourceCode) {
  return node?.type === 'CallExpression' && GROUPS.test(sourceCode.getText(node.callee));
}
