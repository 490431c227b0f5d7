import type { Handlers } from '#main/ipc/router.ts';
import { agreementHandlers } from './agreement/handlers.ts';
import { clientHandlers } from './client/handlers.ts';
import { communicationHandlers } from './communication/handlers.ts';
import { contactImportHandlers } from './contacts/handlers.ts';
import type { AppContext } from './context.ts';
import { contractHandlers } from './contract/handlers.ts';
import { documentHandlers } from './document/handlers.ts';
import { expectationHandlers } from './expectation/handlers.ts';
import { exportHandlers } from './export/handlers.ts';
import { generalHandlers } from './general.ts';
import { importHandlers } from './import/handlers.ts';
import { planHandlers } from './plan/handlers.ts';
import { planPrintHandlers } from './planPrint/handlers.ts';
import { portfolioHandlers } from './portfolio/handlers.ts';
import { projectHandlers } from './project/handlers.ts';
import { recordHandlers } from './records.ts';
import { recurringHandlers } from './recurring/handlers.ts';
import { registerHandlers } from './register.ts';
import { reportHandlers } from './report/handlers.ts';
import { resourceHandlers } from './resource/handlers.ts';
import { riskHandlers } from './risk/handlers.ts';
import { sampleHandlers } from './sample/handlers.ts';
import { scopeHandlers } from './scope/handlers.ts';
import { signingHandlers } from './signing/handlers.ts';
import { stageHandlers } from './stage/handlers.ts';
import { tableHandlers } from './table/handlers.ts';
import { templateHandlers } from './template/handlers.ts';
import { todayHandlers } from './today/handlers.ts';
import { trackingHandlers } from './tracking/handlers.ts';

/** Every handler of an open store; features add theirs here. */
export function appHandlers(ctx: AppContext): Handlers {
  return {
    ...recordHandlers(ctx),
    ...generalHandlers(ctx),
    ...agreementHandlers(ctx),
    ...clientHandlers(ctx),
    ...communicationHandlers(ctx),
    ...contactImportHandlers(ctx),
    ...contractHandlers(ctx),
    ...documentHandlers(ctx),
    ...expectationHandlers(ctx),
    ...exportHandlers(ctx),
    ...importHandlers(ctx),
    ...planHandlers(ctx),
    ...planPrintHandlers(ctx),
    ...portfolioHandlers(ctx),
    ...projectHandlers(ctx),
    ...recurringHandlers(ctx),
    ...registerHandlers(ctx),
    ...reportHandlers(ctx),
    ...resourceHandlers(ctx),
    ...riskHandlers(ctx),
    ...stageHandlers(ctx),
    ...signingHandlers(ctx),
    ...tableHandlers(ctx),
    ...scopeHandlers(ctx),
    ...templateHandlers(ctx),
    ...todayHandlers(ctx),
    ...trackingHandlers(ctx),
    ...sampleHandlers(ctx),
  };
}
