/** What the programs say that cannot be here: one table, a row for the programs of one kind. */
import type { Command } from '../../../os/command.ts';
import type { Process } from '../../../os/process.ts';
import { FAILURE } from '../../../os/status.ts';
import { resumeOf } from '../../extension.ts';
import { editor } from './editor.ts';
import { inResume, type Unavailable, unavailable } from './program.ts';

/** Some programs that say the same: their names, the status of the real ones, what is said, and the technology that the résumé may mention. */
interface Row extends Pick<Unavailable, 'says'> {
  readonly names: string;
  readonly status: number;
  readonly summary: string;
  readonly seeAlso?: readonly string[];
}

/** The line that reads the newest job. */
const newest = (process: Process): string => {
  const [job] = resumeOf(process).jobs;
  return job === undefined ? 'cat about' : `cat ${job.slug}`;
};

/** Where a small model of a system runs, if this résumé has one of that name. */
const exhibit = (process: Process, slug: string, otherwise: string): string =>
  resumeOf(process).systems.some((system) => system.slug === slug) ? `To see one at work: ${slug}.` : otherwise;

const language =
  (technology: string, remark: string): Row['says'] =>
  (process) =>
    `${remark} The shell can calculate: echo $((6 * 7)). ${inResume(process, technology)}`;

const rows: readonly Row[] = [
  {
    names: 'docker docker-compose podman',
    status: FAILURE,
    summary: 'Say that there are no containers here',
    seeAlso: ['ps', 'systemctl'],
    says: (process) =>
      `Cannot connect to the Docker daemon: a browser tab is container enough. To see what is running: ps. ${inResume(process, 'Docker')}`,
  },
  {
    names: 'kubectl helm',
    status: FAILURE,
    summary: 'Say that there is no cluster here',
    seeAlso: ['systemctl', 'ps'],
    says: (process) =>
      `The connection to the server localhost:8080 was refused: one page, no cluster, nobody on call. To see what runs: systemctl. ${inResume(process, 'Kubernetes')}`,
  },
  {
    names: 'terraform ansible',
    status: FAILURE,
    summary: 'Say that there is no infrastructure here',
    seeAlso: ['tech'],
    says: (process) => `No changes. A page of static files needs no infrastructure. ${inResume(process, 'Terraform')}`,
  },
  {
    names: 'aws gcloud az',
    status: FAILURE,
    summary: 'Say that there is no cloud here',
    seeAlso: ['tech'],
    says: (process) => `no cloud behind this page: it is a few static files, and nothing is billed. ${inResume(process, 'AWS')}`,
  },
  {
    names: 'psql mysql sqlite3 mongo mongosh',
    status: 2,
    summary: 'Say that there is no database here',
    seeAlso: ['jq', 'tech'],
    says: () => "no server is running: the résumé is all the data there is, and jq queries it: jq '.work[].name' resume.json",
  },
  {
    names: 'redis-cli',
    status: FAILURE,
    summary: 'Say that there is no cache here',
    seeAlso: ['tech'],
    says: (process) =>
      `Could not connect to Redis at 127.0.0.1:6379: Connection refused. ${exhibit(process, 'bobble', '')} ${inResume(process, 'Redis')}`.replace(
        '  ',
        ' ',
      ),
  },
  {
    names: 'kafka-topics',
    status: FAILURE,
    summary: 'Say that there is no broker here',
    seeAlso: ['tech'],
    says: (process) => `no broker to connect to: what happens here is written to journalctl. ${inResume(process, 'Kafka')}`,
  },
  {
    names: 'npm npx yarn pnpm',
    status: FAILURE,
    summary: 'Say that there is nothing to install',
    seeAlso: ['tech'],
    says: (process, command) =>
      /^(i|install|ci|add)$/.test(command)
        ? 'nothing to install: 0 packages, 0 vulnerabilities, and it will stay that way'
        : `not installed: no reader ever missed a node_modules. ${inResume(process, 'Node.js')}`,
  },
  {
    names: 'pip pip3 brew apt apt-get yum dnf pacman',
    status: 100,
    summary: 'Say that there is nothing to install',
    seeAlso: ['help'],
    says: () => 'nothing to install: what there is, is here already. All of it: help all',
  },
  {
    names: 'python python3',
    status: 127,
    summary: 'Say that there is no Python here',
    seeAlso: ['awk', 'bc'],
    says: language('Python', 'no batteries included.'),
  },
  {
    names: 'node deno bun',
    status: 127,
    summary: 'Say that there is no JavaScript to run here',
    seeAlso: ['jq', 'awk'],
    says: language('Node.js', 'this page runs on JavaScript, and keeps it to itself.'),
  },
  {
    names: 'ruby php perl java gcc g++ rustc cargo',
    status: 127,
    summary: 'Say that there is no such language here',
    seeAlso: ['awk', 'bc', 'tech'],
    says: () => 'not installed: awk, bc, jq and the shell itself are the languages here. Those of the résumé: tech',
  },
  {
    names: 'go',
    status: FAILURE,
    summary: 'Say that there is no compiler here',
    seeAlso: ['tech'],
    says: (process) => `go.mod file not found in current directory or any parent directory. ${inResume(process, 'Go')}`,
  },
  {
    names: 'claude chatgpt gpt gemini copilot ollama',
    status: FAILURE,
    summary: 'Say that no model answers here',
    seeAlso: ['whoami', 'grep'],
    says: (process) =>
      `no model here, so nothing is made up. The résumé answers for itself: ${newest(process)}. Plain words work, too: show me your skills`,
  },
  {
    names: 'tmux screen',
    status: FAILURE,
    summary: 'Say that a tab is one terminal',
    seeAlso: ['jobs', 'bg'],
    says: () => 'one terminal a tab: open another tab for another. A line that ends in & runs in the background: jobs',
  },
  {
    names: 'reboot halt poweroff',
    status: FAILURE,
    summary: 'Say that there is nothing to turn off',
    says: () => 'nothing to turn off: close the tab, or reload the page to begin anew. To leave this shell: exit',
  },
  {
    names: 'su passwd useradd chown chgrp mount umount crontab dmesg',
    status: FAILURE,
    summary: 'Say that only root could',
    seeAlso: ['sudo', 'id'],
    says: () =>
      'Operation not permitted: there is no root here to be, and no password to know. What a visitor is: id. What a visitor may do: all that help shows',
  },
  {
    names: 'killall pkill',
    status: FAILURE,
    summary: 'Say that no process has that name',
    seeAlso: ['kill', 'jobs'],
    says: (_process, name) => `${name === '' ? 'no name was given' : `${name}: no process found`}. Jobs of yours: jobs, then kill %1`,
  },
  {
    names: 'ip ifconfig ipconfig netstat ss lsof',
    status: FAILURE,
    summary: 'Say that there is no network here',
    seeAlso: ['ping', 'hostname'],
    says: () => 'one interface, lo, and it is down: no packet leaves this page. To see whether a job is alive: ping',
  },
  {
    names: 'dig nslookup traceroute telnet ftp nc scp rsync',
    status: FAILURE,
    summary: 'Say that there is no network here',
    seeAlso: ['ping', 'download'],
    says: () => 'no network here: no packet leaves this page. To take the résumé along: download',
  },
  {
    names: 'wget',
    status: 4,
    summary: 'Say that nothing comes from the web',
    seeAlso: ['download', 'resume'],
    says: (_process, url) => `unable to resolve host address ‘${url}’: nothing leaves this page. To save the résumé as a file: download`,
  },
  {
    names: 'tar gzip gunzip zip unzip',
    status: 2,
    summary: 'Say that there are no archives here',
    seeAlso: ['download', 'cp'],
    says: () => 'no archives here: the whole résumé is a few kilobytes. To save it as a file: download. In one piece: cat resume.txt',
  },
  {
    names: 'gh',
    status: FAILURE,
    summary: 'Say that nothing is signed in here',
    seeAlso: ['git', 'contact'],
    says: () => 'not signed in, and nowhere to sign in: nothing leaves this page. The career as commits: git log',
  },
  {
    names: 'zsh',
    status: FAILURE,
    summary: 'Say which shell this is',
    seeAlso: ['help'],
    says: () => 'one shell is enough: this one reads bash, suggests as fish does, and has no framework to configure. Try: help',
  },
];

const commands: ReadonlyMap<string, Command> = new Map([
  ...rows.flatMap(({ names, ...row }) =>
    names.split(' ').map((name) => [name, unavailable({ ...row, name, operand: 'ARGUMENT' })] as const),
  ),
  ['nvim', editor('nvim', 'you are out already. Elsewhere: Esc, then :q!')],
]);

/** The command of a program that is not here; undefined for a name that no row has. */
export const unavailableProgram = (name: string): Command | undefined => commands.get(name);
