import assert from "node:assert/strict";
import { connect } from "node:net";
import { test } from "node:test";

import { childrenOf, freePort, isAlive, start } from "./processes.mjs";
import { until } from "./wait.mjs";

test("waiting ends with the answer, or says what was waited for and why not", async () => {
  let asked = 0;
  assert.equal(await until("three", () => ++asked === 3 && "three"), "three");
  const failure = await until(
    "rain",
    () => {
      throw new Error("dry");
    },
    { seconds: 0.1 },
  ).catch((e) => e);
  assert.match(failure.message, /in vain for rain/);
  assert.equal(failure.cause.message, "dry");
});

test("a program is ended with all that it started", async () => {
  const shell = await start("sh", ["-c", "sleep 600 & echo started; trap '' TERM; wait"]);
  await shell.prints(/started/);
  const [sleeper] = await until(
    "the sleeper",
    () => childrenOf(shell.pid).length && childrenOf(shell.pid),
  );
  await shell.kill();
  assert.equal(await shell.ended, "SIGKILL");
  await until("the sleeper to be gone", () => !isAlive(sleeper));
});

test("a program that ignores being asked is ended all the same", async () => {
  const deaf = await start("sh", ["-c", "trap '' TERM; echo deaf; while :; do sleep 600; done"]);
  await deaf.prints(/deaf/);
  const [sleeper] = await until(
    "the sleeper",
    () => childrenOf(deaf.pid).length && childrenOf(deaf.pid),
  );
  await deaf.stop();
  assert.ok(deaf.hasEnded);
  await until("the sleeper to be gone", () => !isAlive(sleeper));
});

test("waiting for words that never come shows what came instead", async () => {
  const brief = await start("sh", ["-c", "echo something else"]);
  const failure = await brief.prints(/hello/, { seconds: 0.3 }).catch((error) => error);
  assert.match(failure.message, /something else/);
});

test("a program that is not there is one sentence", async () => {
  await assert.rejects(start("outturn-no-such-program", []), /could not be started/);
});

test("nothing listens on a free port", async () => {
  const port = await freePort();
  const refused = await new Promise((resolve) => {
    connect(port, "127.0.0.1").on("error", (error) => resolve(error.code));
  });
  assert.equal(refused, "ECONNREFUSED");
});
