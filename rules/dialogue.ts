/** How long (minutes) the bot waits for the answer to a question before the line is dropped. */
export const questionMinutes = 30

/** How long (minutes) free words count as the reason that was asked for: soon after, people talk of something else. */
export const reasonMinutes = 5

/** How long (minutes) a reviewer can take a decision back by saying 撤; later it takes a reversal. */
export const revokeMinutes = 10

/** How long (minutes) after a report a lone photo of its sender becomes its evidence. */
export const photoMinutes = 10

/** After how long (minutes) a picture without a case is dropped: no line that still waits for an answer can claim it any more. */
export const looseMinutes = questionMinutes + photoMinutes

/** Two pictures are much alike when at most this many of the 64 bits of their looks differ. */
export const alikeBits = 6

/** How far back (days) a picture is compared with those of other cases. */
export const alikeDays = 400

/** A look with fewer bits set than this, or fewer unset, is a plain surface: many different pictures have it. */
export const plainBits = 6

/** How long (hours) the numbers of a list sent to a reviewer can be used for 「1通过 2驳回」. */
export const listHours = 24

/** Places shown in a ranking in chat when the line names no number. */
export const rankTop = 3

/** Most lines of a list the bot puts in one chat message. */
export const listLines = 10

/** Most people of a room the bot puts before the bookkeeper in one list. */
export const bindListMost = 40

/** Largest picture (bytes) that is kept. */
export const photoBytes = 10 * 1024 * 1024
