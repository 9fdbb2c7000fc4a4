/* Paints sample photographs in styles and presets, and lays them out on one sheet: see USAGE. */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { openChosenEngine } from './cli/open-engine';
import { openLibrary } from './cli/open-library';
import { asUsage, runCli } from './cli/run-cli';
import { parseArguments, USAGE, type Choices } from './gallery/arguments';
import { sheetHtml } from './gallery/html';
import { findCell, paintCell, type PaintedCell } from './gallery/paint-cell';
import { planCells } from './gallery/plan';
import { sheetPng } from './gallery/png';
import { rowsOf } from './gallery/rows';

const samples = join(import.meta.dirname, '../public/samples');

await runCli(async () => {
  const interrupted = new AbortController();
  // Once: whoever presses Ctrl+C again means it.
  process.once('SIGINT', () => interrupted.abort());
  const library = await openLibrary();
  const given = parseArguments(process.argv.slice(2), await readChoices(), () => library.defaultNetwork());
  if (given === 'help') {
    process.stdout.write(USAGE);
    return;
  }
  const { out, network } = given;
  const plan = planCells(given);
  await asUsage(
    () => mkdir(out, { recursive: true }),
    (message) => `--out: ${message}`,
  );
  for (const id of [...given.photographs, ...given.styles]) {
    await copyFile(join(samples, `${id}.jpg`), join(out, `${id}.jpg`));
  }
  const opened = await asUsage(() => library.open(network));
  const engine = await openChosenEngine(given.engine);
  const studio = { samples, out, engine, opened, signal: interrupted.signal };
  const painted: PaintedCell[] = [];
  try {
    for (const [index, cell] of plan.entries()) {
      const earlier = await findCell(cell, studio);
      const what = `${index + 1}/${plan.length} ${cell.photograph}, ${cell.style}, ${cell.preset}`;
      const picture = earlier ?? (await paintCell(cell, studio));
      if (picture === undefined) break;
      painted.push(picture);
      const how = earlier === undefined ? `${picture.outcome.seconds.toFixed(1)} s` : 'is there already';
      process.stderr.write(`${what}: ${how}\n`);
      if (interrupted.signal.aborted) break;
    }
  } finally {
    await engine.dispose();
  }
  if (painted.length === 0) return;
  const rows = rowsOf(painted);
  const title = `Atelier: ${network}, ${engine.name} (${engine.device})`;
  await writeFile(join(out, 'index.html'), sheetHtml(title, rows));
  await writeFile(join(out, 'sheet.png'), await sheetPng(rows, out));
  process.stdout.write(`${join(out, 'index.html')}\n${join(out, 'sheet.png')}\n`);
});

async function readChoices(): Promise<Choices> {
  const schema = z.array(z.object({ id: z.string(), kind: z.enum(['content', 'style']) }));
  const known = schema.parse(JSON.parse(await readFile(join(samples, 'samples.json'), 'utf8')));
  const ids = (kind: 'content' | 'style') =>
    known.flatMap((sample) => (sample.kind === kind ? [sample.id] : []));
  return { photographs: ids('content'), styles: ids('style') };
}
