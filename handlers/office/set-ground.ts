import { dateOf } from '../../models/dates.ts'
import type { PersonGround } from '../../models/ground.ts'
import type { Slots } from '../../models/intent.ts'
import { refuse } from '../../models/outcome.ts'
import { here, privately, type Reply } from '../../models/reply.ts'
import type { Household, Person } from '../../models/village.ts'
import { usualGround } from '../../rules/books/base-points.ts'
import { mainBook } from '../../rules/books/books.ts'
import { baseOf, giveBase } from '../../rules/books/give-base.ts'
import { pagesOf } from '../../rules/books/pages.ts'
import * as texts from '../../texts/people/ground.ts'
import { noHousehold, sentPrivately } from '../../texts/report/report.ts'
import type { Context } from '../command.ts'
import { personNamed } from '../people.ts'

type Word = keyof typeof texts.groundText

const changes: Readonly<Record<Word, Partial<PersonGround>>> = {
  登记住镇: { inTown: true },
  登记回村: { inTown: false },
  登记迁出: { moved: true },
  登记迁回: { moved: false },
  登记不承包: { contracted: false },
  登记承包: { contracted: true },
}

const isWord = (word: string): word is Word => Object.hasOwn(changes, word)

/** The words by which a line speaks of what base points depend on. */
export const groundWords: readonly Word[] = Object.keys(changes).filter(isWord)

/** What the line registers; null when it speaks of something else. */
export const groundIn = (line: string): Word | null => groundWords.find((word) => line.startsWith(word)) ?? null

async function personMeant(
  slots: Slots,
  word: Word,
  { stores, line, reading }: Context,
): Promise<{ person: Person; household: Household }> {
  const name = slots.who?.find((one) => one !== null && one !== 'self') ?? line.slice(word.length).trim()
  if (name === '') return refuse(texts.groundHow)
  const { person, household } = await personNamed(stores, name, reading.settled)
  return { person, household: household ?? refuse(noHousehold(person.name)) }
}

/** 登记住镇、迁出、承包 (JY-3, YX-1): a cadre registers what a person's base depends on; the base follows at once. */
export async function setGround(word: Word, slots: Slots, context: Context): Promise<readonly Reply[]> {
  const { stores, scheme, edition, speaker, room, now } = context
  const { main } = scheme.books
  if (main.base === 0) return refuse(texts.noBase)
  const { person, household } = await personMeant(slots, word, context)
  if (household.id === speaker.household?.id) return refuse(texts.ownGround)
  // a household lives where its head lives
  const about = main.holder === 'household' && changes[word].inTown !== undefined ? (household.head ?? person.id) : person.id
  const known = (await stores.ground.all()).find((ground) => ground.person === about)
  await stores.ground.set({ ...usualGround, ...known, ...changes[word], person: about }, speaker.person.id, now)
  await giveBase(stores, { scheme, edition }, now, household.id)
  const pages =
    main.holder === 'person' ? [person.id] : (await pagesOf(stores.register, scheme, mainBook, household.id)).map(({ holder }) => holder)
  const kind = main.holder === 'person' ? 'person' : 'household'
  const base = await baseOf(stores.ledger, mainBook, main, kind, pages, dateOf(now).slice(0, 4))
  const receipt = texts.groundSet(person.name, texts.groundText[word], base)
  return [
    ...(room?.kind === 'villagers' ? [here(sentPrivately), privately(speaker.person.id, receipt)] : [here(receipt)]),
    privately(person.id, receipt),
  ]
}
