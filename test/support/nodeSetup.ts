import fc from 'fast-check';

/**
 * Property tests draw the same cases in every run, so that a change is judged by what it changed.
 * `MILEPOST_SEED=random` (or a number) looks for new ones; what it finds becomes a test of its own.
 */
const wanted = process.env['MILEPOST_SEED'];
if (wanted !== 'random') fc.configureGlobal({ seed: Number(wanted ?? 20_261_121) });
