import { here } from '../../models/reply.ts'
import * as texts from '../../texts/query/query.ts'
import { command, holdsRole, type Command, type NewcomerCommand } from '../command.ts'

/** Three lines fit a villager's screen with the heading. */
const LINES = 3

/** 帮助: what the speaker's offices allow, in at most four lines; written from the commands themselves. */
export const showHelp = (all: () => readonly (Command | NewcomerCommand)[]): Command =>
  command({
    intent: 'help',
    words: ['帮助', '怎么用', '帮忙说明'],
    examples: ['帮助'],
    role: 'villager',
    help: '帮助',
    handle(_slots, { speaker }) {
      const mine = all().filter((one) => one.role !== 'newcomer' && holdsRole(speaker.roles, one.role))
      const besides = all().flatMap(({ officeHelp }) => (officeHelp && speaker.roles.includes(officeHelp.role) ? [officeHelp.help] : []))
      const alsoBound = all().flatMap(({ boundHelp }) => boundHelp ?? [])
      const sayings = [...mine.map((one) => one.help), ...alsoBound, ...besides]
      const perLine = Math.ceil(sayings.length / LINES)
      const lines = Array.from({ length: LINES }, (_, index) => sayings.slice(index * perLine, (index + 1) * perLine).join('｜')).filter(
        (line) => line !== '',
      )
      return Promise.resolve([here(texts.help(lines))])
    },
  })
