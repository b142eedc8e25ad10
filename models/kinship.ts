/** 与户主关系: how the members of a household are related to its head, in the roster's words; erased with the person. */
export interface KinshipStore {
  keep(person: string, relation: string): Promise<void>
  /** the members whose relation is known: person id → relation */
  of(household: string): Promise<ReadonlyMap<string, string>>
}
