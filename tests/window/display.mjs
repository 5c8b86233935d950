// A display and a message bus of the tests' own: what a person has open is neither seen nor touched.

import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { start } from "../harness/processes.mjs";
import { screen } from "../harness/screen.mjs";
import { until } from "../harness/wait.mjs";

/**
 * Starts both.
 * @param {string} folder for the bus's socket and settings
 * @param {{ width: number, height: number }} [size]
 * @returns {Promise<{ env: Record<string, string>, close: () => Promise<void> }>} the variables by
 *   which programs find them, and how to end them
 */
export async function openDisplay(folder, size = screen) {
  const started = [];
  try {
    const display = await startDisplay(size);
    started.push(display.program);
    const bus = await startBus(folder);
    started.push(bus.program);
    const env = {
      DISPLAY: display.name,
      WAYLAND_DISPLAY: "",
      GDK_BACKEND: "x11",
      DBUS_SESSION_BUS_ADDRESS: bus.address,
      // Without these, GTK looks for services that a bus of one's own does not have.
      NO_AT_BRIDGE: "1",
      GTK_USE_PORTAL: "0",
      GSETTINGS_BACKEND: "memory",
      // There is no graphics card to draw with.
      LIBGL_ALWAYS_SOFTWARE: "1",
      LC_ALL: "C.UTF-8",
    };
    return { env, close: () => stopAll(started) };
  } catch (error) {
    await stopAll(started);
    throw error;
  }
}

async function startDisplay({ width, height }) {
  const options = ["-screen", "0", `${width}x${height}x24`, "-nolisten", "tcp", "-noreset"];
  // It takes the first number that is free and writes it to the pipe.
  const program = await start("Xvfb", ["-displayfd", "3", ...options], { pipes: 1 });
  let number = "";
  program.pipe(3).on("data", (bytes) => {
    number += bytes;
  });
  await until("Xvfb to name its display", () => {
    if (program.hasEnded) throw new Error(program.output);
    return number.endsWith("\n");
  });
  return { program, name: `:${number.trim()}` };
}

async function startBus(folder) {
  const settings = join(folder, "bus.conf");
  writeFileSync(
    settings,
    `<busconfig>
      <type>session</type>
      <listen>unix:dir=${folder}</listen>
      <policy context="default">
        <allow send_destination="*" eavesdrop="true"/>
        <allow eavesdrop="true"/>
        <allow own="*"/>
      </policy>
    </busconfig>`,
  );
  const options = [`--config-file=${settings}`, "--nofork", "--nopidfile", "--print-address=1"];
  const program = await start("dbus-daemon", options);
  const [address] = await program.prints(/unix:\S+/);
  return { program, address };
}

async function stopAll(programs) {
  for (const program of programs.reverse()) await program.stop();
}
