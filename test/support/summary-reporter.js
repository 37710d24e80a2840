/** The last line of the run, for programs: `N passed, N failed`, with `, N skipped` where specs were skipped. */
export default class SummaryReporter {
  onRunComplete(_contexts, results) {
    // A file that does not even load has no failed test in it.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    process.stdout.write(
      `${results.numPassedTests} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}\n`,
    );
  }
}
