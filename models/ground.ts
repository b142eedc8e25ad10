/** What the register knows of a person that the base points depend on (JY-3, YX-1); erased with the person. */
export interface PersonGround {
  readonly person: string
  readonly inTown: boolean
  readonly contracted: boolean
  readonly moved: boolean
}

/** 基础分的依据; whoever has no row lives in the village, is contracted, and has the hukou here. */
export interface GroundStore {
  all(): Promise<readonly PersonGround[]>
  set(ground: PersonGround, by: string, at: number): Promise<void>
}
