import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import type { MediaStore } from '../../stores/stores.ts'
import { codeOf } from '../database-problem.ts'

const isSha256 = (word: string): boolean => /^[0-9a-f]{64}$/.test(word)

const placeOf = (dataDir: string, sha256: string) => join(dataDir, 'media', sha256.slice(0, 2), sha256.slice(2))

/** Pictures and files under `DATA_DIR/media/ab/cdef…`; what was kept is on the disk before `keep` answers. */
export function createMediaStore(dataDir: string, newId: (prefix: string) => string): MediaStore {
  return {
    async keep(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const place = placeOf(dataDir, sha256)
      if (await isWhole(place, bytes.length)) return sha256
      await mkdir(dirname(place), { recursive: true })
      // its own name for each writer, so that two keeping the same picture do not write into one file
      const draft = `${place}.${newId('draft')}.tmp`
      try {
        await writeDurably(draft, bytes)
        await rename(draft, place)
        await syncFolder(dirname(place))
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
      return sha256
    },
    async read(sha256) {
      if (!isSha256(sha256)) return null
      try {
        return await readFile(placeOf(dataDir, sha256))
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return null
        throw error
      }
    },
    async forget(sha256) {
      if (!isSha256(sha256)) return
      const place = placeOf(dataDir, sha256)
      try {
        await unlink(place)
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return
        throw error
      }
      await syncFolder(dirname(place))
    },
  }
}

async function isWhole(place: string, size: number): Promise<boolean> {
  try {
    const file = await open(place, 'r')
    try {
      return (await file.stat()).size === size
    } finally {
      await file.close()
    }
  } catch {
    return false
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A rename or a deletion lasts through a power cut only when the folder is written too. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
