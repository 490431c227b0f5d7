import type { WireError } from '#shared/ipc/errors.ts';
import type { EventHub } from './hub.ts';
import type { TaskContext } from './router.ts';

/** Long jobs: each has an id, tells its progress through the hub and can be cancelled. */
export class Tasks {
  readonly #running = new Map<string, AbortController>();
  readonly #hub: EventHub;
  readonly #newId: () => string;
  readonly #toWire: (error: unknown) => WireError;

  constructor(hub: EventHub, newId: () => string, toWire: (error: unknown) => WireError) {
    this.#hub = hub;
    this.#newId = newId;
    this.#toWire = toWire;
  }

  start(run: (task: TaskContext) => Promise<unknown>): string {
    const taskId = this.#newId();
    const controller = new AbortController();
    this.#running.set(taskId, controller);
    const progress = (fraction: number, stage = ''): void =>
      this.#hub.emit({ type: 'task.progress', taskId, fraction: Math.min(1, Math.max(0, fraction)), stage });
    // The reply with the id leaves first: a job that fails at once must not be over before it is known.
    setImmediate(() => {
      // In a then, so that a job that throws before its first await fails like any other.
      Promise.resolve()
        .then(() => run({ signal: controller.signal, progress }))
        .then((value) => this.#hub.emit({ type: 'task.done', taskId, value: value ?? null }))
        .catch((error: unknown) => this.#hub.emit({ type: 'task.failed', taskId, err: this.#toWire(error) }))
        .finally(() => this.#running.delete(taskId));
    });
    return taskId;
  }

  /** Unknown ids are ignored: the job may just have ended. */
  cancel(taskId: string): void {
    this.#running.get(taskId)?.abort();
  }

  /** @param except the job that asks for it */
  cancelAll(except?: AbortSignal): void {
    for (const controller of this.#running.values()) if (controller.signal !== except) controller.abort();
  }
}
