import { statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

const memory = '/dev/shm'

/** free bytes below which a full run might fill it */
const enough = 2 * 1024 ** 3

function freeIn(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return 0
  }
}

/**
 * Where tests keep their data. Each commit waits for the disk, and a run makes hundreds of thousands: they lie in memory where the
 * machine has some to spare. What is about the disk itself (tests/faults) stays on it.
 */
export const scratch = freeIn(memory) >= enough ? memory : tmpdir()
