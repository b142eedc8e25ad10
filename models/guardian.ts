/** 监护人同意 (PIPL 31): a guardian has agreed that a child under 14 is bound to a contact; it stands until it is taken back. */
export interface GuardianConsent {
  /** person ids */
  readonly child: string
  readonly guardian: string
  /** UTC ms */
  readonly at: number
}

/** Guardians' consents; one that was taken back is kept as such, and erased with the child or the guardian. */
export interface GuardianStore {
  /** the consent that stands for a child; null when nobody has agreed, or it was taken back */
  standing(child: string): Promise<GuardianConsent | null>
  consent(consent: GuardianConsent): Promise<void>
  withdraw(child: string, by: string, at: number): Promise<void>
}
