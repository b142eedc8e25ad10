import { firstNumber } from '../../models/case.ts'
import type { Stores } from '../../models/stores/stores.ts'

/** True in a village that has not begun: nobody has reported anything yet, so there is nothing to tell. */
export const nothingEverReported = async (stores: Stores): Promise<boolean> => (await stores.cases.find(firstNumber)) === null
