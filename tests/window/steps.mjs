// A job told in steps: each is a test of its own, and none is tried after one that failed.

/**
 * The steps of one test. `onFailure` is told before a failed step is reported, while the window is
 * still there to be looked at.
 * @param {import("node:test").TestContext} t
 * @param {() => Promise<unknown>} onFailure
 */
export function steps(t, onFailure) {
  let hasFailed = false;
  return (name, act) =>
    t.test(name, { skip: hasFailed && "a step before it failed" }, async () => {
      try {
        await act();
      } catch (error) {
        hasFailed = true;
        // What went wrong first is what is told.
        await onFailure().catch(() => {});
        throw error;
      }
    });
}
