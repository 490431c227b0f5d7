/** The harness of the measuring folder, which runs inside each page. */
declare module 'gantt-bench/common' {
  import type { GeneratedGantt } from './plan.ts';

  export interface BenchTask {
    readonly id: number;
    readonly s: number;
    readonly d: number;
  }

  export function register(bench: {
    prepare(data: GeneratedGantt): unknown;
    mount(root: HTMLElement, prepared: never, data: GeneratedGantt): void | Promise<void>;
    ready(): boolean;
    bar(id: number): { getBoundingClientRect(): DOMRect } | null;
    move(task: BenchTask, days: number): void;
    scroller(): Element | null;
    top(): number;
  }): void;
}
