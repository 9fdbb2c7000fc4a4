/** Tells the person something. Standard output belongs to the command that set-up is done for. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
