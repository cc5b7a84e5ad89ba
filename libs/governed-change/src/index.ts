export {
  activate,
  assertSecondPerson,
  propose,
  rollBack,
  withdraw,
  type GovernanceRule,
  type Refuse,
  type RollBack,
} from './decide.js';
export {
  UNGOVERNED,
  withActivation,
  withProposal,
  withWithdrawal,
  type Activation,
  type GovernedState,
  type Proposal,
  type Withdrawal,
} from './governed-state.js';
