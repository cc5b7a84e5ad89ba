import { X } from 'lucide-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useSay } from '../words/language.js';
import { CASE_SORTS, type QueueSearch } from './queue-search.js';

const OFFERED: readonly QueueSearch[] = [
  { scoreMin: '0.5' },
  { scoreMin: '0.75' },
  { status: 'closed' },
  { status: 'ended' },
];

/** What the list is narrowed to, each as a chip that can be taken away. */
export function QueueFilters({ search }: { readonly search: QueueSearch }): ReactNode {
  const say = useSay();
  const navigate = useNavigate();
  const to = (next: QueueSearch): void => void navigate({ to: '.', search: next as never });
  const without = (name: string): QueueSearch =>
    Object.fromEntries(Object.entries(search).filter(([each]) => each !== name));
  const { sort: _sort, ...filters } = search;
  return (
    <div className="queue-filters">
      {Object.entries(filters).map(([name, value]) => (
        <span key={name} className="chip">
          {say(`filter.${name as keyof typeof filters}`)} <bdi className="id">{value}</bdi>
          <Button
            className="button-bare queue-remove"
            aria-label={say('filter.remove', {
              name: say(`filter.${name as keyof typeof filters}`),
            })}
            onPress={() => to(without(name))}
          >
            <X size={14} aria-hidden="true" />
          </Button>
        </span>
      ))}
      <MenuTrigger>
        <Button className="button">{say('filter.add')}</Button>
        <Popover className="popover">
          <Menu className="menu" aria-label={say('filter.add')}>
            {OFFERED.map((offer) => {
              const [name = 'status', value = ''] = Object.entries(offer)[0] ?? [];
              return (
                <MenuItem
                  key={`${name}${value}`}
                  className="menu-item"
                  onAction={() => to({ ...search, ...offer })}
                >
                  {say(`filter.${name as keyof typeof filters}`)} {value}
                </MenuItem>
              );
            })}
          </Menu>
        </Popover>
      </MenuTrigger>
      <SortMenu search={search} to={to} />
    </div>
  );
}

type SortProps = { readonly search: QueueSearch; readonly to: (next: QueueSearch) => void };

function SortMenu({ search, to }: SortProps): ReactNode {
  const say = useSay();
  const { sort = 'oldest' } = search;
  return (
    <MenuTrigger>
      <Button className="button">{say('sort', { by: say(`sort.${sort}`) })}</Button>
      <Popover className="popover">
        <Menu className="menu" aria-label={say('sort', { by: '' })}>
          {CASE_SORTS.filter((each) => each !== 'largest' || search.currency !== undefined).map(
            (each) => (
              <MenuItem
                key={each}
                className="menu-item"
                onAction={() => to({ ...search, sort: each })}
              >
                {say(`sort.${each}`)}
              </MenuItem>
            ),
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
