import { spawn } from 'node:child_process';
import { root } from './root.mjs';

/** A program that did not do what it was to do. */
export class RunError extends Error {
  /** @param {string} output what the program printed, where it was not shown at once */
  constructor(message, output) {
    super(message);
    this.output = output;
  }
}

let current;

/** Ends the program that is running, if one is: to be called when this process is told to end. */
export function endCurrent(signal) {
  current?.kill(signal);
}

/**
 * Runs a program to its end, in the project's folder.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {object} options
 * @param {Record<string, string | undefined>} [options.env] on top of this process's; `undefined` takes one away
 * @param {boolean} [options.show] shows its output as it comes, on stderr; else it is kept for the error
 * @param {number} [options.timeoutMs] after which it is ended
 * @param {(pid: number | undefined) => void} [options.onStart]
 * @throws {RunError} where it cannot be started or does not end with 0
 */
export function run(command, args, { env = {}, show = false, timeoutMs, onStart } = {}) {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: show ? ['ignore', 2, 2] : ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
    });
    current = child;
    onStart?.(child.pid);
    for (const stream of show ? [] : [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk) => (output += chunk));
    }
    const what = [command === process.execPath ? 'node' : command, ...args].join(' ');
    child.on('error', (error) => reject(new RunError(`${what}: ${error.message}`, output)));
    child.on('close', (code, signal) => {
      current = undefined;
      if (code === 0) resolve();
      else reject(new RunError(`${what} ended with ${signal ?? `code ${code}`}`, output));
    });
  });
}
