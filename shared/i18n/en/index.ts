import common from './common.ts';
import errors from './errors.ts';
import importTexts from './import.ts';
import model from './model.ts';
import mspdi from './mspdi.ts';
import shell from './shell.ts';
import undo from './undo.ts';

export default { common, errors, import: importTexts, model, mspdi, shell, undo } as const;
