/** A suggestion has a number and will be answered. */
export const suggestionKept = (number: number): string => `建议已记下（#${String(number)}），评议会上提，结果告诉您。`

/** A clue about bad conduct is kept in private. */
export const clueKept = (number: number): string => `线索已记下（#${String(number)}），只有评议小组和监督小组能看，不会在群里点名。`
