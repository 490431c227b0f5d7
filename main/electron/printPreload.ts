import { contextBridge, ipcRenderer } from 'electron';
import { PRINT_DATA_CHANNEL } from './channels.ts';

// Synchronous, since the data has to be there before the first script of the page.
const reply: unknown = ipcRenderer.sendSync(PRINT_DATA_CHANNEL);
const data: unknown =
  typeof reply === 'object' && reply !== null ? Reflect.get(reply, 'dataJson') : undefined;

if (typeof data === 'string') contextBridge.exposeInMainWorld('printData', data);
