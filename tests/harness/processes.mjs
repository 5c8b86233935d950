// Programs that a test starts: each in a process group of its own, so that it can be ended with
// whatever it started, and nothing else is.

import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";

import { until } from "./wait.mjs";

/** Those still running; none survives the test process. */
const running = new Set();
process.on("exit", () => {
  for (const program of running) signal(-program.pid, "SIGKILL");
});
for (const interruption of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.on(interruption, () => process.exit(1));

/** A program that was started. */
class Program {
  #child;
  #output = "";
  #ended;

  constructor(child, command) {
    this.#child = child;
    this.command = command;
    this.pid = child.pid;
    // A program that a failed test left behind does not keep the test process from ending.
    child.unref();
    for (const stream of child.stdio) stream.unref();
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8");
      stream.on("data", (text) => {
        this.#output += text;
      });
    }
    this.#ended = new Promise((resolve) => {
      child.on("exit", (code, by) => resolve(code ?? by));
    });
  }

  /** What it has printed so far, on both streams. */
  get output() {
    return this.#output;
  }

  get hasEnded() {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Its exit code, or the name of the signal that ended it. */
  get ended() {
    return this.#ended;
  }

  /** A pipe beyond the standard ones, as asked for in `start`. */
  pipe(number) {
    return this.#child.stdio[number];
  }

  /** Waits until it has printed a line that matches, and returns the match. */
  async prints(pattern, limit) {
    try {
      return await until(
        `${this.command} to print ${pattern}`,
        () => {
          const match = this.#output.match(pattern);
          if (!match && this.hasEnded) throw new Error(`${this.command} has ended.`);
          return match;
        },
        limit,
      );
    } catch (error) {
      throw new Error(`${error.message} It printed:\n${this.#output}`, { cause: error.cause });
    }
  }

  /** Ends it at once, as a power cut would, with all it started. */
  async kill() {
    this.#child.ref();
    signal(-this.pid, "SIGKILL");
    await this.#ended;
    running.delete(this);
  }

  /** Asks it to end, and ends it where it does not. */
  async stop() {
    this.#child.ref();
    signal(-this.pid, "SIGTERM");
    const patience = setTimeout(() => signal(-this.pid, "SIGKILL"), 3000);
    await this.#ended;
    clearTimeout(patience);
    // What it started may outlive it.
    signal(-this.pid, "SIGKILL");
    running.delete(this);
  }
}

/**
 * Starts a program.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, cwd?: string, pipes?: number }} [options]
 *   `env` is added to this process's own; `pipes` are asked for beyond the three standard ones
 * @returns {Promise<Program>}
 */
export async function start(command, args, { env = {}, cwd, pipes = 0 } = {}) {
  // Its input ends with this process, which tells a program that ends with its input to do so.
  const stdio = ["pipe", "pipe", "pipe", ...Array(pipes).fill("pipe")];
  const child = spawn(command, args, {
    cwd,
    detached: true,
    env: { ...process.env, ...env },
    stdio,
  });
  await new Promise((resolve, reject) => {
    child.once("spawn", resolve);
    child.once("error", (error) => {
      reject(new Error(`${command} could not be started: ${error.message}.`));
    });
  });
  const program = new Program(child, command);
  running.add(program);
  program.ended.then(() => {
    // A group without a leader stays in the list until it is stopped.
    if (!isGroupAlive(program.pid)) running.delete(program);
  });
  return program;
}

/** A port of the loopback address on which nothing listens. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The processes that a process started and that still run (Linux). */
export function childrenOf(parent) {
  const processes = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return processes.map(Number).filter((pid) => {
    try {
      // The name stands in brackets and may hold anything; the parent is the second word after it.
      const after = readFileSync(`/proc/${pid}/stat`, "utf8").split(")").at(-1);
      return Number(after.trim().split(" ")[1]) === parent;
    } catch {
      return false;
    }
  });
}

/** Whether a process runs (Linux): one that has ended and is not yet taken leave of does not. */
export function isAlive(pid) {
  try {
    const after = readFileSync(`/proc/${pid}/stat`, "utf8").split(")").at(-1);
    return after.trim()[0] !== "Z";
  } catch {
    return false;
  }
}

function isGroupAlive(pid) {
  return signal(-pid, 0);
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
    return true;
  } catch {
    return false;
  }
}
