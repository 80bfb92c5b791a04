/** Kinds of jobs, each defined once; its payload type binds whoever enqueues it and whoever handles it. */
import { SetMetadata } from '@nestjs/common';
import type { Actor } from '../access/actor';

export interface JobType<P> {
  readonly name: string;
  readonly maxAttempts: number;
  /** First wait after an unforeseen error, in seconds; it doubles with each attempt, up to an hour. */
  readonly backoffSeconds: number;
  /** Only for the compiler. */
  readonly payload?: P;
}

const defined = new Map<string, JobType<unknown>>();

export function defineJob<P>(name: string, { maxAttempts = 5, backoffSeconds = 2 } = {}): JobType<P> {
  if (defined.has(name)) throw new Error(`two jobs are called ${name}`);
  const type = { name, maxAttempts, backoffSeconds };
  defined.set(name, type);
  return type;
}

export const definedJobs = (): JobType<unknown>[] => [...defined.values()];

export const HANDLES = 'qh:job';

/** Marks the class that handles a kind of job. Start-up fails where a kind has no handler or two. */
export const JobHandler = <P>(type: JobType<P>): ClassDecorator => SetMetadata(HANDLES, type.name);

export interface JobContext {
  readonly jobId: string;
  readonly attempt: number;
  /** Who asked for it: the handler works in this person's name and sees what they may see. */
  readonly actor: Actor;
  /** Aborted when somebody cancels the job, or when another worker has taken it over. */
  readonly signal: AbortSignal;
  /** Share done, 0 to 1, and a word for people. Cheap: written at most a few times a second. */
  progress(done: number, note?: { zh: string; en: string }): Promise<void>;
}

/** Handlers may run twice for one job (a worker was lost after its commit): they must not mind. */
export interface Handler<P> {
  handle(payload: P, context: JobContext): Promise<void>;
}
