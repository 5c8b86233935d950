// Waiting for a condition instead of for a time.

/**
 * Asks again and again until the answer is truthy, and returns it.
 * @template T
 * @param {string} what what is waited for, to follow "Waited in vain for"
 * @param {() => T | Promise<T>} ask may throw while the answer is not there yet
 * @param {{ seconds?: number }} [limit]
 * @returns {Promise<T>}
 */
export async function until(what, ask, { seconds = 15 } = {}) {
  const end = performance.now() + seconds * 1000;
  let last;
  do {
    try {
      const answer = await ask();
      if (answer) return answer;
      last = undefined;
    } catch (error) {
      last = error;
    }
    await pause(20);
  } while (performance.now() < end);
  throw new Error(`Waited ${seconds} s in vain for ${what}.`, { cause: last });
}

/** @param {number} milliseconds */
function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
