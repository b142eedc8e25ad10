/** What does not agree in a ledger, and at which entry (null when it is no single one). */
export interface LedgerProblem {
  readonly kind:
    | 'gap'
    | 'chain'
    | 'hash'
    | 'day'
    | 'sum'
    | 'postings'
    | 'cause'
    | 'reversal'
    | 'note'
    | 'head'
    | 'balance'
    | 'rollup'
    | 'overdrawn'
    | 'period'
  readonly seq: number | null
  readonly detail: string
}
