import { TestVillage } from './village.ts'

/** Opens a village as it was founded, on the channel the deck is told on. */
export type Open = () => Promise<TestVillage>

/** Stories that hold on every channel: the same lines, the same answers. */
export interface Deck {
  readonly title: string
  readonly story: (open: Open) => void
}

const told: Deck[] = []

/** Tells the stories of a deck in the training village, and keeps them to be told on the other channels (tests/channels/decks.test.ts). */
export function deck(title: string, story: (open: Open) => void): void {
  told.push({ title, story })
  describe(title, () => {
    story(() => TestVillage.open())
  })
}

/** The decks of all story files loaded so far. */
export const decks = (): readonly Deck[] => told
