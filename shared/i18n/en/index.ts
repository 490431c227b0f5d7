import common from './common.ts';
import errors from './errors.ts';
import model from './model.ts';
import mspdi from './mspdi.ts';
import report from './report.ts';
import shell from './shell.ts';
import undo from './undo.ts';

export default { common, errors, model, mspdi, report, shell, undo } as const;
