/** The jobs of a shell: what runs in the background, by number (POSIX 3.204, "job"). */
import { Stopped } from '../os/failure.ts';
import type { JobView } from '../os/shell-port.ts';
import { TERMINATED } from '../os/status.ts';

/** A background job. */
export class Job implements JobView {
  readonly number: number;
  readonly id: number;
  readonly source: string;
  readonly finished: Promise<number>;
  status: number | undefined;
  readonly #controller: AbortController;

  constructor(number: number, id: number, source: string, controller: AbortController, finished: Promise<number>) {
    this.number = number;
    this.id = id;
    this.source = source;
    this.#controller = controller;
    this.finished = finished.then((status) => {
      this.status = status;
      return status;
    });
  }

  get state(): 'running' | 'done' {
    return this.status === undefined ? 'running' : 'done';
  }

  stop(status = TERMINATED): void {
    this.#controller.abort(new Stopped(status));
  }
}

/** Process substitutions that `wait` still knows. */
const HIDDEN = 16;

/** Jobs in the order in which they were started. */
export class JobTable {
  #jobs: readonly Job[];
  /** Process substitutions, for which only `wait $!` asks. */
  #hidden: readonly Job[] = [];
  /** What still runs of the jobs started here, not in the shell from which the table was copied. */
  readonly #own = new Set<Promise<number>>();

  constructor(jobs: readonly Job[] = []) {
    this.#jobs = jobs;
  }

  /** Resolves once every job that was started here is over. */
  async idle(): Promise<void> {
    await Promise.allSettled([...this.#own]);
  }

  get isIdle(): boolean {
    return this.#own.size === 0;
  }

  clone(): JobTable {
    return new JobTable(this.#jobs);
  }

  get list(): readonly Job[] {
    return this.#jobs;
  }

  /** The next job's number. */
  next(): number {
    return (this.#jobs.at(-1)?.number ?? 0) + 1;
  }

  add(job: Job): void {
    this.#jobs = [...this.#jobs, job];
    this.#own.add(job.finished);
    void job.finished.finally(() => this.#own.delete(job.finished));
  }

  /** Adds what is no job, but can be waited for by its process number; the last ones are remembered. */
  addHidden(job: Job): void {
    job.finished.catch(() => {});
    this.#hidden = [...this.#hidden.slice(-HIDDEN), job];
  }

  remove(job: JobView): void {
    this.#jobs = this.#jobs.filter((other) => other !== job);
  }

  /** The job that `%N`, `%%`, `%+`, `%-`, `%NAME`, `%?TEXT` or a process number means. */
  find(spec: string): Job | undefined {
    const text = spec.startsWith('%') ? spec.slice(1) : undefined;
    if (text === undefined) return [...this.#jobs, ...this.#hidden].find(({ id }) => String(id) === spec);
    if (text === '' || text === '%' || text === '+') return this.#jobs.at(-1);
    if (text === '-') return this.#jobs.at(-2) ?? this.#jobs.at(-1);
    if (/^\d+$/.test(text)) return this.#jobs.find(({ number }) => number === Number(text));
    return this.#jobs.find(({ source }) => (text.startsWith('?') ? source.includes(text.slice(1)) : source.startsWith(text)));
  }
}
