// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reporter, TestModule } from 'vitest/node';

/** Prints `N passed, N failed, N skipped` as the very last line of the run, whatever ended it. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const states = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result().state),
    );
    const count = (state: string) => states.filter((s) => s === state).length;
    const failed = count('failed') + modules.filter(failedOutsideItsTests).length + unhandled.length;
    const skipped = states.length - count('passed') - count('failed');
    const line = `${count('passed')} passed, ${failed} failed, ${skipped} skipped`;
    process.on('exit', () => console.log(`\n${line}`));
  }
}

/** A file that does not even import has no failed test of its own, and must count all the same. */
function failedOutsideItsTests(module: TestModule): boolean {
  return (
    module.state() === 'failed' && ![...module.children.allTests()].some((t) => t.result().state === 'failed')
  );
}
