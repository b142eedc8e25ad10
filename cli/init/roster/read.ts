/** What a cell says, or what is wrong with it and what to do. */
export type Read<T> = { readonly value: T; readonly doubt?: Complaint } | { readonly complaint: Complaint }

/** What is wrong with a cell, and the remedy. */
export interface Complaint {
  readonly what: string
  readonly remedy: string
}

/** A cell that was read. */
export const read = <T>(value: T): Read<T> => ({ value })

/** A cell that cannot be read. */
export const unread = (what: string, remedy: string): { readonly complaint: Complaint } => ({ complaint: { what, remedy } })
