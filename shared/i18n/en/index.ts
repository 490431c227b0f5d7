import common from './common.ts';
import errors from './errors.ts';
import model from './model.ts';
import mspdi from './mspdi.ts';
import register from './register.ts';
import risk from './risk.ts';
import shell from './shell.ts';
import today from './today.ts';
import undo from './undo.ts';

export default { common, errors, model, mspdi, register, risk, shell, today, undo } as const;
