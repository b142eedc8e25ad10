import { intents, type Reading } from '../../intent.ts'
import type { OpenQuestion, Question } from '../../question.ts'
import type { QuestionStore } from '../../stores/stores.ts'
import { int, isRow, json, text, textOrNull, type Row } from '../row.ts'
import type { Sql } from '../sql.ts'

const isQuestion = (value: unknown): value is Question =>
  isRow(value) && typeof value['about'] === 'string' && typeof value['text'] === 'string' && Array.isArray(value['options'])

const isReading = (value: unknown): value is Reading =>
  isRow(value) && intents.some((name) => name === value['intent']) && isRow(value['slots'])

const openQuestionOf = (row: Row): OpenQuestion => ({
  ...json(row, 'question', isQuestion),
  id: text(row, 'id'),
  person: text(row, 'person'),
  room: textOrNull(row, 'room'),
  reading: json(row, 'reading', isReading),
  line: text(row, 'line'),
  askedAt: int(row, 'asked_at'),
  expiresAt: int(row, 'expires_at'),
})

/** The questions one village's bot waits for. */
export function questionStore(sql: Sql, village: string, newId: (prefix: string) => string): QuestionStore {
  return {
    async open(question) {
      const id = newId('question')
      const { about, text: words, options, free, minutes } = question
      await sql.write(
        `INSERT INTO open_question (village, id, seq, person, room, question, reading, line, asked_at, expires_at)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          village,
          id,
          await sql.stamp(),
          question.person,
          question.room,
          JSON.stringify({ about, text: words, options, free, minutes }),
          JSON.stringify(question.reading),
          question.line,
          question.askedAt,
          question.expiresAt,
        ],
      )
      return { ...question, id }
    },
    async waiting(person, room, now) {
      const row = await sql.one(
        `SELECT id, person, room, question, reading, line, asked_at, expires_at FROM open_question
          WHERE village = $1 AND person = $2 AND room IS NOT DISTINCT FROM $3 AND closed_at IS NULL AND expires_at > $4
          ORDER BY seq DESC LIMIT 1`,
        [village, person, room, now],
      )
      return row && openQuestionOf(row)
    },
    async close(id, at) {
      await sql.write('UPDATE open_question SET closed_at = $1 WHERE village = $2 AND id = $3 AND closed_at IS NULL', [at, village, id])
    },
  }
}
