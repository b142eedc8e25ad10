const { PROPERTY_RUNS, PROPERTY_SEED, PROPERTY_PATH, PROPERTY_REPLAY, PROPERTY_SHRINK } = process.env

const seed = (): number => {
  const drawn = Number(PROPERTY_SEED ?? 20261122)
  process.stderr.write(`PROPERTY_SEED=${String(drawn)}\n`)
  return drawn
}

/**
 * How the properties are run. A failure prints `seed`, `path` and (for the steps) `replayPath`: given back as `PROPERTY_SEED`,
 * `PROPERTY_PATH` and `PROPERTY_REPLAY` they reproduce it. `PROPERTY_RUNS` is for a longer night, `PROPERTY_SHRINK=no` for a quick look.
 */
export const settings = {
  runs: (usual: number): number => Number(PROPERTY_RUNS ?? usual),
  replay: () => ({
    endOnFailure: PROPERTY_SHRINK === 'no',
    // the same runs on every machine; the faults deck and a longer night draw others
    seed: seed(),
    ...(PROPERTY_PATH === undefined ? {} : { path: PROPERTY_PATH }),
  }),
  replayPath: () => (PROPERTY_REPLAY === undefined ? {} : { replayPath: PROPERTY_REPLAY }),
}
