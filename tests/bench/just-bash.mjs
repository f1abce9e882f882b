/** Compares our shell with just-bash over every line of the differential tables, bash being the judge: `npm run compare`. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build, createServer } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const HOME = '/home/visitor';
/** A line that takes longer counts as a disagreement, in milliseconds. */
const PATIENCE = 5_000;

/** A line is a row; lines that are indented by four spaces continue it. */
const rowsOf = (directory) =>
  readdirSync(directory)
    .filter((name) => name.endsWith('.rows'))
    .flatMap((name) => readFileSync(join(directory, name), 'utf8').trimEnd().replaceAll('\n    ', '\0').split('\n'))
    .map((row) => row.replaceAll('\0', '\n'));

const kB = (bytes) => (bytes / 1000).toFixed(0);
const weigh = (texts) => [brotliCompressSync, gzipSync].map((pack) => kB(texts.reduce((sum, text) => sum + pack(text).length, 0)));

/** The built page's engine chunk with every chunk that it needs or can load: xterm.js, commands, exhibits, themes. */
const ourChunks = () => {
  const assets = join(root, 'dist', 'assets');
  const names = readdirSync(assets);
  const seen = new Set(names.filter((name) => /^engine-.*\.js$/.test(name)));
  for (const name of seen) {
    for (const [, next] of readFileSync(join(assets, name), 'utf8').matchAll(/["'`]\.\/([\w.-]+\.js)["'`]/g)) {
      if (names.includes(next)) seen.add(next);
    }
  }
  return [...seen].map((name) => readFileSync(join(assets, name)));
};

/** The browser entry, bundled and minified as a page would have it. */
const theirChunks = async (entry, scratch) => {
  const page = join(scratch, 'page.js');
  writeFileSync(page, `import { Bash } from ${JSON.stringify(entry)};\nglobalThis.Bash = Bash;\n`);
  const { output } = await build({
    root: scratch,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, rolldownOptions: { input: page, external: /^node:/ } },
  });
  return output.filter(({ type }) => type === 'chunk').map(({ code }) => code);
};

/** The exported tree as just-bash takes it: absolute path to content, mode and time. */
const filesOf = (tree) =>
  Object.fromEntries(
    readdirSync(tree, { recursive: true })
      .map((name) => [name, statSync(join(tree, name))])
      .filter(([, info]) => info.isFile())
      .map(([name, info]) => [
        `${HOME}/${name}`,
        { content: readFileSync(join(tree, name), 'utf8'), mode: info.mode & 0o777, mtime: info.mtime },
      ]),
  );

/** Runs the lines one after the other; what throws or never ends is an outcome that agrees with nothing. */
const measure = async (lines, run) => {
  const outcomes = [];
  const before = performance.now();
  for (const line of lines) {
    let timer;
    const late = new Promise((resolve) => {
      timer = setTimeout(resolve, PATIENCE, undefined);
    });
    outcomes.push(await Promise.race([run(line).catch(() => undefined), late]));
    clearTimeout(timer);
  }
  return { outcomes, seconds: (performance.now() - before) / 1000 };
};

const entryOfTheirs = () => {
  try {
    return createRequire(import.meta.url).resolve('just-bash');
  } catch {
    return undefined;
  }
};

const scratch = mkdtempSync(join(tmpdir(), 'cvsh-compare-'));
const server = await createServer({
  root,
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
});
try {
  const { runInBash } = await server.ssrLoadModule('/tests/shell/bash.ts');
  const { createShell } = await server.ssrLoadModule('/tests/front-door.ts');
  const { createBuffer, emptyReader, nullWriter } = await server.ssrLoadModule('/src/os/stream.ts');
  const { exportTree } = await server.ssrLoadModule('/src/node/export.ts');

  const lines = ['shell', 'commands'].flatMap((layer) => rowsOf(join(root, 'tests', layer, 'differential')));
  const started = performance.now();
  const expected = await runInBash(lines);
  const bashSeconds = (performance.now() - started) / 1000;
  const table = [
    '| | lines as bash | kB brotli | kB gzip | seconds for all |',
    '| --- | ---: | ---: | ---: | ---: |',
    `| bash, GNU coreutils | ${lines.length} of ${lines.length} | – | – | ${bashSeconds.toFixed(1)} |`,
  ];
  const report = (name, { outcomes, seconds }, chunks) => {
    const agreeing = outcomes.filter(
      (outcome, i) => outcome?.stdout === expected[i].stdout && outcome?.status === expected[i].status,
    ).length;
    table.push(`| ${name} | ${agreeing} of ${lines.length} | ${weigh(chunks).join(' | ')} | ${seconds.toFixed(1)} |`);
  };

  const ours = await measure(lines, async (line) => {
    const { session } = createShell().machine;
    const stdout = createBuffer();
    const io = { stdin: emptyReader, stdout, stderr: nullWriter };
    await session.run(line, io).finished;
    const status = await session.end(io);
    return { stdout: stdout.text(), status };
  });
  report('cvsh', ours, ourChunks());

  const entry = entryOfTheirs();
  if (entry) {
    const directory = entry.slice(0, entry.lastIndexOf('just-bash') + 'just-bash'.length);
    const { version } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
    const { Bash } = await import(pathToFileURL(join(directory, 'dist/bundle/index.js')).href);
    const tree = join(scratch, 'tree');
    exportTree(createShell().machine.fs, HOME, tree);
    const files = filesOf(tree);
    const env = { HOME, LC_ALL: 'C.UTF-8', TZ: 'UTC', USER: 'visitor', LOGNAME: 'visitor' };
    const theirs = await measure(lines, async (line) => {
      const { stdout, exitCode } = await new Bash({ files, cwd: HOME, env }).exec(line);
      return { stdout, status: exitCode };
    });
    report(`just-bash ${version}`, theirs, await theirChunks(join(directory, 'dist/bundle/browser.js'), scratch));
  } else console.error('just-bash is not there: `npm i --no-save just-bash` first');
  console.log(table.join('\n'));
} finally {
  await server.close();
  rmSync(scratch, { recursive: true, force: true });
}
process.exit();
