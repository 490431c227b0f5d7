import { connectParent, serveJobs } from '#main/services/worker/serve.ts';

/** Jobs that behave as hostile files make parsers behave. */
serveJobs(
  {
    echo: (input, report) => {
      report(0.5);
      report(1);
      return input;
    },
    environment: () => Object.keys(process.env).sort(),
    throws: () => {
      throw new RangeError('row 7');
    },
    spins: () => {
      for (;;);
    },
    heap: () => {
      const kept: unknown[] = [];
      for (;;) kept.push({ text: `${kept.length}`.repeat(10) });
    },
    buffers: async () => {
      const kept: Buffer[] = [];
      for (;;) {
        kept.push(Buffer.alloc(32 * 1024 * 1024, 1));
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    dies: () => process.exit(3),
  },
  connectParent(),
);
