import { useState, type ReactNode } from 'react';
import { Button, Form, Input, Label, NumberField } from 'react-aria-components';
import type { OperationsTypes } from '#client';
import { useRead } from '../client/read.js';
import { Panel } from '../parts/panel.js';
import { useSayOf } from '../words/part.js';
import { SimulationResult } from './simulation-result.js';
import { useSimulation } from './use-simulation.js';
import { MODEL_WORDS } from './words.js';

type Costs = OperationsTypes.CostsDocument;

/** What is offered to be changed, with its bounds; steps are those of the arrow keys. */
const COST_FIELDS = [
  { name: 'recoveryShare', max: 1, step: 0.05 },
  { name: 'insultEur', max: 10_000, step: 1 },
  { name: 'reviewMinuteEur', max: 1_000, step: 0.1 },
  { name: 'reviewsPerDayMax', max: 1_000_000, step: 10 },
] as const;

const THRESHOLDS = { reviewMin: 0.5, declineMin: 0.9 };

/** Other costs or thresholds over past payments, in money and hours, before they are proposed. */
export function Simulator(): ReactNode {
  const say = useSayOf(MODEL_WORDS);
  const query = useRead<OperationsTypes.FraudPolicyResponse>('/v1/fraud-policy');
  const costs = (query.data?.inForce.policy as { readonly costs?: Costs | null } | undefined)?.costs;
  return (
    <Panel title={say('simulator')} of={query}>
      <p className="soft">{say('simulator.how')}</p>
      {query.data &&
        (costs ? <ByCosts key={query.data.inForce.policyHash} of={costs} /> : <ByThresholds />)}
    </Panel>
  );
}

function ByCosts({ of }: { readonly of: Costs }): ReactNode {
  const say = useSayOf(MODEL_WORDS);
  const [costs, setCosts] = useState(of);
  const simulation = useSimulation();
  return (
    <Question
      how={say('simulator.costs')}
      simulation={simulation}
      ask={() => simulation.start({ costs })}
    >
      {COST_FIELDS.map(({ name, max, step }) => (
        <Figure
          key={name}
          label={say(name)}
          value={costs[name]}
          max={max}
          step={step}
          onChange={(value) => setCosts({ ...costs, [name]: value })}
        />
      ))}
    </Question>
  );
}

function ByThresholds(): ReactNode {
  const say = useSayOf(MODEL_WORDS);
  const [thresholds, setThresholds] = useState(THRESHOLDS);
  const simulation = useSimulation();
  return (
    <Question
      how={say('simulator.thresholds')}
      simulation={simulation}
      ask={() => simulation.start(thresholds)}
    >
      {(['reviewMin', 'declineMin'] as const).map((name) => (
        <Figure
          key={name}
          label={say(name)}
          value={thresholds[name]}
          max={1}
          step={0.01}
          onChange={(value) => setThresholds({ ...thresholds, [name]: value ?? 0 })}
        />
      ))}
    </Question>
  );
}

type QuestionProps = {
  readonly how: string;
  readonly simulation: ReturnType<typeof useSimulation>;
  readonly ask: () => void;
  readonly children: ReactNode;
};

function Question({ how, simulation, ask, children }: QuestionProps): ReactNode {
  const say = useSayOf(MODEL_WORDS);
  return (
    <Form
      className="models-form"
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <p>{how}</p>
      <div className="models-fields">{children}</div>
      <Button type="submit" className="button button-main" isDisabled={simulation.isRunning}>
        {say('simulate')}
      </Button>
      <SimulationResult of={simulation} />
    </Form>
  );
}

type FigureProps = {
  readonly label: string;
  /** Null: no limit. */
  readonly value: number | null;
  readonly max: number;
  readonly step: number;
  readonly onChange: (value: number | null) => void;
};

function Figure({ label, value, max, step, onChange }: FigureProps): ReactNode {
  return (
    <NumberField
      className="field"
      minValue={0}
      maxValue={max}
      step={step}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
    >
      <Label>{label}</Label>
      <Input dir="ltr" />
    </NumberField>
  );
}
