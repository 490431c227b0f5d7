import type { Plugin } from 'vite';

/** Tells V8 to compile every function of a script when it is loaded, beside the page, and not at its first call. */
const HINT = '//# allFunctionsCalledOnLoad\n';

/**
 * Marks the chunks with one of these modules. For a screen of which nearly everything runs in its first picture:
 * compiling function by function is a third of the time of that. Not for what the start of the app loads.
 */
export function compileAtOnce(modules: RegExp): Plugin {
  return {
    name: 'compile-at-once',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      // The hint counts at the very beginning of a script alone.
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle))
          if (file.type === 'chunk' && file.moduleIds.some((id) => modules.test(id)))
            file.code = `${HINT}${file.code}`;
      },
    },
  };
}

/** The plan, whose chart is the largest picture of the app. */
export const AT_ONCE = /\/renderer\/features\/plan\/Gantt\.tsx$/;
