import Mocha from 'mocha'

/** Tells `xiangyue rules` of every test that ran, one line of JSON each behind a mark, whatever else the tests print. */
export default class RuleReporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options)
    const { EVENT_TEST_PASS, EVENT_TEST_FAIL } = Mocha.Runner.constants
    const tell = (test: Mocha.Runnable, passed: boolean, problem: string) => {
      process.stdout.write(`\n@rule ${JSON.stringify({ title: test.title, passed, problem })}\n`)
    }
    runner.on(EVENT_TEST_PASS, (test) => {
      tell(test, true, '')
    })
    // a hook that fails bears the title of the test it fails
    runner.on(EVENT_TEST_FAIL, (test, error: unknown) => {
      tell(test, false, error instanceof Error ? error.message : String(error))
    })
  }
}
