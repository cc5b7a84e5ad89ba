import { builtinRules } from 'eslint/use-at-your-own-risk';

const countRule = builtinRules.get('max-params');

/** Collaborators that Nest may inject into one class. */
const INJECTED_MAX = 8;

/**
 * ESLint's max-params, except for constructors that only take what is injected: no caller writes
 * their calls, and hiding a collaborator would not make the class know less.
 */
export default {
  meta: countRule.meta,
  create(context) {
    const report = (problem) => {
      if (!isInjected(problem.node)) context.report(problem);
    };
    return countRule.create(Object.create(context, { report: { value: report } }));
  },
};

function isInjected({ params, parent }) {
  const whole = params.every(({ type }) => type === 'TSParameterProperty');
  return parent.kind === 'constructor' && whole && params.length <= INJECTED_MAX;
}
