import { writeFileSync } from 'node:fs'
import Mocha from 'mocha'

/** How many of the slowest tests are named at the end of a run. */
const shown = 10

/** Tells the run test by test, then names the ten slowest and, on the last line, how many passed and failed. */
export default class Slowest extends Mocha.reporters.Spec {
  private readonly passed: { readonly title: string; readonly ms: number }[] = []
  private readonly files = new Set<string>()
  private readonly counts = process.env.TEST_COUNTS

  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options)
    // a test run that a test starts counts for itself
    delete process.env.TEST_COUNTS
    runner.on(Mocha.Runner.constants.EVENT_TEST_PASS, (test) => {
      this.passed.push({ title: test.fullTitle(), ms: test.duration ?? 0 })
      this.files.add(test.file ?? '')
    })
  }

  /** Also writes `{passed, failed}` to the file that the variable TEST_COUNTS names, for the build. */
  override epilogue(): void {
    super.epilogue()
    const slowest = this.passed.toSorted((a, b) => b.ms - a.ms).slice(0, shown)
    const { passes: passed, failures: failed } = this.stats
    console.log(`  the ${slowest.length} slowest of ${passed} tests in ${this.files.size} files\n`)
    for (const { title, ms } of slowest) console.log(`  ${String(ms).padStart(6)} ms  ${title}`)
    console.log(`\n${passed} passed, ${failed} failed`)
    if (this.counts !== undefined) writeFileSync(this.counts, JSON.stringify({ passed, failed }))
  }
}
