import type { DataSource } from 'typeorm';
import type { Table } from './projection.js';

/** How an entity's fields are called in its table. */
export type TableShape = {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly primaryKey: readonly Column[];
};

export type Column = { readonly field: string; readonly name: string };

export function shapeOf(dataSource: DataSource, table: Table<object>): TableShape {
  const { tableName, columns, primaryColumns } = dataSource.getMetadata(table);
  const names = ({ propertyName, databaseName }: (typeof columns)[number]): Column => ({
    field: propertyName,
    name: databaseName,
  });
  return { name: tableName, columns: columns.map(names), primaryKey: primaryColumns.map(names) };
}
