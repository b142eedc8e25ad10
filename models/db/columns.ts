import { EntitySchema, EntitySchemaOptions, type EntitySchemaColumnOptions } from 'typeorm'

/** PostgreSQL hands bigint over as words; a whole number of the village is always safe in a number. */
const asNumber = {
  to: (value: number | null) => value,
  from: (value: number | string | null) => (value === null ? null : Number(value)),
}

/** Words. */
export const words = { type: 'text' } as const satisfies EntitySchemaColumnOptions

/** Words, or nothing. */
export const maybeWords = { type: 'text', nullable: true } as const satisfies EntitySchemaColumnOptions

/** A whole number. */
export const whole = { type: 'bigint', transformer: asNumber } as const satisfies EntitySchemaColumnOptions

/** A whole number, or nothing. */
export const maybeWhole = { ...whole, nullable: true } as const satisfies EntitySchemaColumnOptions

/** A key of words. */
export const key = { type: 'text', primary: true } as const satisfies EntitySchemaColumnOptions

/** A key that is a whole number. */
export const numberKey = { ...whole, primary: true } as const satisfies EntitySchemaColumnOptions

/** A table as TypeORM sees it: its name and columns. */
export const table = (name: string, columns: Readonly<Record<string, EntitySchemaColumnOptions>>) =>
  new EntitySchema(Object.assign(new EntitySchemaOptions<Readonly<Record<string, unknown>>>(), { name, tableName: name, columns }))
