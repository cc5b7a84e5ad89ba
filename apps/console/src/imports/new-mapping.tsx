import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button, Form, Input, Label, TextField } from 'react-aria-components';
import type { OperationsTypes } from '#client';
import { send } from '../client/transport.js';
import { ErrorText } from '../frame/trouble.js';
import { Choice } from '../parts/choice.js';
import { useSayOf } from '../words/part.js';
import { IMPORT_WORDS } from './words.js';

type Mapping = OperationsTypes.CsvMappingRequest;

const PATH = '/v1/import-mappings';
const DELIMITERS = [',', ';', '\t', '|'] as const;
const DATES = [
  'YYYY-MM-DD',
  'DD.MM.YYYY',
  'DD/MM/YYYY',
  'MM/DD/YYYY',
  'YYYYMMDD',
] as const satisfies readonly Mapping['dateFormat'][];

type FileForm = Pick<Mapping, 'delimiter' | 'decimal' | 'dateFormat'>;
const USUAL: FileForm = { delimiter: ',', decimal: '.', dateFormat: 'YYYY-MM-DD' };

/** The columns that most banks have; the rest goes by the API. */
const COLUMNS = ['bookedOn', 'amount', 'currencyColumn', 'accountColumn', 'bankReference'] as const;

/** Saves which column is what. */
export function NewMapping(): ReactNode {
  const say = useSayOf(IMPORT_WORDS);
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [form, setForm] = useState(USUAL);
  const [columns, setColumns] = useState<Readonly<Record<string, string>>>({});
  const save = useMutation({
    mutationFn: (body: object) =>
      send({ method: 'PUT', path: `${PATH}/${encodeURIComponent(name)}`, body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [PATH] }),
  });
  const named = Object.fromEntries(Object.entries(columns).filter(([, column]) => column !== ''));
  return (
    <Form
      className="parts-form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ ...form, texts: [], ...named });
      }}
    >
      <h3>{say('mapping.new')}</h3>
      <FileForm of={form} onChange={setForm} name={name} onName={setName} />
      <div className="parts-row">
        {COLUMNS.map((each) => (
          <TextField
            key={each}
            className="field"
            isRequired={each === 'bookedOn'}
            value={columns[each] ?? ''}
            onChange={(column) => setColumns({ ...columns, [each]: column })}
          >
            <Label>{say(`column.${each}`)}</Label>
            <Input dir="auto" autoComplete="off" />
          </TextField>
        ))}
      </div>
      <Button type="submit" className="button" isDisabled={save.isPending}>
        {say('mapping.save')}
      </Button>
      {save.error !== null && (
        <p role="alert" className="note note-bad">
          <ErrorText of={save.error} />
        </p>
      )}
      {save.isSuccess && <p role="status">{say('mapping.saved')}</p>}
    </Form>
  );
}

type FileFormProps = {
  readonly of: FileForm;
  readonly onChange: (form: FileForm) => void;
  readonly name: string;
  readonly onName: (name: string) => void;
};

function FileForm({ of, onChange, name, onName }: FileFormProps): ReactNode {
  const say = useSayOf(IMPORT_WORDS);
  return (
    <div className="parts-row">
      <TextField className="field" isRequired value={name} onChange={onName}>
        <Label>{say('mapping.name')}</Label>
        <Input dir="ltr" autoComplete="off" />
      </TextField>
      <Choice
        label={say('delimiter')}
        value={of.delimiter}
        options={DELIMITERS.map((each) => [each, each === '\t' ? say('tab') : each])}
        onChoose={(each) => each !== '' && onChange({ ...of, delimiter: each })}
      />
      <Choice
        label={say('decimal')}
        value={of.decimal}
        options={[
          ['.', '1.50'],
          [',', '1,50'],
        ]}
        onChoose={(each) => each !== '' && onChange({ ...of, decimal: each })}
      />
      <Choice
        label={say('dates')}
        value={of.dateFormat}
        options={DATES.map((each) => [each, each])}
        onChoose={(each) => each !== '' && onChange({ ...of, dateFormat: each })}
      />
    </div>
  );
}
