import '../parts/parts.css';
import '../queue/queue.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { Button, Form, Input, Label, TextField } from 'react-aria-components';
import type { ProjectionServiceTypes } from '#client';
import { usePages } from '../client/read.js';
import { Trouble } from '../frame/trouble.js';
import { Grid, type Column } from '../grid/grid.js';
import { Key, useKeys } from '../keys/keys.js';
import { Amount } from '../money/amount.js';
import { Moment } from '../time/time.js';
import { useSay, type Say } from '../words/language.js';
import { foundBy, type PaymentsSearch } from './payments-search.js';

type Row = ProjectionServiceTypes.PaymentResponse;

const PAGE_ROWS = 100;
const keyOf = ({ paymentId }: Row): string => paymentId;

/** Payments, the newest first, narrowed by what one types or by chips. */
export function PaymentsPage(): ReactNode {
  const say = useSay();
  const search = useSearch({ from: '/payments' });
  const navigate = useNavigate();
  const { pages, rows, more } = usePages('/v1/payments', { ...search, limit: PAGE_ROWS }, keyOf);
  const to = (next: PaymentsSearch): void => void navigate({ to: '/payments', search: next });
  return (
    <div className="parts-list">
      <h1>{say('page.payments')}</h1>
      <Find search={search} to={to} />
      <Trouble of={pages} />
      {pages.isSuccess && rows.length === 0 ? (
        <p className="panel soft">{say('payments.none')}</p>
      ) : (
        <Grid
          label={say('page.payments')}
          rows={rows}
          keyOf={keyOf}
          columns={columnsOf(say)}
          selected={null}
          onSelect={({ paymentId }) =>
            void navigate({ to: '/payments/$paymentId', params: { paymentId } })
          }
          total={null}
          onNearEnd={more}
        />
      )}
    </div>
  );
}

type FindProps = { readonly search: PaymentsSearch; readonly to: (next: PaymentsSearch) => void };

function Find({ search, to }: FindProps): ReactNode {
  const say = useSay();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  useKeys([{ keys: ['/'], name: 'payments.find', run: () => field.current?.focus() }]);
  const find = (text: string): void => {
    const found = foundBy(text);
    if ('search' in found) to({ ...search, ...found.search });
    else void navigate({ to: '/payments/$paymentId', params: found });
  };
  return (
    <div className="parts-row">
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          find(field.current?.value ?? '');
        }}
      >
        <TextField className="field">
          <Label>
            {say('payments.find')} <Key of="/" />
          </Label>
          <Input ref={field} dir="auto" placeholder={say('payments.findHow')} />
        </TextField>
      </Form>
      {Object.entries(search).map(([name, value]) => (
        <span key={name} className="chip">
          {name} <bdi className="id">{value}</bdi>
          <Button
            className="queue-remove button-bare"
            aria-label={say('filter.remove', { name })}
            onPress={() => to(without(search, name))}
          >
            <X size={14} aria-hidden="true" />
          </Button>
        </span>
      ))}
    </div>
  );
}

function without(search: PaymentsSearch, name: string): PaymentsSearch {
  return Object.fromEntries(Object.entries(search).filter(([each]) => each !== name));
}

function columnsOf(say: Say): readonly Column<Row>[] {
  return [
    {
      id: 'at',
      head: say('payments.at'),
      width: 'minmax(190px, 1fr)',
      cell: ({ createdAt }) => <Moment at={createdAt} />,
    },
    {
      id: 'amount',
      head: say('amount'),
      width: 'minmax(120px, 1fr)',
      isNumber: true,
      cell: ({ amount }) => <Amount of={amount} />,
    },
    {
      id: 'status',
      head: say('filter.status'),
      width: 'minmax(120px, 1fr)',
      cell: ({ status, outcomeUnknown }) =>
        outcomeUnknown ? <span className="warn">{say('payment.unknown')}</span> : status,
    },
    {
      id: 'provider',
      head: say('provider'),
      width: 'minmax(64px, 0.5fr)',
      cell: ({ provider }) => provider,
    },
    {
      id: 'order',
      head: say('order'),
      width: 'minmax(130px, 1.5fr)',
      cell: ({ orderId }) => <bdi className="id">{orderId}</bdi>,
    },
    {
      id: 'customer',
      head: say('customer'),
      width: 'minmax(130px, 1.5fr)',
      cell: ({ customerId }) => <bdi className="id">{customerId}</bdi>,
    },
  ];
}
